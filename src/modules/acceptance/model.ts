import { z } from 'zod'
import { personal } from '../../kernel/act/personal.ts'
import { isDay } from '../../kernel/dates/day.ts'
import { ChecklistAnswer } from '../../kernel/pack/checklist.ts'
import { weathers } from '../sites/rules/days.ts'
import { lotLines } from '../suppliers/model.ts'
import { Serial } from '../works/model.ts'

const Day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })

/** A supervisor's visit, known by its act's id: what was seen, item by item, and the serial numbers read from the plates (§3.3.4). */
export const InspectHome = z.object({
  home: z.uuid(),
  /** Without it, of the day it happened. */
  visitedOn: Day.optional(),
  items: z.array(ChecklistAnswer).max(60),
  /** As read in the home, not copied from the list. */
  serials: z.array(Serial).max(20),
  /** Of a home built of measured parts: each as measured by whoever visits; 0 of one that is not there (§1.2). */
  parts: z
    .array(
      z.object({ part: z.string().min(1).max(40), areaM2: z.number().min(0).max(10_000).multipleOf(0.01) }),
    )
    .max(20)
    .optional(),
  remark: personal(z.string().trim().max(400)).optional(),
})

/** Sign-off of village or town on the supervisor's passed visit (§3.3.2a), with its short checklist. */
export const SignOff = z.object({ home: z.uuid(), items: z.array(ChecklistAnswer).max(60) })

export const levels = ['village', 'town'] as const
export type Level = (typeof levels)[number]

export const sampleLevels = ['town', 'county'] as const
export type SampleLevel = (typeof sampleLevels)[number]

export const CheckAnew = z.object({ home: z.uuid(), level: z.enum(sampleLevels) })

/** Which homes is nobody's to say: the program draws them (抽检), from those of one line of work. Drawing again needs a reason. */
export const DrawSample = z.object({
  village: z.uuid(),
  line: z.enum(lotLines).default('heating'),
  reason: personal(z.string().trim().min(4).max(400)).optional(),
})

/** The first; another somebody asked for; one that a serious failure brought. */
export type DrawCause = 'first' | 'again' | 'failure'

export const sampleStandings = ['none', 'short', 'open', 'failed', 'passed'] as const
export type SampleStanding = (typeof sampleStandings)[number]

/** Why a visit or a check did not pass: a checklist item, or a serial seen but not on record, or on record but not seen, or a measured part. */
export const Finding = z.object({
  kind: z.enum([
    'item',
    'serial-not-on-record',
    'serial-not-seen',
    'no-machine',
    'no-part',
    'part-not-done',
    'part-short',
  ]),
  /** The item's id, the serial, or the part's id. */
  of: z.string(),
})
export type Finding = z.output<typeof Finding>

/** Who found it, and so who looks again: the supervisor, town or county. */
export const findingSources = ['visit', ...sampleLevels] as const
export type FindingSource = (typeof findingSources)[number]

export const findingStates = ['open', 'overdue', 'to-recheck', 'closed'] as const
export type FindingState = (typeof findingStates)[number]

/** 整改: how the contractor put a finding right; only who found it closes it. */
export const PutRight = z.object({
  finding: z.uuid(),
  fixedOn: Day,
  note: personal(z.string().trim().min(2).max(200)),
})

export const FindFindings = z.object({
  village: z.string().length(12).optional(),
  firm: z.uuid().optional(),
  source: z.enum(findingSources).optional(),
  state: z.enum(findingStates).optional(),
  search: z.string().trim().max(40).optional(),
  page: z.int().min(0).default(0),
})

/** Who of the supervising firm watches the village (§3.3.4). */
export const NameSupervisor = z.object({ village: z.uuid(), person: z.uuid() })

/** 监理日志: the supervisor's words on a village's day; counts come from the acts. */
export const FileLog = z.object({
  village: z.uuid(),
  id: z.uuid(),
  day: Day,
  weather: z.enum(weathers),
  seen: z.string().trim().min(2).max(500),
  problems: z.string().trim().max(500).optional(),
})

export const FindSupervision = z.object({
  named: z.enum(['yes', 'no']).optional(),
  search: z.string().trim().max(40).optional(),
  page: z.int().min(0).default(0),
})
export const FindLogs = z.object({
  day: Day.optional(),
  village: z.string().length(12).optional(),
  search: z.string().trim().max(40).optional(),
  page: z.int().min(0).default(0),
})

export const inspectionSteps = ['to-visit', 'sent-back', 'passed'] as const
export type InspectionStep = (typeof inspectionSteps)[number]

export const FindInspections = z.object({
  step: z.enum(inspectionSteps).default('to-visit'),
  village: z.string().length(12).optional(),
  search: z.string().trim().max(40).optional(),
  page: z.int().min(0).default(0),
})

export const FindSignOffs = z.object({
  level: z.enum(levels),
  village: z.string().length(12).optional(),
  page: z.int().min(0).default(0),
})

export const FindSamples = z.object({
  search: z.string().trim().max(40).optional(),
  town: z.enum(sampleStandings).optional(),
  county: z.enum(sampleStandings).optional(),
  line: z.enum(lotLines).optional(),
  page: z.int().min(0).default(0),
})

export const FindChecks = z.object({
  level: z.enum(sampleLevels),
  village: z.string().length(12).optional(),
  page: z.int().min(0).default(0),
})

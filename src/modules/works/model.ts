import { z } from 'zod'
import { personal } from '../../kernel/act/personal.ts'
import { isDay } from '../../kernel/dates/day.ts'
import { ChecklistAnswer } from '../../kernel/pack/checklist.ts'
import { Measurement } from '../../kernel/pack/measurements.ts'

const Day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })

/**
 * A serial number as the plate shows it, read without blanks and in capitals so that one machine has one serial.
 * Full-width letters and digits, as Chinese keyboards write them, are taken too.
 */
export const Serial = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9][A-Z0-9./_-]{3,39}$/, { error: 'serial' }))

/** How a serial came onto the record: by hand, from its code, or from its code and then changed (§3.3.3). */
const entries = ['typed', 'scanned', 'corrected'] as const
export type Entered = (typeof entries)[number]

export const DeviceEntry = z.object({
  serial: Serial,
  model: z.uuid(),
  entered: z.enum(entries).optional(),
})
export type DeviceEntry = z.output<typeof DeviceEntry>

const Devices = z.array(DeviceEntry).min(1).max(20)

const Crew = z.array(z.uuid()).max(20)

export const AssignVillage = z.object({
  village: z.uuid(),
  /** Whose lot takes the homes; a village may have one of each line (§3.2.0). */
  line: z.enum(['heating', 'building']).default('heating'),
})

/** Without a day of its own an act is of the day it happened, as the server reckons it: a telephone's clock may be wrong. */
export const InstallHome = z.object({
  home: z.uuid(),
  devices: Devices,
  installedOn: Day.optional(),
  /** Who fitted them, of the contractor's registered people (§3.2.3). */
  workers: Crew.optional(),
})

const Digest = z.string().regex(/^[0-9a-f]{64}$/)
/** In m², as measured, with at most two decimals. */
const AreaM2 = z.number().positive().max(10_000).multipleOf(0.01)

/** A part of the pack's list for the home's line, and its measured area (§1.2). */
const PartEntry = z.object({ part: z.string().min(1).max(40), areaM2: AreaM2 })
export type PartEntry = z.output<typeof PartEntry>
const Parts = z.array(PartEntry).min(1).max(20)

/** What a line that is measured is built with: its batch stands where a machine has its serial. */
const Material = z.object({
  name: z.string().trim().min(1).max(60),
  maker: z.string().trim().min(1).max(60),
  batch: z.string().trim().min(1).max(60),
  /** Of the certificate, a file that comes with the act as evidence of kind `document`. */
  certificate: Digest,
})

export const InstallParts = z.object({
  home: z.uuid(),
  parts: Parts,
  materials: z.array(Material).min(1).max(20),
  /** Photographs of the home before the work, and after it. */
  before: z.array(Digest).max(20),
  after: z.array(Digest).max(20),
  installedOn: Day.optional(),
  workers: Crew.optional(),
})

/** Why the measured parts on record change before acceptance. */
export const partReasons = ['mismeasured', 'added', 'removed'] as const

export const CorrectParts = z.object({
  home: z.uuid(),
  /** All parts of the home as they now are. */
  parts: Parts,
  reason: z.enum(partReasons),
})

export const NameCrew = z.object({ home: z.uuid(), workers: Crew.min(1) })

/** Why a home's machines on record change before acceptance. */
export const correctionReasons = ['misread', 'replaced', 'added', 'removed'] as const

export const CorrectDevices = z.object({
  home: z.uuid(),
  /** All machines of the home as they now are; one left out is taken off the record and stays as history. */
  devices: Devices,
  reason: z.enum(correctionReasons),
})

export const SelfCheckHome = z.object({
  home: z.uuid(),
  checkedOn: Day.optional(),
  items: z.array(ChecklistAnswer).max(60),
})

/** 调试运行 (§3.3.1): what was measured, by the list of the village's route. */
export const CommissionHome = z.object({
  home: z.uuid(),
  runOn: Day.optional(),
  measured: z.array(Measurement).max(60),
  remark: personal(z.string().trim().max(400)).optional(),
})

export const ReturnDevices = z.object({ home: z.uuid(), returnedOn: Day })

/** Waiting steps of a contractor, in the order of the road. */
export const installationSteps = [
  'to-install',
  'to-self-check',
  'to-commission',
  'sent-back',
  'to-take-back',
] as const
export type InstallationStep = (typeof installationSteps)[number]

export const CrewOfHome = z.object({ home: z.uuid(), day: Day.optional() })
export const FindCrewless = z.object({ page: z.int().min(0).default(0) })

export const FindInstallations = z.object({
  step: z.enum(installationSteps).optional(),
  village: z.string().length(12).optional(),
  search: z.string().trim().max(40).optional(),
  page: z.int().min(0).default(0),
})

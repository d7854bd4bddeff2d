import type { QueryContext } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import type { Pack } from '../../kernel/pack/pack.ts'
import { type LineOfRegister } from '../households/public.ts'
import { screeningGroup } from '../households/rules/groups.ts'
import { findDraft } from '../policy/public.ts'
import { type Reading, readingOf } from './keep.ts'
import type { TriedHomes } from './model.ts'
import {
  answerNames,
  isAsked,
  type RuleBits,
  ruleBits,
  rulesTurned,
  type Tried,
  tryBoth,
} from './rules/trial.ts'

export interface TriedLine {
  register: LineOfRegister
  group: string
  tried: Tried
  bits: RuleBits[]
}

export interface Trial {
  reading: Reading
  before: Pack
  after: Pack
  day: Day
  lines: TriedLine[]
}

export type Asked = Pick<TriedHomes, 'draft' | 'version' | 'day' | 'reading'>

/** The draft as the page needs it before anything is tried; undefined where it cannot be, for faults it has. */
export async function draftToTry(db: ReadDb, { county }: QueryContext, { draft, version }: Asked) {
  const found = await findDraft(db, county, draft, version)
  if (!found) throw new NotFound()
  return found
}

/** The draft's screening rules and those in force over the whole register, on the same facts and the same day. */
export async function tryDraft(db: ReadDb, context: QueryContext, asked: Asked): Promise<Trial> {
  const { pack } = await draftToTry(db, context, asked)
  if (!pack) throw new NotFound()
  const reading = await readingOf(db, context, asked.reading)
  return trialOn(reading, context.pack, pack, asked.day)
}

/** The last trials of each reading; asking a million homes again takes a moment, not asking takes none. */
const trials = new WeakMap<Reading, Map<string, Trial>>()
const mostTrials = 4

function trialOn(reading: Reading, before: Pack, after: Pack, day: Day): Trial {
  const ours = trials.get(reading) ?? new Map<string, Trial>()
  trials.set(reading, ours)
  const key = [before.digest, after.digest, day].join(' ')
  const known = ours.get(key)
  if (known) return known
  const lines = reading.lines.flatMap((register): TriedLine[] => {
    const group = screeningGroup(register.line)
    if (!isAsked(before, group, day) || !isAsked(after, group, day)) return []
    const tried = tryBoth(register.facts, before, after, group, day)
    return [{ register, group, tried, bits: ruleBits(before, after, group) }]
  })
  const trial = { reading, before, after, day, lines }
  ours.set(key, trial)
  for (const old of [...ours.keys()].slice(0, -mostTrials)) ours.delete(old)
  return trial
}

/** Where a home of a trial stands. */
export interface TriedHome {
  line: TriedLine
  row: number
}

/** The homes of a figure, in no order. */
export function homesOf({ lines }: Trial, asked: TriedHomes): Map<string, TriedHome> {
  const found = new Map<string, TriedHome>()
  const [before, after] = [placeOf(asked.before), placeOf(asked.after)]
  for (const line of lines) {
    const { register, tried } = line
    if (asked.line && asked.line !== register.line) continue
    for (let row = 0; row < register.ids.length; row++) {
      const [was, is] = [tried.answersBefore[row], tried.answersAfter[row]]
      if (before !== undefined && was !== before) continue
      if (after !== undefined && is !== after) continue
      if (asked.changed && was === is) continue
      if (asked.stale && register.answers[row] === answerNames[was ?? 0]) continue
      if (asked.confirmed && register.confirmed[row] === 0) continue
      if (asked.town && register.towns[row] !== asked.town) continue
      if (asked.rule && !rulesTurned(tried, line.bits, row).some(({ rule }) => rule === asked.rule)) continue
      found.set(register.ids[row] ?? '', { line, row })
    }
  }
  return found
}

const placeOf = (answer: TriedHomes['before']): number | undefined =>
  answer === undefined ? undefined : answerNames.indexOf(answer)

/** What a rule is called, by the draft before the pack in force. */
export const labelOf = ({ before, after }: Trial, rule: string) =>
  [...after.rules, ...before.rules].find(({ id }) => id === rule)?.label ?? { zh: rule, en: rule }

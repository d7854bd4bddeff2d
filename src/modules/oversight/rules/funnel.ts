import { lineOfWork, type Pack, targetOf } from '../../../kernel/pack/pack.ts'
import { type Stage, stages } from '../../households/stages.ts'

export type Line = 'heating' | 'building'
export type AreaKind = 'urban' | 'rural'
type Ended = 'withdrawn' | 'refused' | 'revoked'

/** Homes counted together, as the database gives them: those of one place that are alike in everything below. */
export interface HomeCount {
  place: string
  line: Line
  areaKind: AreaKind
  stage: Stage
  answer: 'yes' | 'no' | 'unknown'
  ended: Ended | null
  homes: number
  /** Their building area together. */
  squareMetres: number
  /** Those that say none. */
  unmeasured: number
}

/** Homes that have reached a stage or a later one, and those that stand at it now. Ended homes are in neither. */
export interface Step {
  stage: Stage
  homes: number
  here: number
  /** `homes` in the unit of the target: homes, dwellings or square metres. */
  amount: number
  /** Homes without an area where area is counted: they are in `homes` and add nothing to `amount`. */
  unmeasured: number
}

export interface FunnelGroup {
  line: Line
  areaKind: AreaKind
  /** What the pack asks of this line and area; null where it asks nothing. */
  target: Pack['targets'][number] | null
  unit: string
  steps: Step[]
  answers: Record<'yes' | 'no' | 'unknown', number>
  ended: Record<Ended, number>
}

export const lines = ['heating', 'building'] as const
export const areaKinds = ['urban', 'rural'] as const

/** The homes of each line and kind of area along the road; groups that are neither asked for nor applied for are left out. */
export function funnelOf(pack: Pack, counts: readonly HomeCount[]): FunnelGroup[] {
  return lines.flatMap((line) =>
    areaKinds.flatMap((areaKind) => {
      const of = counts.filter((count) => count.line === line && count.areaKind === areaKind)
      const target = targetOf(pack, line, areaKind)
      if (of.length === 0 && !target) return []
      const unit = lineOfWork(pack, { line, areaKind })?.unit ?? 'home'
      return [{ line, areaKind, target: target ?? null, unit, ...along(of, unit) }]
    }),
  )
}

function along(counts: readonly HomeCount[], unit: string) {
  const live = counts.filter(({ ended }) => ended === null)
  const amount = ({ homes, squareMetres }: HomeCount) => (unit === 'm2' ? squareMetres : homes)
  const steps = stages.map((stage, place) => {
    const reached = live.filter((count) => stages.indexOf(count.stage) >= place)
    return {
      stage,
      homes: sum(reached, ({ homes }) => homes),
      here: sum(
        reached.filter((count) => count.stage === stage),
        ({ homes }) => homes,
      ),
      amount: inHundredths(sum(reached, amount)),
      unmeasured: unit === 'm2' ? sum(reached, ({ unmeasured }) => unmeasured) : 0,
    }
  })
  return { steps, answers: answersOf(live), ended: endedOf(counts) }
}

const answersOf = (live: readonly HomeCount[]) => ({
  yes: sum(live, ({ answer, homes }) => (answer === 'yes' ? homes : 0)),
  no: sum(live, ({ answer, homes }) => (answer === 'no' ? homes : 0)),
  unknown: sum(live, ({ answer, homes }) => (answer === 'unknown' ? homes : 0)),
})

const endedOf = (counts: readonly HomeCount[]) => ({
  withdrawn: sum(counts, ({ ended, homes }) => (ended === 'withdrawn' ? homes : 0)),
  refused: sum(counts, ({ ended, homes }) => (ended === 'refused' ? homes : 0)),
  revoked: sum(counts, ({ ended, homes }) => (ended === 'revoked' ? homes : 0)),
})

/** The stages a town is compared by; those between belong to a home's own page. */
export const comparedStages = [
  'noticed',
  'confirmed',
  'assigned',
  'installed',
  'accepted',
  'settled',
] as const

export type PlaceCounts = Record<
  'applied' | 'yes' | 'no' | 'unknown' | (typeof comparedStages)[number],
  number
>

/** One place's homes of one line: applied, the answers, and how many have reached each compared stage. */
export function placeCounts(counts: readonly HomeCount[], place: string, line: Line): PlaceCounts {
  const live = counts.filter((count) => count.place === place && count.line === line && count.ended === null)
  const reached = (stage: Stage) =>
    sum(live, (count) => (stages.indexOf(count.stage) >= stages.indexOf(stage) ? count.homes : 0))
  return {
    applied: sum(live, ({ homes }) => homes),
    ...answersOf(live),
    noticed: reached('noticed'),
    confirmed: reached('confirmed'),
    assigned: reached('assigned'),
    installed: reached('installed'),
    accepted: reached('accepted'),
    settled: reached('settled'),
  }
}

/** The area of one place's homes as far as their line is counted in it: applied, and what has reached each compared stage. */
export function placeAreas(
  pack: Pack,
  counts: readonly HomeCount[],
  place: string,
  line: Line,
): Partial<Record<keyof PlaceCounts, number>> {
  const measured = counts.filter(
    (count) =>
      count.place === place &&
      count.line === line &&
      count.ended === null &&
      lineOfWork(pack, count)?.unit === 'm2',
  )
  if (measured.length === 0) return {}
  const reached = (stage: Stage) =>
    inHundredths(
      sum(measured, (count) =>
        stages.indexOf(count.stage) >= stages.indexOf(stage) ? count.squareMetres : 0,
      ),
    )
  return Object.fromEntries((['applied', ...comparedStages] as const).map((stage) => [stage, reached(stage)]))
}

/** What has reached a stage, over all groups of one of the pack's lines of work, in that line's unit. */
export function reachedInLine(groups: readonly FunnelGroup[], packLine: string, stage: string): number {
  return sum(
    groups.filter(({ target }) => target?.line === packLine),
    ({ steps }) => steps.find((step) => step.stage === stage)?.amount ?? 0,
  )
}

const inHundredths = (value: number): number => Math.round(value * 100) / 100

function sum<T>(of: readonly T[], value: (each: T) => number): number {
  return of.reduce((total, each) => total + value(each), 0)
}

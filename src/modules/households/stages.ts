import { stages } from '../../kernel/pack/road-stages.ts'

export { stages }

export type Stage = (typeof stages)[number]

export const isAtLeast = (stage: Stage, wanted: Stage): boolean =>
  stages.indexOf(stage) >= stages.indexOf(wanted)

/** What a column of a record says, and so how two of them are compared. */
export type FieldKind =
  | 'name'
  | 'chinese-name'
  | 'id-number'
  | 'date'
  | 'address'
  | 'number'
  | 'telephone'
  | 'area'
  | 'text'

/** What is asked of two records: whether they are one person, or one dwelling. */
export const questions = ['person', 'dwelling'] as const
export type Question = (typeof questions)[number]

/** One compared column of the records; `key` names its columns in the database (`f0`, `f1`, …). */
export interface MatchField {
  name: string
  kind: FieldKind
  key: string
  /** Kept as a digest, which is the same or not and nothing between. */
  sealed?: boolean
}

/** What a level of agreement is worth, from the pairs it was estimated on: probabilities in 0…1. */
export interface LevelWeight {
  /** Among pairs that are the same. */
  same: number
  /** Among pairs that only belong together: a family, a house. */
  related: number
  /** Among unrelated pairs of one area, and of different areas. */
  near: number
  far: number
}

/** Weights of one model, estimated from data; `fields` by field name, each by level. */
export interface MatchModel {
  version: string
  question: Question
  records: number
  /** How many of all pairs are taken to be the same, and to be related only: probabilities. */
  priorSame: number
  priorRelated: number
  /** The share of all pairs that lie in one area. */
  nearShare: number
  /** How many others have the same value on average, by field name. */
  mates: Record<string, number>
  fields: Record<string, Record<string, LevelWeight>>
}

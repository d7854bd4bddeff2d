import type { MatchField } from '../../../kernel/matching/model.ts'

/** What records are compared by, in the order of `match_pair.levels`; keys are columns of `identity`. */
export const identityFields: readonly MatchField[] = [
  { name: 'householder', kind: 'chinese-name', key: 'name' },
  { name: 'idNumber', kind: 'id-number', key: 'id_number' },
  { name: 'telephone', kind: 'telephone', key: 'telephone', sealed: true },
  { name: 'village', kind: 'area', key: 'village' },
  { name: 'address', kind: 'address', key: 'address' },
  { name: 'account', kind: 'number', key: 'account' },
  { name: 'title', kind: 'number', key: 'title' },
]

export const area = identityFields.find(({ kind }) => kind === 'area')

/** The place of a field among the levels of a pair. */
export const fieldAt = (name: string): number => identityFields.findIndex((field) => field.name === name)

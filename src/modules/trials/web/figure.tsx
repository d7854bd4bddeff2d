import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import type { Move } from '../rules/summary.ts'
import { type Ground, homesAddress } from './homes-address.ts'

export type Answer = Move['before']
export const answers: readonly Answer[] = ['yes', 'unknown', 'no']

/** The changes there can be, worst for the household first. */
export const turns: readonly { before: Answer; after: Answer }[] = [
  { before: 'yes', after: 'no' },
  { before: 'yes', after: 'unknown' },
  { before: 'unknown', after: 'no' },
  { before: 'no', after: 'unknown' },
  { before: 'unknown', after: 'yes' },
  { before: 'no', after: 'yes' },
]

export const homesIn = (moves: readonly Move[], fits: (move: Move) => boolean): number =>
  moves.reduce((sum, move) => sum + (fits(move) ? move.homes : 0), 0)

interface Props {
  of: number
  ground: Ground
  filter: Readonly<Record<string, string | undefined>>
  /** What a reader of the screen alone would not know. */
  label: string
}

/** A count that opens to its homes. */
export function Figure({ of, ground, filter, label }: Props) {
  if (of === 0) return <span className="figure quiet">0</span>
  return (
    <AddressLink className="figure" to={homesAddress(ground, filter)} aria-label={`${label} ${of}`}>
      {of.toLocaleString('en-US')}
    </AddressLink>
  )
}

/** 符合 → 不符合, short enough for a column. */
export function useTurnText() {
  const { t } = useWords()
  return ({ before, after }: { before: Answer; after: Answer }) =>
    `${t(`kit.answer.${before}`)} → ${t(`kit.answer.${after}`)}`
}

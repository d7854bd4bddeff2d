import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import type { LineOutcome } from '../rules/notice.ts'

interface Props {
  notice: string
  of: number
  /** Left out: every home of the board. */
  outcome?: LineOutcome
}

/** A figure of a notice, opening to exactly those lines of its board. */
export function NoticeFigure({ notice, of, outcome }: Props) {
  if (of === 0) return <Count of={0} />
  return (
    <AddressLink to={`/notices/${notice}${outcome ? `?outcome=${outcome}` : ''}`}>
      <Count of={of} />
    </AddressLink>
  )
}

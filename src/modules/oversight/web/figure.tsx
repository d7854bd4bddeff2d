import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { figureAddress } from '../rules/links.ts'

interface Props {
  of: number
  filter: Parameters<typeof figureAddress>[0]
}

/** A figure that opens to the homes behind it, for whoever may see the register. */
export function Figure({ of, filter }: Props) {
  const opens = useMay('register.read')
  if (!opens || of === 0) return <Count of={of} />
  return (
    <AddressLink to={figureAddress(filter)} className="figure-link">
      <Count of={of} />
    </AddressLink>
  )
}

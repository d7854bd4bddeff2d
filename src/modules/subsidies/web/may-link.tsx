import type { ReactNode } from 'react'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'

/** A link for those who may open the page; the others read its text. */
export function MayLink({
  permission,
  to,
  children,
}: {
  permission: string
  to: string
  children: ReactNode
}) {
  return useMay(permission) ? <AddressLink to={to}>{children}</AddressLink> : <>{children}</>
}

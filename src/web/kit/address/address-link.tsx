import { Link, useNavigate } from '@tanstack/react-router'
import { type ComponentProps, useCallback } from 'react'
import { readSearch } from './search-text.ts'

/** A path with what stands after `?`, as the router wants it. */
function addressOf(address: string): { to: string; search: Record<string, string> } {
  const [to = '/', search = ''] = address.split('?')
  return { to, search: readSearch(search) }
}

interface Props extends Omit<ComponentProps<'a'>, 'href'> {
  /** `/register?stage=confirmed` */
  to: string
}

/** A link within the office, filters and all; opens in a new window like any other. */
export function AddressLink({ to, ...rest }: Props) {
  return <Link {...addressOf(to)} {...rest} />
}

/** Goes to an address of the office. */
export function useGo(): (address: string) => void {
  const navigate = useNavigate()
  return useCallback((address) => void navigate(addressOf(address)), [navigate])
}

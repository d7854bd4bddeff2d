import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import './money.css'

interface State {
  key: string
  label: string
  count: number
  /** The address that shows only these. */
  to: string
  current: boolean
}

/** The states of a list with how many stand at each; each opens to its own. */
export function StateRow({ states, label }: { states: readonly State[]; label: string }) {
  return (
    <nav className="state-row" aria-label={label}>
      {states.map((state) => (
        <AddressLink key={state.key} to={state.to} aria-current={state.current ? 'page' : undefined}>
          {state.label} <b className="figure">{state.count.toLocaleString('en-US')}</b>
        </AddressLink>
      ))}
    </nav>
  )
}

import { useEffect, useRef } from 'react'

/** What a form begins with, and where it says what it has by now. */
export interface Drafting {
  /** As it was left before; undefined for a form that begins empty. */
  from: unknown
  onChange: (state: object) => void
}

/** Says what a form has, at first and whenever one of its parts has changed. */
export function useDrafting({ onChange }: Drafting, state: Readonly<Record<string, unknown>>): void {
  const tell = useRef(onChange)
  tell.current = onChange
  useEffect(() => tell.current(state), Object.values(state))
}

import { createElement, type ReactNode, useCallback, useState } from 'react'
import { type Trouble, troubleOf } from './trouble.ts'
import { TroubleNote } from '../states/trouble-note.tsx'

/** A file on its way: whether it is coming, and why it did not come. */
export function useDownload(): {
  loading: boolean
  trouble: ReactNode
  start(fetching: () => Promise<void>): void
} {
  const [loading, setLoading] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const start = useCallback((fetching: () => Promise<void>) => {
    setLoading(true)
    setTrouble(undefined)
    fetching()
      .catch((error: unknown) => setTrouble(troubleOf(error)))
      .finally(() => setLoading(false))
  }, [])
  return { loading, start, trouble: trouble ? createElement(TroubleNote, { trouble }) : null }
}

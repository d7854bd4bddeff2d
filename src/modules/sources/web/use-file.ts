import { createElement, type ReactNode, useState } from 'react'
import { type Trouble, troubleOf } from '../../../web/kit/api/trouble.ts'
import { TroubleNote } from '../../../web/kit/states/trouble-note.tsx'

/** A file on its way: whether it is coming, and why it did not come. */
export function useFile(): {
  loading: boolean
  trouble: ReactNode
  start(fetching: () => Promise<void>): void
} {
  const [loading, setLoading] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  return {
    loading,
    trouble: trouble ? createElement(TroubleNote, { trouble }) : null,
    start: (fetching) => {
      setLoading(true)
      setTrouble(undefined)
      fetching()
        .catch((error: unknown) => setTrouble(troubleOf(error)))
        .finally(() => setLoading(false))
    },
  }
}

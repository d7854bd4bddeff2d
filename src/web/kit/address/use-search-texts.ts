import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { SearchTexts } from './search-text.ts'

/** What the address says after `?`, and how to change it: filters live there, so that a view can be sent and kept. */
export function useSearchTexts(): [
  SearchTexts,
  (change: Record<string, string | undefined>, options?: { push?: boolean }) => void,
] {
  const texts: SearchTexts = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (patch: Record<string, string | undefined>, { push = false } = {}) => {
      void navigate({
        to: '.',
        search: (before: SearchTexts) => ({ ...before, ...patch }),
        replace: !push,
        resetScroll: false,
      })
    },
    [navigate],
  )
  return [texts, change]
}

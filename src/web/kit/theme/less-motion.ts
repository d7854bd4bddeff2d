import { useSyncExternalStore } from 'react'

const wish = window.matchMedia('(prefers-reduced-motion: reduce)')

function watch(changed: () => void): () => void {
  wish.addEventListener('change', changed)
  return () => wish.removeEventListener('change', changed)
}

/** Whether the person has asked their device for less motion. */
export const useLessMotion = (): boolean => useSyncExternalStore(watch, () => wish.matches)

import { useSyncExternalStore } from 'react'

const query = '(max-width: 700px)'

function listen(onChange: () => void): () => void {
  const media = matchMedia(query)
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}

/** A phone's width: tables become cards, the menu a drawer. */
export const useIsNarrow = (): boolean => useSyncExternalStore(listen, () => matchMedia(query).matches)

import { useRouterState } from '@tanstack/react-router'
import { placeOf, readWalk, type WalkPlace } from './walk.ts'

/** Where this page stands on the list it was opened from. */
export function useWalk(): WalkPlace | undefined {
  const address = useRouterState({ select: ({ location }) => location.pathname })
  const walk = readWalk()
  return walk && placeOf(walk, address)
}

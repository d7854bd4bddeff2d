import { useMay, useSession } from '../../../web/kit/session/session-context.tsx'
import type { SourceKind } from '../model.ts'
import { ownKinds } from '../rules/own-kinds.ts'

/** The kinds of list whoever is signed in deals with. */
export function useOwnKinds(): readonly SourceKind[] {
  return ownKinds(useMay('source.every-kind'), useSession().grants)
}

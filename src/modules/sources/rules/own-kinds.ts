import { type SourceKind, sourceKinds } from '../model.ts'

/** The lists an office that is not of the administration draws up itself, and alone deals with. */
const drawnUpBy: Readonly<Record<string, readonly SourceKind[]>> = { 'grid-company': ['grid'] }

/** The kinds of list somebody deals with: all who may see every kind, of the others those their office draws up. */
export const ownKinds = (
  seesEveryKind: boolean,
  grants: readonly { role: string }[],
): readonly SourceKind[] =>
  seesEveryKind
    ? sourceKinds
    : sourceKinds.filter((kind) => grants.some(({ role }) => drawnUpBy[role]?.includes(kind)))

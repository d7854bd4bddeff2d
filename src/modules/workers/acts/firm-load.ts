import type { ReadDb } from '../../../kernel/database/database.ts'
import { findOrganisations, type OrganisationState } from '../../organisations/public.ts'

/** The firm of each item; an office is no firm, and nothing is offered on it. */
export async function loadFirms(
  db: ReadDb,
  county: number,
  items: readonly { subject: string; input?: unknown }[],
): Promise<(OrganisationState | undefined)[]> {
  const firms = await findOrganisations(
    db,
    county,
    items.map(({ subject }) => subject),
  )
  return items.map(({ subject, input }) => {
    const firm = firms.get(subject)
    return firm && (input !== undefined || firm.kind === 'contractor') ? firm : undefined
  })
}

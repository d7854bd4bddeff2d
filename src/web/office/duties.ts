import type { SessionGrant } from '../kit/api/session.ts'
import type { Speech } from '../kit/language/use-words.ts'

/** A person's duties in words: 镇街经办 · 沙河镇. */
export function dutiesOf(grants: readonly SessionGrant[], county: string, { t, find }: Speech): string[] {
  return grants.map((grant) => {
    const where = grant.areaName ?? grant.organisationName ?? county
    return t('office.duty', { role: find(`role.${grant.role}`) ?? grant.role, where })
  })
}

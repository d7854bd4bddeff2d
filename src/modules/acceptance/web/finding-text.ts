import type { Checklist } from '../../../kernel/pack/schema.ts'
import type { Speech } from '../../../web/kit/language/use-words.ts'
import type { Finding } from '../model.ts'

export function findingText({ t, pick }: Speech, { kind, of }: Finding, checklist: Checklist): string {
  if (kind !== 'item') return t(`finding.${kind}`, { of })
  const item = checklist.items.find(({ id }) => id === of)
  return t('finding.item', { label: item ? pick(item.label) : of })
}

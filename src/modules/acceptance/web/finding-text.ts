import type { Checklist } from '../../../kernel/pack/schema.ts'
import type { Speech } from '../../../web/kit/language/use-words.ts'
import type { Finding } from '../model.ts'

export function findingText({ t, pick }: Speech, { kind, of }: Finding, checklist: Checklist): string {
  if (kind !== 'item') return t(`finding.${kind}`, { of })
  const item = checklist.items.find(({ id }) => id === of)
  return t('finding.item', { label: item ? pick(item.label) : of })
}

/** The same, of a finding that brings its item's label along. */
export const foundText = (
  { t, pick }: Speech,
  { kind, about, item }: { kind: Finding['kind']; about: string; item: { zh: string; en: string } | null },
): string => (item ? t('finding.item', { label: pick(item) }) : t(`finding.${kind}`, { of: about }))

import type { Said } from '../../../kernel/words/words.ts'
import type { Speech } from '../../../web/kit/language/use-words.ts'
import type { Finding } from '../model.ts'

/** `named`: the items of the home's list and its measured parts. */
export function findingText(
  { t, pick }: Speech,
  { kind, of }: Finding,
  named: readonly { id: string; label: Said }[],
): string {
  const found = named.find(({ id }) => id === of)
  const label = found ? pick(found.label) : of
  return kind === 'item' ? t('finding.item', { label }) : t(`finding.${kind}`, { of: label })
}

/** The same, of a finding that brings along what the pack calls its item or part. */
export const foundText = (
  { t, pick }: Speech,
  { kind, about, item }: { kind: Finding['kind']; about: string; item: { zh: string; en: string } | null },
): string => {
  const label = item ? pick(item) : about
  return kind === 'item' ? t('finding.item', { label }) : t(`finding.${kind}`, { of: label })
}

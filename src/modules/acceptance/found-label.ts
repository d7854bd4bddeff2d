import { checklistFor } from '../../kernel/pack/checklist.ts'
import { measuredWorks, type Pack } from '../../kernel/pack/pack.ts'
import type { Said } from '../../kernel/words/words.ts'
import type { Finding } from './model.ts'

/** What the pack calls what was found: the item of the home's list, or the part; null for machines, which have serials. */
export function foundLabel(
  pack: Pack,
  home: { line: string; areaKind: 'urban' | 'rural' },
  list: 'in-home' | 'sample-check',
  kind: Finding['kind'],
  about: string,
): Said | null {
  const unnamed = { zh: about, en: about }
  if (kind === 'item')
    return checklistFor(pack, home, list).items.find(({ id }) => id === about)?.label ?? unnamed
  if (kind === 'part-not-done' || kind === 'part-short')
    return measuredWorks(pack, home)?.parts.find(({ id }) => id === about)?.label ?? unnamed
  return null
}

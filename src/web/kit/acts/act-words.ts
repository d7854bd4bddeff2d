import type { Speech } from '../language/use-words.ts'

export const actTitle = ({ find, pick }: Speech, kind: string, title?: { zh: string; en: string }): string =>
  title ? pick(title) : (find(`act.${kind}`) ?? kind)

/** What is said once an act is done; `result` are the figures its receipt tells. */
export const doneText = ({ find, t }: Speech, kind: string, result?: unknown): string =>
  find(`act.${kind}.done`, typeof result === 'object' && result !== null ? { ...result } : {}) ??
  t('kit.act.done')

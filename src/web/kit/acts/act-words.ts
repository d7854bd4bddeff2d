import type { Speech } from '../language/use-words.ts'

export const actTitle = ({ find, pick }: Speech, kind: string, title?: { zh: string; en: string }): string =>
  title ? pick(title) : (find(`act.${kind}`) ?? kind)

export const doneText = ({ find, t }: Speech, kind: string): string =>
  find(`act.${kind}.done`) ?? t('kit.act.done')

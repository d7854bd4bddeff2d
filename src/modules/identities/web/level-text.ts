import type { LevelName } from '../../../kernel/matching/levels.ts'
import type { Speech } from '../../../web/kit/language/use-words.ts'

/** How far two values agree, with words of the field's own where it has them: an address has no slips, a house number has. */
export const levelText = ({ t, find }: Speech, field: string, level: LevelName): string =>
  find(`pair.level.${field}.${level}`) ?? t(`pair.level.${level}`)

import type { Words } from '../../kernel/words/words.ts'
import { actWords } from './words/acts.ts'
import { ageingWords } from './words/ageing.ts'
import { refusalWords } from './words/refusals.ts'
import { screenWords } from './words/screens.ts'
import { formulaWords } from './words/told-to-households.ts'

export const words = {
  ...actWords,
  ...refusalWords,
  ...screenWords,
  ...ageingWords,
  ...formulaWords,
} satisfies Words

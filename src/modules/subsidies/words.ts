import type { Words } from '../../kernel/words/words.ts'
import { actWords } from './words/acts.ts'
import { refusalWords } from './words/refusals.ts'

export const words = { ...actWords, ...refusalWords } satisfies Words

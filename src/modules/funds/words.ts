import type { Words } from '../../kernel/words/words.ts'
import { actWords } from './words/acts.ts'
import { screenWords } from './words/screens.ts'

export const words = { ...actWords, ...screenWords } satisfies Words

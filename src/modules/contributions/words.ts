import type { Words } from '../../kernel/words/words.ts'
import { actWords } from './words/acts.ts'
import { screenWords } from './words/screens.ts'
import { sharedWords } from './words/told-to-households.ts'

export const words = { ...actWords, ...screenWords, ...sharedWords } satisfies Words

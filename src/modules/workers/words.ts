import type { Words } from '../../kernel/words/words.ts'
import { wageWords } from './words/wages.ts'
import { workerWords } from './words/workers.ts'

export const words = { ...workerWords, ...wageWords } satisfies Words

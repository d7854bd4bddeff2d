import type { Words } from '../../kernel/words/words.ts'
import { logWords } from './words/log.ts'
import { overviewWords } from './words/overview.ts'
import { workWords } from './words/work.ts'

export const words: Words = { ...overviewWords, ...workWords, ...logWords }

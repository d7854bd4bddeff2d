import type { Words } from '../../kernel/words/words.ts'
import { scheduleWords } from './words/schedule.ts'

export const words = { ...scheduleWords } satisfies Words

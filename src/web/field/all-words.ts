import { kernelWords } from '../../kernel/words/kernel-words.ts'
import type { Words } from '../../kernel/words/words.ts'
import { words as acceptance } from '../../modules/acceptance/words.ts'
import { sharedWords } from '../../modules/households/words/told-to-households.ts'
import { wishWords } from '../../modules/outreach/words/wishes.ts'
import { safetyWords } from '../../modules/sites/words/safety.ts'
import { words as works } from '../../modules/works/words.ts'
import { kitWords } from '../kit/words.ts'
import { patrolWords } from './patrols/words.ts'
import { scanWords } from './scan/words.ts'
import { fieldWords } from './words.ts'

/** What the telephone in the field loads: the shell's words and those of the modules whose acts it makes. */
export const words: readonly Words[] = [
  kernelWords,
  kitWords,
  fieldWords,
  sharedWords,
  wishWords,
  works,
  acceptance,
  safetyWords,
  scanWords,
  patrolWords,
]

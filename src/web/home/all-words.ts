import type { Words } from '../../kernel/words/words.ts'
import { ownHomeWords } from '../../modules/households/words/own-home.ts'
import { sharedWords } from '../../modules/households/words/told-to-households.ts'
import { ownContributionWords } from '../../modules/contributions/words/told-to-households.ts'
import { sourceKindWords } from '../../modules/sources/words/kinds.ts'
import { ownMoneyWords } from '../../modules/subsidies/words/told-to-households.ts'
import { appointmentWords } from '../../modules/sites/words/appointments.ts'
import { kitWords } from '../kit/words.ts'
import { homeWords } from './words.ts'

/**
 * What the household's telephone loads: the kit's words, the shell's, and those its pages bring (one line each,
 * kept apart from their modules' office words so that the telephone stays light).
 */
export const words: readonly Words[] = [
  kitWords,
  homeWords,
  sourceKindWords,
  sharedWords,
  ownHomeWords,
  appointmentWords,
  ownContributionWords,
  ownMoneyWords,
]

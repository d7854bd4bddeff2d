import type { Words } from '../../kernel/words/words.ts'
import { changeWords } from './words/change.ts'
import { fieldWords } from './words/fields.ts'
import { letterPageWords } from './words/letter-page.ts'
import { letterWords } from './words/letter.ts'
import { noticeWords } from './words/notice.ts'
import { noticeScreenWords } from './words/notice-screens.ts'
import { ownHomeWords } from './words/own-home.ts'
import { publicNoticeWords } from './words/public-notice.ts'
import { registerScreenWords } from './words/register-screens.ts'
import { registerWords } from './words/register.ts'
import { sharedWords } from './words/told-to-households.ts'

export const words: Words = {
  ...registerWords,
  ...registerScreenWords,
  ...changeWords,
  ...fieldWords,
  ...sharedWords,
  ...noticeWords,
  ...noticeScreenWords,
  ...publicNoticeWords,
  ...letterWords,
  ...letterPageWords,
  ...ownHomeWords,
}

import type { Language, Words } from '../../../src/kernel/words/words.ts'
import { publicNoticeWords } from '../../../src/modules/households/words/public-notice.ts'
import { fieldWords } from '../../../src/web/field/words.ts'
import { words as homeShellWords } from '../../../src/web/home/all-words.ts'
import { plainSpeaker } from '../../../src/web/kit/language/plain-speaker.ts'
import { words as officeWords } from '../../../src/web/words.ts'

/** Everything the program says on any of its screens. */
const allWords: Words = Object.assign({}, publicNoticeWords, ...homeShellWords, fieldWords, ...officeWords)

const speak = plainSpeaker(allWords)

/** What a screen says under a key, in Chinese unless asked; a key nobody has words for is a mistake in the test. */
export function say(key: string, values: Record<string, unknown> = {}, language: Language = 'zh'): string {
  const said = speak(key, language, values)
  if (said === undefined) throw new Error(`No words for '${key}'`)
  return said
}

/** Sentences that are one language's alone: met word for word on a page in the other one, they stand there by mistake. */
export function wordsOf(language: Language): Set<string> {
  const other: Language = language === 'zh' ? 'en' : 'zh'
  const whole = Object.values(allWords).filter((said) => said[language] !== said[other])
  return new Set(
    whole.map((said) => said[language]).filter((text) => !/\{\{|\$t\(/.test(text) && isTelling(text)),
  )
}

/** Letters by themselves (kWh, m²) and single characters prove nothing. */
const isTelling = (text: string) => /\p{Script=Han}{2}|[A-Za-z]{4}/u.test(text)

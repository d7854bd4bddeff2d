import { inSentence } from '../../../kernel/words/in-sentence.ts'
import type { Language, Words } from '../../../kernel/words/words.ts'

type Values = Record<string, unknown>

/**
 * Says a key's words as i18next does, for the forms our words have: `{{name}}`, `$t(other.{{name}})` and the English
 * `_one` and `_other` by `count`. A tenth of its weight, which is what a household's telephone has to load.
 */
export function plainSpeaker(words: Words) {
  return function say(key: string, language: Language, values: Values = {}): string | undefined {
    const counted = words[`${key}_${plural(language, values.count)}`]
    const said = typeof values.count === 'number' ? (counted ?? words[key]) : (words[key] ?? counted)
    if (!said) return undefined
    // In one pass: what a value holds is said as it is, whatever it looks like.
    return said[language].replace(
      /\$t\(([^)]*)\)|\{\{\s*(\w+)\s*\}\}/g,
      (_, other?: string, name?: string) => {
        if (other === undefined) return text(inSentence(name ?? '', values[name ?? '']))
        const named = other.replace(/\{\{\s*(\w+)\s*\}\}/g, (__, inner: string) => text(values[inner]))
        return say(named, language, values) ?? named
      },
    )
  }
}

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

const plural = (language: Language, count: unknown): 'one' | 'other' =>
  language === 'en' && count === 1 ? 'one' : 'other'

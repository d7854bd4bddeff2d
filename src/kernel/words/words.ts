import i18next, { type FormatFunction } from 'i18next'
import { inSentence } from './in-sentence.ts'

export type Language = 'zh' | 'en'
/**
 * What people read, by key. `{{name}}` takes a value; `$t(stage.{{stage}})` names another key by a value.
 * Keys are flat: `act.home.accept`, `refusal.home.not-confirmed`, `remedy.home.not-confirmed`, `field.home.deed`.
 */
export type Words = Record<string, { zh: string; en: string }>
export type Said = { zh: string; en: string }

export type Speaker = (key: string, values?: Record<string, unknown>) => Said

/** How values come into sentences, as i18next asks for it. */
export const interpolation = {
  escapeValue: false,
  alwaysFormat: true,
  format: ((value: unknown, _format, _language, options) =>
    inSentence(String(options?.interpolationkey), value) as string) satisfies FormatFunction,
}

/** Speaks in both languages from the words of all modules; a key without words is a defect and throws. */
export function speaker(...all: Words[]): Speaker {
  const zh: Record<string, string> = {}
  const en: Record<string, string> = {}
  for (const words of all)
    for (const [key, said] of Object.entries(words)) {
      zh[key] = said.zh
      en[key] = said.en
    }
  const i18n = i18next.createInstance()
  void i18n.init({
    lng: 'zh',
    resources: { zh: { translation: zh }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    showSupportNotice: false,
    interpolation,
  })
  return (key, values = {}) => {
    if (!(key in zh)) throw new Error(`No words for '${key}'`)
    return { zh: i18n.t(key, { ...values, lng: 'zh' }), en: i18n.t(key, { ...values, lng: 'en' }) }
  }
}

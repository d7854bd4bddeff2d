import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, Said } from '../../../kernel/words/words.ts'

export interface Speech {
  /** The words of a key; a key without words shows itself, which the words test catches. */
  t(key: string, values?: Record<string, unknown>): string
  /** The words of a key where there are any. */
  find(key: string, values?: Record<string, unknown>): string | undefined
  /** One of a pair that came from the server or the pack. */
  pick(said: Said): string
  language: Language
}

export function useWords(): Speech {
  const { t, i18n } = useTranslation()
  return useMemo(() => {
    const language: Language = i18n.language === 'en' ? 'en' : 'zh'
    const tell = (key: string, values: Record<string, unknown> = {}) => t(key, values)
    return {
      t: tell,
      find: (key, values) => (i18n.exists(key) ? tell(key, values) : undefined),
      pick: (said) => said[language] || said.zh,
      language,
    }
  }, [t, i18n, i18n.language])
}

import { createContext, use } from 'react'
import type { Language, Said } from '../../../kernel/words/words.ts'

export interface Speech {
  /** The words of a key; a key without words shows itself, which the words test catches. */
  t(key: string, values?: Record<string, unknown>): string
  /** The words of a key where there are any. */
  find(key: string, values?: Record<string, unknown>): string | undefined
  /** One of a pair that came from the server or the pack. */
  pick(said: Said): string
  language: Language
  choose(language: Language): void
}

/** The office speaks through i18next; the household's telephone through a light speaker of its own. */
export const SpeechContext = createContext<Speech | undefined>(undefined)

export function useWords(): Speech {
  const speech = use(SpeechContext)
  if (!speech) throw new Error('Nothing can be said outside the words of a shell.')
  return speech
}

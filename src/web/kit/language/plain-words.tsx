import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { Words } from '../../../kernel/words/words.ts'
import { chosenLanguage, markLanguage, rememberLanguage } from './chosen-language.ts'
import { plainSpeaker } from './plain-speaker.ts'
import { type Speech, SpeechContext } from './use-words.ts'

interface Props {
  words: readonly Words[]
  children: ReactNode
}

/** The words of the household's telephone, without the weight of i18next. */
export function PlainWords({ words, children }: Props) {
  const [language, setLanguage] = useState(chosenLanguage)
  useEffect(() => markLanguage(language), [language])
  const speech = useMemo((): Speech => {
    const say = plainSpeaker(Object.assign({}, ...words))
    return {
      t: (key, values) => say(key, language, values) ?? key,
      find: (key, values) => say(key, language, values),
      pick: (said) => said[language] || said.zh,
      language,
      choose: (next) => {
        rememberLanguage(next)
        setLanguage(next)
      },
    }
  }, [words, language])
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

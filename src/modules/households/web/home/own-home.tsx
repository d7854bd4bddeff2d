import type { ReactNode } from 'react'
import type { Answer } from '../../../../web/kit/api/names.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { TroubleNote } from '../../../../web/kit/states/trouble-note.tsx'
import { useAsk } from '../../../../web/home/use-ask.ts'
import './own-home.css'

export type OwnHome = Answer<'home.own'>

/** What the server knows of this household's home, for each of its pages. */
export function OwnHomeLoaded({ children }: { children: (own: OwnHome, again: () => void) => ReactNode }) {
  const { t } = useWords()
  const { answer, trouble, again } = useAsk('home.own', {})
  return (
    <>
      {trouble && <TroubleNote trouble={trouble} onRetry={again} />}
      {answer ? children(answer, again) : !trouble && <p className="home-wait">{t('kit.loading')}</p>}
    </>
  )
}

export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="home-card">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

import type { ReactNode } from 'react'
import { LanguageSwitch } from '../kit/language/language-switch.tsx'
import { useWords } from '../kit/language/use-words.ts'
import { Brand } from './brand.tsx'

interface Props {
  title?: ReactNode
  lead?: ReactNode
  /** Beside the form: what a demo county offers. */
  aside?: ReactNode
  children: ReactNode
}

/** The page before one is inside: sign-in, first set-up, a password that must be changed. */
export function Doorway({ title, lead, aside, children }: Props) {
  const { t } = useWords()
  return (
    <div className="doorway">
      <title>{t('kit.product')}</title>
      <header className="doorway-head">
        <Brand />
        <LanguageSwitch />
      </header>
      <main className={aside ? 'doorway-main doorway-two' : 'doorway-main'}>
        <section className="doorway-sheet">
          {title && <h1>{title}</h1>}
          {lead && <p className="quiet">{lead}</p>}
          {children}
        </section>
        {aside}
      </main>
      <footer className="doorway-foot quiet">{t('office.purpose')}</footer>
    </div>
  )
}

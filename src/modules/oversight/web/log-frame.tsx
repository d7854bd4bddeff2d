import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import './oversight.css'

const tabs = { acts: '/log', checkpoints: '/log/checkpoints', verify: '/log/verify' } as const

interface Props {
  tab: keyof typeof tabs
  actions?: ReactNode
  children: ReactNode
}

export function LogFrame({ tab, actions, children }: Props) {
  const { t } = useWords()
  return (
    <PageFrame
      title={t('log.title')}
      windowTitle={`${t(`log.tab.${tab}`)} · ${t('log.title')}`}
      lead={t('log.lead')}
      actions={actions}
    >
      <nav className="page-tabs" aria-label={t('log.title')}>
        {(Object.keys(tabs) as (keyof typeof tabs)[]).map((each) => (
          <Link key={each} to={tabs[each]} activeOptions={{ exact: true, includeSearch: false }}>
            {t(`log.tab.${each}`)}
          </Link>
        ))}
      </nav>
      {children}
    </PageFrame>
  )
}

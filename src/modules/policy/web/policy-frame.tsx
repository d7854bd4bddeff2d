import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import './policy.css'

const tabs = ['', 'clauses', 'parameters', 'rules', 'cases', 'plan', 'checklists', 'drafts'] as const

interface Props {
  tab: (typeof tabs)[number]
  children: ReactNode
}

/** The policy pages side by side: each has its own address, so that one can be sent. */
export function PolicyFrame({ tab, children }: Props) {
  const { t, pick } = useWords()
  const { permissions } = useSession()
  const { data } = useAnswer('policy.pack', {})
  const shown = tabs.filter((each) => each !== 'drafts' || permissions.includes('policy.draft'))
  // What is read here is in force; whoever plans by it has to know until when.
  const next = data?.adopted.filter(({ toCome }) => toCome).sort((a, b) => (a.from < b.from ? -1 : 1))[0]
  const label = t(`policy.tab.${tab || 'pack'}`)
  return (
    <PageFrame
      title={t('policy.title')}
      windowTitle={`${label} · ${t('policy.title')}`}
      lead={data && `${pick(data.title)} · ${data.document.number}`}
    >
      <nav className="page-tabs" aria-label={t('policy.title')}>
        {shown.map((each) => (
          <Link
            key={each}
            to={each ? `/policy/${each}` : '/policy'}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            {t(`policy.tab.${each || 'pack'}`)}
          </Link>
        ))}
      </nav>
      {next && (
        <Alert
          showIcon
          type="info"
          message={t('policy.next', { from: next.from, pack: next.pack, reason: next.reason ?? '' })}
        />
      )}
      {children}
    </PageFrame>
  )
}

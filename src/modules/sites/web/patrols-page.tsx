import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { PatrolTable } from './patrol-table.tsx'

/** 安全巡查记录 of all villages that are seen. */
export function PatrolsPage() {
  const { t } = useWords()
  return (
    <PageFrame
      title={t('patrols.title')}
      lead={t('patrols.lead')}
      back={{ to: '/safety', label: t('safety.title') }}
    >
      <PatrolTable />
    </PageFrame>
  )
}

import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { BatchTable } from './batch-table.tsx'

export function BatchesPage() {
  const { t } = useWords()
  return (
    <PageFrame title={t('batches.title')} lead={t('batches.lead')}>
      <Panel>
        <BatchTable />
      </Panel>
    </PageFrame>
  )
}

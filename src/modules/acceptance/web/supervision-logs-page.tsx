import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { LogTable } from './log-table.tsx'

/** 监理日志 of all villages that are seen. */
export function SupervisionLogsPage() {
  const { t } = useWords()
  return (
    <PageFrame title={t('supervision.logs')} lead={t('supervision.logs.lead')}>
      <LogTable />
    </PageFrame>
  )
}

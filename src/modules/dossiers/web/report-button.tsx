import { Button } from 'antd'
import { download } from '../../../web/kit/api/download.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useDownload } from '../../../web/kit/api/use-download.ts'

/** The acceptance report as a Word document (§3.3.4): of one home, or of a village. */
export function ReportButton({ of }: { of: { home: string } | { village: string } }) {
  const { t } = useWords()
  const { loading, trouble, start } = useDownload()
  const fetchReport = () => ('home' in of ? download('report.home', of) : download('report.village', of))
  return (
    <>
      <Button loading={loading} onClick={() => start(fetchReport)}>
        {t('report.download')}
      </Button>
      {trouble}
    </>
  )
}

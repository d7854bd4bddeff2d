import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { download } from '../../../web/kit/api/download.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useDownload } from '../../../web/kit/api/use-download.ts'

interface Props {
  list: 'activities' | 'meetings'
  /** Of one village, or of all that one answers for. */
  village?: string
}

/** Activities or meetings as a workbook. */
export function ListExport({ list, village }: Props) {
  const { t } = useWords()
  const { loading, trouble, start } = useDownload()
  const find = village === undefined ? {} : { search: village }
  return (
    <>
      <Button
        size="small"
        icon={<DownloadOutlined />}
        loading={loading}
        onClick={() => start(() => download(`outreach.${list}-export`, find))}
      >
        {t(`outreach.${list}.export`)}
      </Button>
      {trouble}
    </>
  )
}

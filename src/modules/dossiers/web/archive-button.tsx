import { Button } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { downloadNamed } from '../../../web/kit/api/download.ts'
import { useProgress } from '../../../web/kit/api/use-progress.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useDownload } from '../../../web/kit/api/use-download.ts'

/** A village's dossiers as one archive: it takes a while and tells how far it is. */
export function ArchiveButton({ village }: { village: string }) {
  const { t } = useWords()
  const { loading, trouble, start } = useDownload()
  const [id, setId] = useState<string>()
  const progress = useProgress(loading ? id : undefined)
  const fetchArchive = () => {
    const asked = newId()
    setId(asked)
    start(() => downloadNamed('dossier.archive', { village }, asked))
  }
  return (
    <div className="dossier-archive">
      <Button loading={loading} onClick={fetchArchive}>
        {t('dossiers.archive')}
      </Button>{' '}
      <span className="quiet" role="status">
        {loading
          ? t('dossiers.archive-going', { label: progress?.label ?? '' })
          : t('dossiers.archive-holds')}
      </span>
      {trouble}
    </div>
  )
}

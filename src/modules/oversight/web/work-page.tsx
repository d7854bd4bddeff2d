import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { MyWork } from './my-work.tsx'

export function WorkPage() {
  const { t } = useWords()
  return (
    <PageFrame title={t('work.title')} lead={t('work.lead')}>
      <Panel>
        <MyWork />
      </Panel>
    </PageFrame>
  )
}

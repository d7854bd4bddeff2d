import { useParams } from '@tanstack/react-router'
import { AddressLink, useGo } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Stage } from '../../../web/kit/road/stage.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import type { SampleLevel } from '../model.ts'
import { checkForms } from './visit-form.tsx'

export function TownCheckPage() {
  return <CheckPage level="town" />
}

export function CountyCheckPage() {
  return <CheckPage level="county" />
}

/** One drawn home in the courtyard. */
function CheckPage({ level }: { level: SampleLevel }) {
  const { t } = useWords()
  const { home } = useParams({ strict: false }) as { home: string }
  const go = useGo()
  const CheckForm = checkForms[level]
  return (
    <Answered answer={useAnswer('check.form', { home })}>
      {({ householder, villageName, village, address, stage }) => (
        <PageFrame
          title={t('check.title', { name: householder })}
          lead={
            <>
              <AddressLink to={`/samples/${village}`}>{villageName}</AddressLink> {address} ·{' '}
              <Stage stage={stage} /> ·{' '}
              <AddressLink to={`/homes/${home}`}>{t('works.open-home')}</AddressLink>
            </>
          }
          back={{ to: `/checks/${level}`, label: t(`act.home.check-${level}`) }}
        >
          <Panel>
            <CheckForm id={home} onDone={() => go(`/checks/${level}`)} next={t('visit.next')} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

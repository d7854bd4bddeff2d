import { useParams } from '@tanstack/react-router'
import { AddressLink, useGo } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Stage } from '../../../web/kit/road/stage.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { homePanels } from '../../../web/office/home-panels.ts'
import { AcceptancePanel } from './acceptance-panel.tsx'
import { VisitForm } from './visit-form.tsx'

const photographs = homePanels.find(({ key }) => key === 'photographs')

/** One visit in the courtyard: where one is, what was found before, and the form. */
export function VisitPage() {
  const { t } = useWords()
  const { home } = useParams({ strict: false }) as { home: string }
  const go = useGo()
  const answer = useAnswer('acceptance.page', { home })
  return (
    <Answered answer={answer}>
      {({ householder, address, villageName, stage, visits, wantsRun }) => (
        <PageFrame
          title={t('visit.title', { name: householder })}
          lead={
            <>
              {villageName} {address} · <Stage stage={stage} /> ·{' '}
              <AddressLink to={`/homes/${home}`}>{t('works.open-home')}</AddressLink>
            </>
          }
          back={{ to: '/inspections', label: t('inspections.title') }}
        >
          {visits.length > 0 && (
            <Panel title={t('acceptance.panel')}>
              <AcceptancePanel home={home} />
            </Panel>
          )}
          <Panel>
            {wantsRun && <p role="status">{t('commissioning.wants')}</p>}
            <VisitForm id={home} onDone={() => go('/inspections')} next={t('visit.next')} />
          </Panel>
          {photographs && (
            <Panel title={t(photographs.titleKey)}>
              <photographs.component home={home} />
            </Panel>
          )}
        </PageFrame>
      )}
    </Answered>
  )
}

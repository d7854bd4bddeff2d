import { useParams } from '@tanstack/react-router'
import { AddressLink, useGo } from '../../../web/kit/address/address-link.tsx'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { homePanels } from '../../../web/office/home-panels.ts'
import { Stage } from '../../../web/kit/road/stage.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { CommissionForm } from './commission-form.tsx'
import { InstallForm } from './install-form.tsx'
import { InstallPartsForm } from './install-parts-form.tsx'
import { ownForms } from './own-forms.ts'
import { SelfCheckForm } from './self-check-form.tsx'
import { WorksPanel } from './works-panel.tsx'

/** What the supervisor found stands on the same page as what is to be put right. */
const found = homePanels.find(({ key }) => key === 'acceptance')
const photographs = homePanels.find(({ key }) => key === 'photographs')

const isRunnable = (stage: string) => ['self-checked', 'inspected'].includes(stage)

/** One home in a contractor's hands: the step that waits, ready to be filled in. */
export function InstallationPage() {
  const { t } = useWords()
  const { home } = useParams({ strict: false }) as { home: string }
  const go = useGo()
  const answer = useAnswer('installation.page', { home })
  const back = () => go('/installations')
  return (
    <Answered answer={answer}>
      {({
        householder,
        address,
        villageName,
        stage,
        installation,
        measured,
        commissioning,
        commissioningList,
      }) => (
        <PageFrame
          title={householder}
          lead={
            <>
              {villageName} {address} · <Stage stage={stage} /> ·{' '}
              <AddressLink to={`/homes/${home}`}>{t('works.open-home')}</AddressLink>
            </>
          }
          back={{ to: '/installations', label: t('works.title') }}
        >
          {stage === 'assigned' && (
            <Panel title={t(measured ? 'act.home.install-parts' : 'act.home.install')}>
              {measured ? (
                <InstallPartsForm id={home} onDone={back} />
              ) : (
                <InstallForm id={home} onDone={back} />
              )}
            </Panel>
          )}
          {installation && (
            <Panel title={t('works.panel')}>
              <WorksPanel home={home} />
              <div className="works-acts">
                <AvailableActs type="home" id={home} forms={ownForms} />
              </div>
            </Panel>
          )}
          {installation && found && (
            <Panel title={t(found.titleKey)}>
              <found.component home={home} />
            </Panel>
          )}
          {stage === 'installed' && (
            <Panel title={t('act.home.self-check')}>
              <SelfCheckForm id={home} onDone={back} />
            </Panel>
          )}
          {installation && commissioningList && !commissioning?.passed && isRunnable(stage) && (
            <Panel title={t('act.home.commission')}>
              <CommissionForm id={home} onDone={back} />
            </Panel>
          )}
          {installation && photographs && (
            <Panel title={t(photographs.titleKey)}>
              <photographs.component home={home} />
            </Panel>
          )}
        </PageFrame>
      )}
    </Answered>
  )
}

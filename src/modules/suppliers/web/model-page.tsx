import { useParams } from '@tanstack/react-router'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { BarsPanel } from './bars-panel.tsx'
import { ModelStanding } from './model-standing.tsx'
import { PapersPanel } from './papers-panel.tsx'
import { RenewPaperForm } from './renew-paper-form.tsx'

/** One model: its performance and certificates, the negative list, and what can be done with it. */
export function ModelPage() {
  const { t, pick } = useWords()
  const { model } = useParams({ strict: false }) as { model: string }
  const mayAdmit = useMay('equipment.admit')
  const maySample = useMay('sampling.record')
  const mayOpen = useMay('firm.read')
  const answer = useAnswer('model.page', { model })
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageFrame
          title={`${page.maker} ${page.model}`}
          lead={<ModelStanding {...page} />}
          back={{ to: '/models', label: t('models.title') }}
        >
          {(mayAdmit || maySample) && (
            <Panel title={t('firms.what-now')}>
              <AvailableActs
                type="model"
                id={model}
                forms={{ 'equipment.renew-paper': RenewPaperForm }}
                options={{ reason: page.reasons.map(({ id, label }) => ({ value: id, label: pick(label) })) }}
              />
            </Panel>
          )}
          <Panel>
            <Facts
              items={[
                {
                  key: 'maker',
                  label: t('field.maker'),
                  value:
                    page.firm && mayOpen ? (
                      <AddressLink to={`/suppliers/${page.firm}`}>{page.maker}</AddressLink>
                    ) : (
                      page.maker
                    ),
                },
                ...(['heatingWatts', 'inputWatts', 'lowestCelsius', 'serialPrefix'] as const).map((key) => ({
                  key,
                  label: t(`field.${key}`),
                  value: page[key],
                })),
                ...(['copAtMinus12', 'copAtMinus20'] as const).map((key) => ({
                  key,
                  label: t(`field.${key}`),
                  value: page[key].toFixed(2),
                })),
                { key: 'admittedOn', label: t('field.admittedOn'), value: <DayText day={page.admittedOn} /> },
                {
                  key: 'samples',
                  label: t('samplings.title'),
                  value: (
                    <AddressLink to={`/samplings?search=${encodeURIComponent(page.model)}`}>
                      {t('models.samples')}
                    </AddressLink>
                  ),
                },
              ]}
            />
          </Panel>
          <Panel title={t('models.certificates')}>
            <PapersPanel papers={page.papers} open={mayOpen} />
          </Panel>
          <Panel title={t('bars.title')}>
            <BarsPanel bars={page.bars} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

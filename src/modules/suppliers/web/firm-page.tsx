import { useParams } from '@tanstack/react-router'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { AdmitFirmForm } from './admit-firm-form.tsx'
import { BarsPanel } from './bars-panel.tsx'
import { FirmStanding } from './firm-standing.tsx'
import { PapersPanel } from './papers-panel.tsx'

const firmActs = ['firm.admit', 'firm.withdraw-admission', 'firm.bar']

/** One firm: its admission and papers, the negative list, its lots and models, and what can be done. */
export function FirmPage() {
  const { t, pick } = useWords()
  const { firm } = useParams({ strict: false }) as { firm: string }
  const mayAdmit = useMay('firm.admit')
  const answer = useAnswer('firm.page', { firm })
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageFrame
          title={page.name}
          lead={
            <>
              {t(`organisation-kind.${page.kind}`)} · <FirmStanding {...page} />
            </>
          }
          back={{ to: '/suppliers', label: t('firms.title') }}
        >
          {mayAdmit && (
            <Panel title={t('firms.what-now')}>
              <AvailableActs
                type="organisation"
                id={firm}
                subjectField="firm"
                waiting={[{ act: 'firm.admit' }]}
                only={firmActs}
                forms={{ 'firm.admit': AdmitFirmForm }}
                options={{ reason: page.reasons.map(({ id, label }) => ({ value: id, label: pick(label) })) }}
              />
            </Panel>
          )}
          <Panel>
            <Facts
              items={[
                { key: 'credit', label: t('firms.credit-code'), value: page.creditCode },
                { key: 'telephone', label: t('field.telephone'), value: page.telephone },
                {
                  key: 'lots',
                  label: t('firms.lots'),
                  value:
                    page.lots.length > 0 &&
                    page.lots.map(({ id, code, name }) => (
                      <div key={id}>
                        <AddressLink to={`/lots/${id}`}>{`${code} ${name}`}</AddressLink>
                      </div>
                    )),
                },
                {
                  key: 'models',
                  label: t('firms.models'),
                  value:
                    page.models.length > 0 &&
                    page.models.map(({ id, model }) => (
                      <div key={id}>
                        <AddressLink to={`/models/${id}`}>{model}</AddressLink>
                      </div>
                    )),
                },
              ]}
            />
          </Panel>
          <Panel title={t('firms.papers')}>
            <PapersPanel papers={page.papers} open />
          </Panel>
          <Panel title={t('firms.admissions')}>
            <Admissions admissions={page.admissions} />
          </Panel>
          <Panel title={t('bars.title')}>
            <BarsPanel bars={page.bars} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

function Admissions({ admissions }: { admissions: Answer<'firm.page'>['admissions'] }) {
  const { t } = useWords()
  if (admissions.length === 0) return <p className="quiet">{t('firms.admissions.none')}</p>
  return (
    <ul className="bar-list">
      {admissions.map(({ id, validFrom, validTo, withdrawnOn, withdrawnReason }) => (
        <li key={id}>
          <DayText day={validFrom} /> – <DayText day={validTo} />
          {withdrawnOn && (
            <span className="quiet">
              {' '}
              {t('firms.admission.withdrawn', { day: withdrawnOn, reason: withdrawnReason })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { AvailableActs, type OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RevealForm } from './reveal-form.tsx'
import './workers.css'

type Page = Answer<'worker.page'>

/** One person: contract, stays on site, days at work, wages, and what can be done. */
export function WorkerPage() {
  const { t } = useWords()
  const { worker } = useParams({ strict: false }) as { worker: string }
  const mayManage = useMay('worker.manage')
  const mayReveal = useMay('worker.reveal')
  const answer = useAnswer('worker.page', { worker })
  const places = useAnswer('crew.places', {}, { enabled: mayManage }).data
  const [revealed, setRevealed] = useState<string>()
  const Reveal: OwnForm = (props) => <RevealForm {...props} onRevealed={setRevealed} />
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageFrame
          title={page.name}
          lead={`${t(`choice.trade.${page.trade}`)} · ${page.firmName}`}
          back={{ to: '/workers', label: t('workers.title') }}
        >
          {(mayManage || mayReveal) && (
            <Panel title={t('workers.what-now')}>
              <AvailableActs
                type="worker"
                id={worker}
                forms={{ 'worker.reveal': Reveal }}
                options={{
                  lot: (places?.lots ?? []).map(({ lot, code, name }) => ({
                    value: lot,
                    label: `${code} ${name}`,
                  })),
                  posting: page.postings
                    .filter(({ to }) => to === null)
                    .map(({ id, lotCode, from }) => ({ value: id, label: `${lotCode} · ${from}` })),
                }}
              />
              {revealed && <p role="status">{revealed}</p>}
            </Panel>
          )}
          <Panel>
            <Facts
              items={[
                { key: 'id', label: t('workers.id-number'), value: page.idNumber },
                { key: 'telephone', label: t('workers.telephone'), value: page.telephone },
                {
                  key: 'contract',
                  label: t('workers.contract'),
                  value: page.contractSignedOn ? (
                    <DayText day={page.contractSignedOn} />
                  ) : (
                    <span className="wage-state-open">! {t('workers.no-contract')}</span>
                  ),
                },
                {
                  key: 'registered',
                  label: t('workers.registered-on'),
                  value: <DayText day={page.registeredOn} />,
                },
                {
                  key: 'left',
                  label: t('field.leftOn'),
                  value: page.leftOn && <DayText day={page.leftOn} />,
                },
              ]}
            />
          </Panel>
          <Panel title={t('workers.postings')}>
            <Postings page={page} />
          </Panel>
          <Panel title={t('workers.days')}>
            <Days page={page} />
          </Panel>
          {page.wages && (
            <Panel title={t('workers.wages')}>
              <Wages wages={page.wages} />
            </Panel>
          )}
        </PageFrame>
      )}
    </Answered>
  )
}

function Postings({ page: { postings } }: { page: Page }) {
  const { t } = useWords()
  if (postings.length === 0) return <p className="quiet">{t('workers.postings.none')}</p>
  return (
    <ul className="plain-lines">
      {postings.map(({ id, lotCode, from, to }) => (
        <li key={id}>
          {lotCode} · <DayText day={from} /> – {to ? <DayText day={to} /> : t('workers.until-now')}
        </li>
      ))}
    </ul>
  )
}

function Days({ page: { days } }: { page: Page }) {
  const { t } = useWords()
  if (days.length === 0) return <p className="quiet">{t('workers.days.none')}</p>
  return (
    <ul className="plain-lines">
      {days.map(({ day, villageName, struckReason }, at) => (
        <li key={at} className={struckReason ? 'quiet' : undefined}>
          <DayText day={day} /> · {villageName}
          {struckReason && ` · ${t('workers.struck', { reason: struckReason })}`}
        </li>
      ))}
    </ul>
  )
}

function Wages({ wages }: { wages: NonNullable<Page['wages']> }) {
  const { t } = useWords()
  if (wages.length === 0) return <p className="quiet">{t('workers.wages.none')}</p>
  return (
    <ul className="plain-lines">
      {wages.map(({ month, amountFen, paidOn }) => (
        <li key={month}>
          {month} · <Money fen={amountFen} />{' '}
          <span className="quiet">{t('workers.wages.paid-on', { day: paidOn })}</span>
        </li>
      ))}
    </ul>
  )
}

import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { DecideForm } from './decide-form.tsx'
import { FollowUp } from './follow-up.tsx'
import { RevealObjection } from './reveal-objection.tsx'

type Objection = Answer<'objection.list'>['rows'][number]

/** The objections to one notice. */
export function Objections({ notice }: { notice: string }) {
  const { t } = useWords()
  return (
    <Answered
      answer={useAnswer('objection.list', { notice, pageSize: 200 })}
      isEmpty={({ rows }) => rows.length === 0}
      empty={<Empty>{t('objections.none-here')}</Empty>}
    >
      {({ rows }) => (
        <ul className="objections">
          {rows.map((objection) => (
            <li key={objection.id}>
              <ObjectionCard objection={objection} />
            </li>
          ))}
        </ul>
      )}
    </Answered>
  )
}

const stateSigns = { open: '●', upheld: '✓', rejected: '✕' } as const

/** What was said, about whom, what was answered; whoever may decide it does it here. */
export function ObjectionCard({ objection }: { objection: Objection }) {
  const { t } = useWords()
  const [deciding, setDeciding] = useState(false)
  const { state, way, said, contact, answer, answeredOn, raisedOn, position, householder, receipt } =
    objection
  return (
    <article className={`objection objection-${state}`}>
      <header>
        <b>
          <span aria-hidden="true">{stateSigns[state]}</span> {t(`objection-state.${state}`)}
        </b>{' '}
        <span className="quiet">
          <DayText day={raisedOn} /> · {t(`objection-way.${way}`)} · {t('page.receipt-field')} {receipt}
        </span>
      </header>
      <p className="quiet">
        {position === null
          ? t('objection.about-notice')
          : t('objection.about-home', { position, householder: householder ?? '' })}
      </p>
      <p className="objection-said">{said}</p>
      {objection.hidesNumbers && <RevealObjection objection={objection.id} />}
      {contact && (
        <p>
          {t('objection.contact')} {contact}
        </p>
      )}
      {answer && (
        <p className="objection-answer">
          <DayText day={answeredOn} /> {answer}
        </p>
      )}
      {state === 'open' && (
        <p className="quiet">{t('objection.answered-by', { town: objection.townName })}</p>
      )}
      <FollowUp objection={objection} />
      {state === 'open' && objection.mayDecide && (
        <>
          {objection.isOwn ? (
            <p className="quiet">{t('refusal.objection.own')}</p>
          ) : (
            <Button type="primary" size="small" onClick={() => setDeciding(true)}>
              {t('act.objection.decide')}
            </Button>
          )}
          <Modal
            open={deciding}
            title={t('act.objection.decide')}
            onCancel={() => setDeciding(false)}
            footer={null}
            destroyOnHidden
          >
            <DecideForm objection={objection} onDone={() => setDeciding(false)} />
          </Modal>
        </>
      )}
    </article>
  )
}

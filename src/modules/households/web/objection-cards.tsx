import { Button, Modal, Space } from 'antd'
import { useState } from 'react'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { raisedTogether } from '../rules/raised-together.ts'
import { DecideForm } from './decide-form.tsx'
import { FollowUp } from './follow-up.tsx'
import { NarrowForm } from './narrow-form.tsx'
import { aboutText } from './objection-about.ts'
import { Disputed, OwnHomeLink } from './objection-origin.tsx'
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
          {raisedTogether(rows).map((parts) => (
            <li key={parts[0].id}>
              <ObjectionCard parts={parts} />
            </li>
          ))}
        </ul>
      )}
    </Answered>
  )
}

const stateSigns = { open: '●', upheld: '✓', rejected: '✕', narrowed: '↓' } as const

function State({ state }: { state: Objection['state'] }) {
  const { t } = useWords()
  return (
    <b>
      <span aria-hidden="true">{stateSigns[state]}</span> {t(`objection-state.${state}`)}
    </b>
  )
}

/** What was said once, about whom, what was answered about each; whoever may decide it does it here. */
export function ObjectionCard({ parts }: { parts: readonly [Objection, ...Objection[]] }) {
  const speech = useWords()
  const { t } = speech
  const [objection, ...others] = parts
  const { way, said, contact, raisedOn, receipt, together, townName } = objection
  const isOne = others.length === 0
  const isOpen = parts.some((part) => part.state === 'open')
  const state = isOpen ? 'open' : objection.state
  return (
    <article className={`objection objection-${state}`}>
      <header>
        {isOne && <State state={state} />}{' '}
        <span className="quiet">
          <DayText day={raisedOn} /> · {t(`objection-way.${way}`)} · {t('page.receipt-field')} {receipt}
        </span>
      </header>
      {isOne && <p className="quiet">{aboutText(speech, objection)}</p>}
      <OwnHomeLink objection={objection} />
      {objection.isReview && <p className="notice-lack">{t('objection.review')}</p>}
      <Disputed objection={objection} />
      <p className="objection-said">{said}</p>
      {objection.hidesNumbers && <RevealObjection objection={objection.id} />}
      {contact && (
        <p>
          {t('objection.contact')} {contact}
        </p>
      )}
      {together > 1 && <p className="quiet">{t('objection.together', { count: together })}</p>}
      {isOpen && <p className="quiet">{t('objection.answered-by', { town: townName })}</p>}
      {isOne ? (
        <Answering objection={objection} />
      ) : (
        <ul className="objection-parts">
          {parts.map((part) => (
            <li key={part.id} className={`objection-${part.state}`}>
              <header>
                <State state={part.state} /> <span className="quiet">{aboutText(speech, part)}</span>
              </header>
              <Answering objection={part} siblings={parts.filter((other) => other !== part)} />
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

/** The answer about one home, or who gives it and how. */
function Answering({ objection, siblings = [] }: { objection: Objection; siblings?: readonly Objection[] }) {
  const speech = useWords()
  const { t } = speech
  const [doing, setDoing] = useState<'decide' | 'narrow'>()
  const { state, answer, answeredOn, home, mayDecide, isOwn, isOwnAnswer, heard, heardOn } = objection
  const stop = () => setDoing(undefined)
  return (
    <>
      {heard && (
        <p className="objection-answer">
          <DayText day={heardOn} /> {t('objection.heard')} {heard}
        </p>
      )}
      {answer && (
        <p className="objection-answer">
          <DayText day={answeredOn} /> {answer}{' '}
          {objection.paper && (
            <span className="quiet">{t('objection.rests-on', { paper: objection.paper })}</span>
          )}
        </p>
      )}
      <FollowUp objection={objection} />
      {state === 'open' && mayDecide && (isOwn || isOwnAnswer) && (
        <p className="quiet">{t(isOwn ? 'refusal.objection.own' : 'refusal.objection.own-answer')}</p>
      )}
      {state === 'open' && mayDecide && !isOwn && !isOwnAnswer && (
        <Space wrap>
          <Button
            type="primary"
            size="small"
            aria-label={
              siblings.length > 0
                ? `${t('act.objection.decide')} ${aboutText(speech, objection)}`
                : t('act.objection.decide')
            }
            onClick={() => setDoing('decide')}
          >
            {t('act.objection.decide')}
          </Button>
          {home === null && !objection.aboutOwn && (
            <Button size="small" onClick={() => setDoing('narrow')}>
              {t('act.objection.narrow')}
            </Button>
          )}
        </Space>
      )}
      <Modal
        open={doing !== undefined}
        title={t(`act.objection.${doing ?? 'decide'}`)}
        onCancel={stop}
        footer={null}
        width={640}
        destroyOnHidden
      >
        {doing === 'narrow' ? (
          <NarrowForm objection={objection} onDone={stop} />
        ) : (
          <DecideForm objection={objection} siblings={siblings} onDone={stop} />
        )}
      </Modal>
    </>
  )
}

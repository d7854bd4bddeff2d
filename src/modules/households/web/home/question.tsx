import { useState, type ReactNode } from 'react'
import type { OwnFact, OwnQuestion, OwnReason, PlaceToGo, ToDo } from '../../rules/own-question.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { AnswerMark } from '../../../../web/kit/decision/answer-mark.tsx'
import { DayText } from '../../../../web/kit/quantities/day-text.tsx'
import { OriginText } from './origin-text.tsx'
import './question.css'

interface Props {
  question: OwnQuestion
  /** The answer in a sentence. */
  children: ReactNode
}

/** One question of the family: the answer, why and by which clause, what is missing, what would change it. */
export function Question({ question, children }: Props) {
  const { t } = useWords()
  const { answer, day, failed, open, met, missing, ways, clauseTexts } = question
  const told = missing.map(({ fact }) => fact)
  const reason = (each: OwnReason) => (
    <Reason key={each.rule} reason={each} answer={answer} told={told} clauseTexts={clauseTexts} />
  )
  return (
    <>
      <p className="own-answer-line">
        <AnswerMark answer={answer} large />
      </p>
      <div className="own-sentence">{children}</div>
      <p className="quiet">
        {t('own.why.day')} <DayText day={day} />
      </p>
      {answer === 'no' && (
        <>
          <h3>{t('own.why.no')}</h3>
          <ul className="own-reasons">{failed.map(reason)}</ul>
        </>
      )}
      {missing.length > 0 && <Missing missing={missing} />}
      {answer === 'unknown' && (
        <>
          <h3>{t('own.why.open')}</h3>
          <ul className="own-reasons">{open.map(reason)}</ul>
        </>
      )}
      <Ways answer={answer} ways={ways} told={told} />
      {answer === 'no' && open.length > 0 && (
        <details>
          <summary>{t('own.why.also-open', { count: open.length })}</summary>
          <ul className="own-reasons">{open.map(reason)}</ul>
        </details>
      )}
      {met.length > 0 && (
        <details>
          <summary>{t('own.why.met', { count: met.length })}</summary>
          <ul className="own-reasons">{met.map(reason)}</ul>
        </details>
      )}
      <PrintedClauses question={question} />
    </>
  )
}

function Reason({
  reason,
  answer,
  told,
  clauseTexts,
}: {
  reason: OwnReason
  answer: OwnQuestion['answer']
  /** Facts that were told above already. */
  told: readonly string[]
  clauseTexts: OwnQuestion['clauseTexts']
}) {
  const { pick } = useWords()
  const { label, refusal, facts, clauses } = reason
  return (
    <li>
      <b>{pick(label)}</b> <OpenClauses ids={clauses} texts={clauseTexts} />
      {answer === 'no' && <p>{pick(refusal)}</p>}
      <Facts facts={facts.filter(({ fact }) => !told.includes(fact))} named />
    </li>
  )
}

/** What an answer rests on: what is recorded, by whom, of which day. */
function Facts({ facts, named = false }: { facts: readonly OwnFact[]; named?: boolean }) {
  const { t, pick } = useWords()
  return facts.map(({ fact, label, now, why, said }) => (
    <div key={fact} className="own-fact">
      {why && now === null && said.length === 0 && (
        <p className="quiet">
          {named && `${pick(label)}${t('kit.colon')}`}
          {t(`own.fact.${why}`)}
        </p>
      )}
      {said.map(({ says, origin }, at) => (
        <p key={at}>
          {pick(says)}{' '}
          <span className="quiet">
            <OriginText origin={origin} />
          </span>
        </p>
      ))}
    </div>
  ))
}

/** The numbers of clauses; a tap shows what each says. */
function OpenClauses({ ids, texts }: { ids: readonly string[]; texts: OwnQuestion['clauseTexts'] }) {
  const { t, pick } = useWords()
  const [shown, setShown] = useState<string>()
  const text = shown === undefined ? undefined : texts[shown]
  return (
    <>
      {ids.map((id) => (
        <button
          key={id}
          type="button"
          className="own-clause"
          aria-expanded={shown === id}
          aria-label={t('own.clause', { id })}
          onClick={() => setShown(shown === id ? undefined : id)}
        >
          {id}
        </button>
      ))}
      {text && (
        <span className="own-clause-text" role="note">
          {shown} {pick(text)}
        </span>
      )}
    </>
  )
}

/** On paper nothing can be tapped: the clauses of what decides stand at the end. */
function PrintedClauses({ question: { clauses, clauseTexts } }: { question: OwnQuestion }) {
  const { t, pick } = useWords()
  return (
    <div className="own-print-only">
      <b>{t('own.clauses')}</b>
      {clauses.map((id) => {
        const text = clauseTexts[id]
        return text && <p key={id}>{`${id} ${pick(text)}`}</p>
      })}
    </div>
  )
}

function Missing({ missing }: { missing: OwnQuestion['missing'] }) {
  const { t, pick } = useWords()
  return (
    <>
      <h3>{t('own.missing')}</h3>
      <ol className="own-steps">
        {missing.map((one) => (
          <li key={one.fact}>
            <b>{t('own.missing.whether', { says: pick(one.says) })}</b>
            <Facts facts={[one]} />
            <Does toDo={one} withPapers />
          </li>
        ))}
      </ol>
    </>
  )
}

function Ways({
  answer,
  ways,
  told,
}: {
  answer: OwnQuestion['answer']
  ways: OwnQuestion['ways']
  told: readonly string[]
}) {
  const { t, pick } = useWords()
  // What is asked for above is no other way.
  const others = ways.filter((way) => answer === 'yes' || !way.every(({ fact }) => told.includes(fact)))
  if (others.length === 0) return null
  const list = (
    <ul className="own-ways">
      {others.map((way) => (
        <li key={way.map(({ fact }) => fact).join()}>
          {way.map((one, at) => (
            <div key={one.fact}>
              {at > 0 && <span>{t('own.ways.and')}</span>}
              <b>{pick(one.says)}</b>
              {one.now && <span className="quiet"> {t('own.ways.now', { now: pick(one.now) })}</span>}
              {answer !== 'yes' && !one.changeable && <p>{t('own.ways.not-yours')}</p>}
              {answer !== 'yes' && !told.includes(one.fact) && <Does toDo={one} />}
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
  return answer === 'yes' ? (
    <details>
      <summary>{t('own.ways.lose')}</summary>
      {list}
    </details>
  ) : (
    <>
      <h3>{t(titleOf(others, told.length > 0))}</h3>
      {list}
    </>
  )
}

const titleOf = (ways: OwnQuestion['ways'], besides: boolean): string => {
  if (besides) return 'own.ways.else'
  if (ways.length > 1) return 'own.ways'
  return (ways[0]?.length ?? 0) > 1 ? 'own.ways.all' : 'own.ways.one'
}

/** What to do, with which paper, and where. */
function Does({ toDo: { does, papers, places }, withPapers = false }: { toDo: ToDo; withPapers?: boolean }) {
  const { t, pick } = useWords()
  return (
    <>
      <p>{pick(does)}</p>
      {withPapers && papers.length > 0 && (
        <p className="quiet">
          {t('own.papers')}
          {papers.map(pick).join(t('own.or'))}
        </p>
      )}
      {places.length > 0 && (
        <p className="quiet">
          {t('own.where')}
          {places.map((place, at) => (
            <span key={place.id}>
              {at > 0 && t('own.or')}
              <Place place={place} />
            </span>
          ))}
        </p>
      )}
    </>
  )
}

function Place({ place: { label, name, telephone } }: { place: PlaceToGo }) {
  const { t, pick } = useWords()
  return (
    <>
      {pick(label)}
      {name && t('own.place.name', { name })}
      {telephone && (
        <>
          {' '}
          <a href={`tel:${telephone}`}>{telephone}</a>
        </>
      )}
    </>
  )
}

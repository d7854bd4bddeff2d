import { useState, type ReactNode } from 'react'
import type { OwnFact, OwnQuestion, OwnReason } from '../../rules/own-question.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { AnswerMark } from '../../../../web/kit/decision/answer-mark.tsx'
import { DayText } from '../../../../web/kit/quantities/day-text.tsx'
import { OwnFacts } from './own-facts.tsx'
import { Steps, Ways } from './own-steps.tsx'
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
  // What is to be done says what is open of it; what fails says so once.
  const toDo = [...missing, ...(answer === 'no' ? ways.flat() : [])].map(({ fact }) => fact)
  const reason = (told: readonly string[]) => (each: OwnReason) => (
    <Reason key={each.rule} reason={each} told={told} clauseTexts={clauseTexts} />
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
          <ul className="own-reasons">{failed.map(reason([]))}</ul>
        </>
      )}
      {answer === 'unknown' && (
        <>
          <h3>{t('own.why.open')}</h3>
          <ul className="own-reasons">{open.map(reason(toDo))}</ul>
        </>
      )}
      {missing.length > 0 && (
        <>
          <h3>{t('own.missing')}</h3>
          <Steps steps={missing} withPapers />
        </>
      )}
      <Ways
        answer={answer}
        ways={ways}
        asked={missing.map(({ fact }) => fact)}
        failing={failed.flatMap(({ facts }) => facts.map(({ fact }) => fact))}
      />
      {answer === 'no' && open.length > 0 && (
        <>
          <h3>{t('own.why.also-open')}</h3>
          <ul className="own-reasons">{open.map(reason(toDo))}</ul>
        </>
      )}
      {met.length > 0 && (
        <details>
          <summary>{t('own.why.met', { count: met.length })}</summary>
          <ul className="own-reasons">{met.map(reason([]))}</ul>
        </details>
      )}
      <PrintedClauses question={question} />
    </>
  )
}

interface ReasonProps {
  reason: OwnReason
  /** Facts that are told elsewhere on the page. */
  told: readonly string[]
  clauseTexts: OwnQuestion['clauseTexts']
}

function Reason({ reason: { label, refusal, facts, clauses }, told, clauseTexts }: ReasonProps) {
  const { pick } = useWords()
  const shown: readonly OwnFact[] = facts.filter(({ fact }) => !told.includes(fact))
  return (
    <li>
      <b>{pick(label)}</b> <OpenClauses ids={clauses} texts={clauseTexts} />
      {facts.length === 0 && <p>{pick(refusal)}</p>}
      <OwnFacts facts={shown} named />
    </li>
  )
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

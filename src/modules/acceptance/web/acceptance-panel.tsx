import type { Checklist } from '../../../kernel/pack/schema.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { ChecklistTold } from '../../../web/kit/checklist/checklist-told.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import type { HomePanelProps } from '../../../web/kit/screen.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { levels } from '../model.ts'
import { findingText } from './finding-text.ts'
import './acceptance.css'

type Page = Answer<'acceptance.page'>
type Visit = Page['visits'][number]

/** Part of a home's page: each visit with its findings and photographs, and who has signed. */
export function AcceptancePanel({ home, ended }: HomePanelProps) {
  const { t } = useWords()
  return (
    <Answered answer={useAnswer('acceptance.page', { home })}>
      {(page) => (
        <>
          {page.acceptedOn && (
            <p className="visit-passes">
              <span aria-hidden="true">✓</span> {t('acceptance.accepted-on', { day: page.acceptedOn })}
            </p>
          )}
          {page.visits.length === 0 && (
            <p className="quiet">{t(ended ? 'acceptance.none' : 'acceptance.none-yet')}</p>
          )}
          <ol className="visits">
            {page.visits.map((visit, i) => (
              <li key={visit.id}>
                <VisitRecord
                  visit={visit}
                  checklist={page.checklist}
                  parts={page.parts}
                  isNext={i === 0 && !ended}
                />
              </li>
            ))}
          </ol>
          <ol className="visits">
            {page.checks.map((check) => (
              <li key={check.id}>
                <CheckRecord check={check} checklist={page.sampleChecklist} parts={page.parts} />
              </li>
            ))}
          </ol>
          {(page.committed || !ended) && (
            <p className={page.committed ? 'visit-passes' : 'quiet'}>
              <span aria-hidden="true">{page.committed ? '✓' : '○'}</span>{' '}
              {t(page.committed ? 'acceptance.committed' : 'acceptance.not-committed')}{' '}
              <Clauses ids={['§3.3.2a']} />
            </p>
          )}
        </>
      )}
    </Answered>
  )
}

function VisitRecord({
  visit,
  checklist,
  parts,
  isNext,
}: {
  visit: Visit
  checklist: Checklist
  parts: Page['parts']
  /** The latest, whose signatures come next. */
  isNext: boolean
}) {
  const speech = useWords()
  const { t } = speech
  return (
    <>
      <h3>
        {t('acceptance.visit', { number: visit.number, day: visit.visitedOn })}{' '}
        <span className={visit.passed ? 'visit-passes' : 'visit-fails'}>
          <span aria-hidden="true">{visit.passed ? '✓' : '✕'}</span>{' '}
          {t(visit.passed ? 'acceptance.passed' : 'acceptance.failed')}
        </span>
      </h3>
      {visit.supervisorName && <p className="quiet">{visit.supervisorName}</p>}
      {visit.findings.length > 0 && (
        <ul className="findings">
          {visit.findings.map((finding) => (
            <li key={`${finding.kind} ${finding.of}`}>
              {findingText(speech, finding, [...checklist.items, ...(parts ?? [])])}
            </li>
          ))}
        </ul>
      )}
      {visit.remark && <p>{visit.remark}</p>}
      {visit.passed && (isNext || visit.villageSignedOn || visit.townSignedOn) && (
        <ul className="signatures">
          {levels.map((level) => {
            const day = level === 'village' ? visit.villageSignedOn : visit.townSignedOn
            return (
              <li key={level}>
                {t(`acceptance.level.${level}`)}
                {t('kit.colon')}
                {day ? t('acceptance.signed', { day }) : t('acceptance.not-signed')}
              </li>
            )
          })}
        </ul>
      )}
      <PartsTold parts={parts} seen={visit.parts} />
      <ChecklistTold checklist={checklist} answers={visit.items} />
    </>
  )
}

function CheckRecord({
  check,
  checklist,
  parts,
}: {
  check: Page['checks'][number]
  checklist: Checklist
  parts: Page['parts']
}) {
  const speech = useWords()
  const { t } = speech
  const { level, number, checkedOn: day } = check
  return (
    <>
      <h3>
        {t('acceptance.check', { level, number, day })}{' '}
        <span className={check.passed ? 'visit-passes' : 'visit-fails'}>
          <span aria-hidden="true">{check.passed ? '✓' : '✕'}</span>{' '}
          {t(check.passed ? 'acceptance.passed' : 'acceptance.failed')}
        </span>
      </h3>
      {check.findings.length > 0 && (
        <ul className="findings">
          {check.findings.map((finding) => (
            <li key={`${finding.kind} ${finding.of}`}>
              {findingText(speech, finding, [...checklist.items, ...(parts ?? [])])}
            </li>
          ))}
        </ul>
      )}
      {check.remark && <p>{check.remark}</p>}
      <PartsTold parts={parts} seen={check.parts} />
      <ChecklistTold checklist={checklist} answers={check.items} />
    </>
  )
}

/** What was measured in the home, part by part. */
function PartsTold({ parts, seen }: { parts: Page['parts']; seen: Visit['parts'] }) {
  const { t, pick } = useWords()
  if (!parts) return null
  const labelOf = (part: string) => {
    const known = parts.find(({ id }) => id === part)
    return known ? pick(known.label) : part
  }
  return (
    <p className="figure">
      {seen
        .map(({ part, areaM2 }) => `${labelOf(part)} ${t('works.parts.area', { area: areaM2 })}`)
        .join(' · ')}
    </p>
  )
}

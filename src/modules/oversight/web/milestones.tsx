import type { Answer } from '../../../web/kit/api/names.ts'
import { type Speech, useWords } from '../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'

type Page = Answer<'overview.page'>
type Milestone = Page['milestones'][number]

const signs: Record<Milestone['state'], string> = {
  reached: '✓',
  late: '✕',
  slow: '!',
  'on-the-way': '●',
  open: '◔',
  unmeasured: '○',
}

/** The dates of the plan: days left, how much is done, and what pace the rest needs. */
export function Milestones({ page }: { page: Page }) {
  const { t } = useWords()
  return (
    <>
      <ol className="milestones">
        {page.milestones.map((milestone) => (
          <li key={milestone.id} className={`milestone-${milestone.state}`}>
            <OneMilestone milestone={milestone} today={page.today} />
          </li>
        ))}
      </ol>
      {!page.isWhole && <p className="quiet">{t('overview.milestones.part')}</p>}
    </>
  )
}

function OneMilestone({ milestone, today }: { milestone: Milestone; today: string }) {
  const speech = useWords()
  const { t, pick } = speech
  const { done, of, state } = milestone
  return (
    <>
      <div className="milestone-head">
        <span className="milestone-state">
          <span aria-hidden="true">{signs[state]}</span> {t(`overview.milestone.${state}`)}
        </span>
        <b>{pick(milestone.label)}</b>
        <Clauses ids={milestone.clauses} /> {milestone.status === 'assumed' && <Assumed />}
      </div>
      {done !== null && of !== null && (
        <progress max={Math.max(of, 1)} value={Math.min(done, of)} aria-label={pick(milestone.label)} />
      )}
      <div className="milestone-figures">
        <DayText day={milestone.day} today={today} />
        {done !== null && of !== null && (
          <span className="quiet">
            <Count of={done} /> / <Count of={of} /> {unitOf(speech, milestone)}
          </span>
        )}
      </div>
      <p className="milestone-pace quiet">{paceText(speech, milestone)}</p>
    </>
  )
}

const unitOf = ({ t, pick }: Speech, { unitLabel }: Milestone): string =>
  unitLabel ? pick(unitLabel) : t('overview.unit.lot')

function paceText(speech: Speech, milestone: Milestone): string {
  const { t } = speech
  const { state, neededPerDay, recentPerDay, done, of } = milestone
  const unit = unitOf(speech, milestone)
  const said = (count: number) => count.toLocaleString('en-US')
  if (state === 'late') return t('overview.milestone.missing', { count: said((of ?? 0) - (done ?? 0)), unit })
  if (neededPerDay === null) return ''
  if (recentPerDay === null) return t('overview.milestone.needed', { needed: said(neededPerDay), unit })
  return t('overview.milestone.pace', { needed: said(neededPerDay), recent: said(recentPerDay), unit })
}

import type { CSSProperties } from 'react'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useIsNarrow } from '../../../web/kit/frame/use-is-narrow.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Stage } from '../../../web/kit/road/stage.tsx'
import { Figure } from './figure.tsx'

type Page = Answer<'overview.page'>
type Group = Page['groups'][number]
type Step = Group['steps'][number]
type Filter = Parameters<typeof Figure>[0]['filter']

interface Props {
  page: Page
  town: string | undefined
}

/** The road as a funnel, one column for each line of work and kind of area; on a phone one after the other. */
export function Funnel({ page, town }: Props) {
  const { t } = useWords()
  const narrow = useIsNarrow()
  const opens = useMay('register.read')
  const { groups } = page
  const stages = groups[0]?.steps.map(({ stage }) => stage) ?? []
  const parts = narrow ? groups.map((group) => [group]) : [groups]
  return (
    <>
      <p className="quiet overview-lead">
        {t(opens ? 'overview.funnel.lead' : 'overview.funnel.lead-closed')}
      </p>
      {parts.map((part) => (
        <table key={part.map(keyOf).join()} className="funnel">
          <thead>
            <tr>
              <th scope="col">{t('overview.stage')}</th>
              {part.map((group) => (
                <th key={keyOf(group)} scope="col">
                  <GroupName group={group} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.isWhole && <Targets groups={part} />}
            {stages.map((stage) => (
              <tr key={stage}>
                <th scope="row">
                  <Stage stage={stage} />
                </th>
                {part.map((group) => (
                  <Cell key={keyOf(group)} group={group} stage={stage} town={town} />
                ))}
              </tr>
            ))}
            <Answers groups={part} town={town} />
            <Ended groups={part} town={town} />
          </tbody>
        </table>
      ))}
    </>
  )
}

const keyOf = ({ line, areaKind }: Group) => `${line} ${areaKind}`
const filterOf = ({ line, areaKind }: Group, town: string | undefined): Filter => ({ line, areaKind, town })

function GroupName({ group }: { group: Group }) {
  const { t, pick } = useWords()
  return (
    <>
      {group.lineLabel ? pick(group.lineLabel) : t(`overview.line.${group.line}`)}
      <span className="funnel-area">
        {group.label ? pick(group.label) : t(`overview.area.${group.areaKind}`)}
      </span>
    </>
  )
}

function Targets({ groups }: { groups: readonly Group[] }) {
  const { t, pick } = useWords()
  return (
    <tr className="funnel-target">
      <th scope="row">{t('overview.target')}</th>
      {groups.map(({ target, unitLabel, ...group }) => (
        <td key={keyOf({ ...group, target, unitLabel })}>
          {target ? (
            <>
              <b>
                <Count of={target.count} />
              </b>{' '}
              {unitLabel && pick(unitLabel)} <Clauses ids={target.clauses} />
            </>
          ) : (
            <span className="quiet">{t('overview.unasked')}</span>
          )}
        </td>
      ))}
    </tr>
  )
}

function Cell({ group, stage, town }: { group: Group; stage: Step['stage']; town: string | undefined }) {
  const { t, pick } = useWords()
  const step = group.steps.find((each) => each.stage === stage)
  if (!step) return <td />
  const most = group.target?.count ?? group.steps[0]?.amount ?? 0
  const share = most === 0 ? 0 : step.amount / most
  const style = { '--share': `${Math.min(100, share * 100)}%` } as CSSProperties
  const filter = filterOf(group, town)
  return (
    <td className="funnel-cell" style={style}>
      <span className="funnel-figures">
        <Figure of={step.homes} filter={{ ...filter, from: stage }} />
        {group.unit === 'm2' && step.homes > 0 && (
          <span className="quiet">
            <Count of={step.amount} /> {group.unitLabel && pick(group.unitLabel)}
          </span>
        )}
        {step.unmeasured > 0 && (
          <span className="quiet">{t('overview.unmeasured', { count: step.unmeasured })}</span>
        )}
        {step.here > 0 && (
          <span className="quiet" title={t('overview.here', { count: step.here })}>
            (<Figure of={step.here} filter={{ ...filter, stage }} />)
          </span>
        )}
        <span className="funnel-share figure">
          {group.target && t('overview.share', { percent: percentText(share) })}
        </span>
      </span>
    </td>
  )
}

/** A part of a thousand must not read as nothing. */
const percentText = (share: number): string =>
  share > 0 && share < 0.01 ? (share * 100).toFixed(2) : (share * 100).toFixed(1)

function Answers({ groups, town }: { groups: readonly Group[]; town: string | undefined }) {
  const { t } = useWords()
  return (
    <tr className="funnel-aside">
      <th scope="row">{t('overview.answers')}</th>
      {groups.map((group) => (
        <td key={keyOf(group)}>
          {(['yes', 'no', 'unknown'] as const).map((answer) => (
            <span key={answer} className={`funnel-answer funnel-${answer}`}>
              {t(`kit.answer.${answer}`)}{' '}
              <Figure of={group.answers[answer]} filter={{ ...filterOf(group, town), answer }} />
            </span>
          ))}
        </td>
      ))}
    </tr>
  )
}

function Ended({ groups, town }: { groups: readonly Group[]; town: string | undefined }) {
  const { t } = useWords()
  return (
    <tr className="funnel-aside">
      <th scope="row">{t('overview.ended')}</th>
      {groups.map((group) => (
        <td key={keyOf(group)}>
          {(['withdrawn', 'refused', 'revoked'] as const).map((ended) => (
            <span key={ended} className="funnel-answer">
              {t(`stage.${ended}`)}{' '}
              <Figure of={group.ended[ended]} filter={{ ...filterOf(group, town), ended }} />
            </span>
          ))}
        </td>
      ))}
    </tr>
  )
}

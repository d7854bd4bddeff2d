import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { Files } from './files.tsx'

/** The meetings of a village's representatives with their votes, and what followed or why nothing did. */
export function Meetings({ page }: { page: Answer<'outreach.village'> }) {
  const { t, pick } = useWords()
  const labelOf = (route: string) => {
    const found = page.routes.find(({ id }) => id === route)
    return found ? pick(found.label) : route
  }
  return (
    <RowTable
      rows={page.meetings}
      rowKey={({ id }) => id}
      empty={<Empty>{t('outreach.meetings.none')}</Empty>}
      columns={[
        { key: 'heldOn', render: ({ heldOn }) => <DayText day={heldOn} /> },
        {
          key: 'present',
          title: 'outreach.present',
          render: ({ present, representatives }) => (
            <span className="figure">{`${present} / ${representatives}`}</span>
          ),
        },
        {
          key: 'votes',
          title: 'outreach.votes',
          wide: true,
          render: ({ votes }) =>
            votes.map((vote) => (
              <div key={vote.route}>
                {labelOf(vote.route)}{' '}
                <span className="figure">{`${vote.for} / ${vote.against} / ${vote.abstained}`}</span>
              </div>
            )),
        },
        {
          key: 'route',
          title: 'outreach.outcome',
          wide: true,
          render: ({ route, why, quorumPercent, majorityPercent }) =>
            route ? (
              <b>✓ {t('outreach.outcome.route', { route: labelOf(route) })}</b>
            ) : (
              <span>
                ! {why && t(`outreach.outcome.${why}`, { quorum: quorumPercent, majority: majorityPercent })}
              </span>
            ),
        },
        {
          key: 'minutes',
          title: 'outreach.evidence',
          render: ({ minutes, photos }) => (
            <>
              <Files digests={minutes} kind="minutes" />
              <Files digests={photos} kind="photo" />
            </>
          ),
        },
        { key: 'recordedBy', title: 'outreach.recorded-by' },
      ]}
    />
  )
}

import type { Answer } from '../../../../web/kit/api/names.ts'
import { useAnswer } from '../../../../web/kit/api/use-answer.ts'
import { Panel } from '../../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { DayText, InstantText } from '../../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../../web/kit/states/answered.tsx'
import { Empty } from '../../../../web/kit/states/empty.tsx'
import { RowTable } from '../../../../web/kit/table/row-table.tsx'
import { PolicyFrame } from '../policy-frame.tsx'
import { StartDraft } from './draft-forms.tsx'
import './drafts.css'

type Row = Answer<'policy.drafts'>['rows'][number]

/** All drafts of a change of policy. */
export function DraftsPage() {
  const { t } = useWords()
  const answer = useAnswer('policy.drafts', {})
  return (
    <PolicyFrame tab="drafts">
      <Panel title={t('draft.title')} extra={<StartDraft />}>
        <p className="quiet policy-note">{t('draft.lead')}</p>
        <Answered answer={answer}>
          {({ rows }) => (
            <RowTable
              rows={rows}
              rowKey={({ id }) => id}
              open={({ id }) => `/policy/drafts/${id}`}
              empty={<Empty>{t('draft.none')}</Empty>}
              columns={[
                { key: 'name', title: 'draft.name', render: ({ name }) => <b>{name}</b> },
                { key: 'state', title: 'draft.state', render: (row) => <State row={row} /> },
                {
                  key: 'started',
                  title: 'draft.started',
                  render: ({ startedOn, startedBy }) => (
                    <>
                      <DayText day={startedOn} /> {startedBy}
                    </>
                  ),
                },
                {
                  key: 'saved',
                  title: 'draft.saved',
                  render: ({ savedAt, savedBy }) => (
                    <>
                      <InstantText at={savedAt} /> {savedBy}
                    </>
                  ),
                },
              ]}
            />
          )}
        </Answered>
      </Panel>
    </PolicyFrame>
  )
}

function State({ row }: { row: Row }) {
  const { t } = useWords()
  return (
    <>
      {t(`draft.state.${row.state}`)}{' '}
      <span className="quiet">{t('draft.version', { version: row.version })}</span>
    </>
  )
}

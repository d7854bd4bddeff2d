import { Button } from 'antd'
import { AddressLink, useGo } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { SourceStateMark } from './source-state-mark.tsx'
import { UndoSource } from './undo-source.tsx'
import { useOwnKinds } from './use-own-kinds.ts'

/** Which lists the season needs, what is missing or old, and everything other offices delivered. */
export function SourcesPage() {
  const { t } = useWords()
  const go = useGo()
  const mayImport = useMay('source.import')
  const own = useOwnKinds()
  const kinds = useAnswer('source.kinds', {})
  return (
    <PageFrame
      title={t('sources.title')}
      lead={t('sources.lead')}
      actions={
        mayImport && (
          <Button type="primary" onClick={() => go('/sources/import')}>
            {t('act.source.import')}
          </Button>
        )
      }
    >
      <Panel title={t('sources.kinds')}>
        <Answered answer={kinds}>{(found) => <Kinds found={found} mayImport={mayImport} />}</Answered>
      </Panel>
      <Panel title={t('sources.all')}>
        <AnswerTable
          name="source.list"
          rowKey={(row) => row.id}
          filters={[
            {
              key: 'kind',
              label: 'sources.kind',
              kind: 'choice',
              options: own.map((kind) => ({ value: kind, label: t(`choice.source-kind.${kind}`) })),
            },
          ]}
          columns={[
            {
              key: 'kind',
              title: 'sources.kind',
              render: (row) => (
                <AddressLink to={`/sources/${row.id}`}>{t(`choice.source-kind.${row.kind}`)}</AddressLink>
              ),
            },
            { key: 'asOf', title: 'sources.as-of', render: (row) => <DayText day={row.asOf} /> },
            { key: 'deliveredBy', title: 'sources.delivered-by' },
            { key: 'areaName', title: 'sources.area' },
            {
              key: 'rows',
              title: 'sources.rows',
              align: 'right',
              render: (row) => (
                <>
                  <Count of={row.rows} />
                  {row.leftOut > 0 && (
                    <span className="quiet"> {t('sources.left-out', { count: row.leftOut })}</span>
                  )}
                </>
              ),
            },
            { key: 'fileName', title: 'sources.file', wide: true },
            {
              key: 'importedOn',
              title: 'sources.imported',
              render: (row) => (
                <>
                  <DayText day={row.importedOn} /> <span className="quiet">{row.importedBy}</span>
                </>
              ),
            },
            {
              key: 'undone',
              title: 'sources.state',
              render: (row) =>
                row.undoneOn ? (
                  <span className="quiet">
                    {t('sources.undone', { day: row.undoneOn, by: row.undoneBy ?? '' })}
                  </span>
                ) : (
                  <UndoSource source={row} />
                ),
            },
          ]}
          empty={<Empty>{t('sources.none')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}

function Kinds({ found, mayImport }: { found: Answer<'source.kinds'>; mayImport: boolean }) {
  const { t } = useWords()
  const seesHomes = useMay('register.read')
  return (
    <>
      <RowTable
        rows={found.kinds}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', title: 'sources.kind', render: ({ kind }) => t(`choice.source-kind.${kind}`) },
          {
            key: 'usedFor',
            title: 'sources.used-for',
            wide: true,
            render: ({ kind }) => <span className="quiet">{t(`sources.used-for.${kind}`)}</span>,
          },
          {
            key: 'state',
            title: 'sources.state',
            render: ({ kind, state, uncovered, ownWord }) => (
              <>
                <SourceStateMark state={state} />
                {state === 'partly' && (
                  <span className="quiet">
                    {' '}
                    {t('sources.uncovered', {
                      towns: uncovered.slice(0, 3).join(t('kit.list-comma')),
                      count: uncovered.length,
                    })}
                  </span>
                )}
                {ownWord > 0 && (
                  <p className="own-word">
                    {t(`sources.own-word.${kind}`, { count: ownWord })}{' '}
                    {seesHomes && (
                      <AddressLink to={`/register?ownWord=${kind}`}>{t('sources.own-word.see')}</AddressLink>
                    )}
                  </p>
                )}
              </>
            ),
          },
          { key: 'newest', title: 'sources.newest', render: ({ newest }) => <DayText day={newest} /> },
          {
            key: 'lists',
            title: 'sources.lists',
            align: 'right',
            render: ({ lists }) => <Count of={lists} />,
          },
          { key: 'rows', title: 'sources.rows', align: 'right', render: ({ rows }) => <Count of={rows} /> },
          ...(mayImport
            ? [
                {
                  key: 'import',
                  title: 'sources.import',
                  render: ({ kind }: { kind: string }) => (
                    <AddressLink to={`/sources/import?kind=${kind}`}>{t('sources.import')}</AddressLink>
                  ),
                },
              ]
            : []),
        ]}
      />
      <p className="quiet">{t('sources.max-age', { count: found.maxAgeDays })}</p>
    </>
  )
}

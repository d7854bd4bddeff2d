import { Button } from 'antd'
import { useParams } from '@tanstack/react-router'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { sourceForms } from '../rules/forms.ts'
import { UndoSource } from './undo-source.tsx'

type Source = Answer<'source.page'>
type Row = RowOf<'source.rows'>

/** One list: whose it is, what day it is of, and its lines. */
export function SourcePage() {
  const { t } = useWords()
  const { source: id } = useParams({ strict: false }) as { source: string }
  const answer = useAnswer('source.page', { source: id })
  return (
    <Answered answer={answer}>
      {(source) => (
        <PageFrame
          title={t(`choice.source-kind.${source.kind}`)}
          lead={
            <>
              {t('home-sources.as-of', { day: source.asOf })} · {source.deliveredBy} · {source.areaName}{' '}
              {source.synthetic && <span className="quiet">{t('sources.synthetic')}</span>}
            </>
          }
          back={{ to: '/sources', label: t('sources.title') }}
          actions={source.undoneOn === null && source.mayUndo && <UndoSource source={source} />}
        >
          <Panel>
            <Facts items={factsOf(source, t)} />
          </Panel>
          {source.undoneOn === null ? <Lines source={source} /> : <Empty>{t('source.gone')}</Empty>}
        </PageFrame>
      )}
    </Answered>
  )
}

const factsOf = (source: Source, t: (key: string, values?: Record<string, unknown>) => string) => [
  { key: 'file', label: t('sources.file'), value: source.fileName },
  {
    key: 'rows',
    label: t('sources.rows'),
    value: (
      <>
        <Count of={source.rows} /> {source.leftOut > 0 && t('sources.left-out', { count: source.leftOut })}
      </>
    ),
  },
  {
    key: 'imported',
    label: t('sources.imported'),
    value: (
      <>
        <DayText day={source.importedOn} /> {source.importedBy}
      </>
    ),
  },
  ...(source.undoneOn === null
    ? []
    : [
        {
          key: 'undone',
          label: t('sources.state'),
          value: t('sources.undone', { day: source.undoneOn, by: source.undoneBy ?? '' }),
        },
      ]),
]

function Lines({ source }: { source: Source }) {
  const { t } = useWords()
  const [texts, change] = useSearchTexts()
  return (
    <>
      {source.mine < source.rows && !texts.row && (
        <p className="quiet">{t('source.own-area', { mine: source.mine, count: source.rows })}</p>
      )}
      {texts.row && (
        <p className="quiet">
          {t('source.one-row')}{' '}
          <Button type="link" size="small" onClick={() => change({ row: undefined })}>
            {t('source.all-rows')}
          </Button>
        </p>
      )}
      <AnswerTable
        key={source.id}
        name="source.rows"
        input={{ source: source.id, ...(texts.row && { row: texts.row }) }}
        rowKey={(row) => row.id}
        columns={columnsOf(source.kind)}
        exports="source.export"
        filters={[{ key: 'search', kind: 'search', hint: 'source.search' }]}
        empty={<Empty>{t(texts.row ? 'source.not-yours' : 'source.none')}</Empty>}
      />
    </>
  )
}

const dayShown = ({ day, dayWritten }: Row) => (day === null ? dayWritten : <DayText day={day} />)

/** What a kind of list holds: the columns of its form, and where each line stood. */
function columnsOf(kind: Source['kind']): Column<Row>[] {
  const fields = sourceForms[kind].columns.map(({ field }) => field)
  const shown: Column<Row>[] = []
  for (const field of fields) {
    if (field === 'town') shown.push({ key: 'townName', title: 'source.col.town' })
    else if (field === 'village') shown.push({ key: 'placeName', title: 'source.col.placeName' })
    else if (field === 'day') shown.push({ key: 'day', title: 'source.col.day', render: dayShown })
    else if (field === 'year')
      shown.push({ key: 'year', title: 'source.col.year', render: ({ year }) => year?.toString() })
    else if (field !== 'telephone')
      shown.push({ key: field, title: `source.col.${field}`, wide: field === 'address' || field === 'title' })
  }
  return [...shown, { key: 'where', title: 'source.where', render: ({ sheet, row }) => `${sheet} ${row}` }]
}

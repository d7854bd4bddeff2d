import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { download } from '../../../web/kit/api/download.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { type Filter, filterInput } from '../../../web/kit/table/filters.ts'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import { gaps } from '../model.ts'

type Row = RowOf<'readings.homes'>

/** The homes behind a figure of the readings: whose are missing, and which. */
export function ReadingHomesPage() {
  const { t } = useWords()
  const { season: id } = useParams({ strict: false }) as { season: string }
  const answer = useAnswer('readings.page', { season: id })
  const [texts] = useSearchTexts()
  const mayAsk = useMay('readings.import')
  const opensHomes = useMay('register.read')
  const { loading, trouble, start } = useDownload()
  return (
    <Answered answer={answer}>
      {(page) => {
        const filters: Filter[] = [
          { key: 'search', kind: 'search', hint: 'readings.search' },
          {
            key: 'town',
            label: 'readings.town',
            kind: 'choice',
            options: page.towns.map(({ town, name }) => ({ value: town, label: name })),
          },
          {
            key: 'gap',
            label: 'readings.gap',
            kind: 'choice',
            options: gaps.map((value) => ({ value, label: t(`readings.gap.${value}`) })),
          },
          { key: 'day', label: 'readings.day', kind: 'day' },
        ]
        return (
          <PageFrame
            title={t('readings.homes-title', { season: page.name })}
            lead={t('readings.ask')}
            back={{ to: `/seasons/${id}/readings`, label: t('readings.link') }}
            actions={
              mayAsk && (
                <Button
                  loading={loading}
                  onClick={() =>
                    start(() => download('readings.missing', { season: id, ...filterInput(filters, texts) }))
                  }
                >
                  {t('readings.missing-file')}
                </Button>
              )
            }
          >
            <Panel>
              {trouble}
              <AnswerTable
                name="readings.homes"
                input={{ season: id }}
                columns={columnsOf(t)}
                rowKey={({ home }) => home}
                open={({ home }) => (opensHomes ? `/homes/${home}` : undefined)}
                filters={filters}
                empty={<Empty>{t('readings.no-home')}</Empty>}
              />
            </Panel>
          </PageFrame>
        )
      }}
    </Answered>
  )
}

const columnsOf = (t: (key: string) => string): Column<Row>[] => [
  {
    key: 'place',
    title: 'readings.place',
    render: ({ town, village, sequence }) => `${town} ${village} ${sequence}`,
  },
  { key: 'householder', title: 'readings.home', render: ({ householder }) => <b>{householder}</b> },
  { key: 'accountNumber', title: 'field.accountNumber' },
  {
    key: 'readings',
    title: 'readings.count',
    align: 'right',
    render: ({ readings }) => <Count of={readings} />,
  },
  { key: 'firstDay', title: 'readings.first-day', render: ({ firstDay }) => t(`readings.how.${firstDay}`) },
  { key: 'lastDay', title: 'readings.last-day', render: ({ lastDay }) => t(`readings.how.${lastDay}`) },
]

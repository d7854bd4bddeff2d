import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import { DrawSample } from './draw-sample.tsx'
import { populationKey } from './population-text.ts'

/** Every audit sample, with how far it has come. */
export function SamplesPage() {
  const { t } = useWords()
  const mayDraw = useMay('audit.sample')
  return (
    <PageFrame title={t('audit.samples')} lead={t('audit.samples.lead')} actions={mayDraw && <DrawSample />}>
      <AnswerTable
        name="audit.samples"
        rowKey={({ id }) => id}
        open={({ id }) => `/audit-samples/${id}`}
        empty={<Empty>{t('audit.samples.none')}</Empty>}
        columns={[
          { key: 'number', title: 'audit.sample.number', align: 'right' },
          {
            key: 'population',
            title: 'audit.sample.population',
            wide: true,
            render: ({ population, townName }) =>
              `${t(populationKey(population))} · ${townName ?? t('audit.sample.all-towns')}`,
          },
          {
            key: 'size',
            title: 'audit.sample.size',
            align: 'right',
            render: ({ size, homes }) => t('audit.sample.of', { size, homes }),
          },
          {
            key: 'examined',
            title: 'audit.sample.examined',
            align: 'right',
            render: ({ concluded }) => concluded.examined,
          },
          { key: 'wrong', title: 'audit.sample.wrong', align: 'right' },
          {
            key: 'drawnOn',
            title: 'audit.sample.drawn-on',
            render: ({ drawnOn }) => <DayText day={drawnOn} />,
          },
          { key: 'drawnBy', title: 'audit.sample.drawn-by' },
        ]}
      />
    </PageFrame>
  )
}

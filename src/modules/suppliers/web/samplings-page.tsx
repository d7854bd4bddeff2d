import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import { SamplingResult, serialsText } from './sampling-result.tsx'

/** Market regulation's samples by model and batch (§A.6), with the machines a stopped batch has out there. */
export function SamplingsPage() {
  const { t } = useWords()
  const maySample = useMay('sampling.record')
  const mayCount = useMay('register.read')
  return (
    <PageFrame
      title={t('samplings.title')}
      lead={
        <>
          {t('samplings.lead')}{' '}
          {maySample && <AddressLink to="/models">{t('samplings.record-where')}</AddressLink>}
        </>
      }
    >
      <AnswerTable
        name="sampling.list"
        columns={[
          { key: 'number', align: 'right' },
          { key: 'model', render: ({ maker, modelName }) => `${maker} ${modelName}` },
          { key: 'batch' },
          {
            key: 'serials',
            title: 'samplings.serials',
            wide: true,
            render: (row) => <span className="figure">{serialsText(row)}</span>,
          },
          { key: 'sampledOn', render: ({ sampledOn }) => <DayText day={sampledOn} /> },
          { key: 'result', title: 'samplings.result', render: (row) => <SamplingResult {...row} /> },
          ...(mayCount
            ? [
                {
                  key: 'machines',
                  title: 'samplings.machines',
                  align: 'right' as const,
                  render: ({ machines, passed }: { machines: number; passed: boolean }) =>
                    passed ? '' : <Count of={machines} />,
                },
              ]
            : []),
        ]}
        rowKey={({ id }) => id}
        open={({ id }) => `/samplings/${id}`}
        filters={[
          { key: 'search', kind: 'search', hint: 'samplings.search' },
          { key: 'passed', kind: 'flag' },
        ]}
        empty={<Empty>{t('samplings.empty')}</Empty>}
      />
    </PageFrame>
  )
}

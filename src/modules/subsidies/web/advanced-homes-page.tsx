import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { advanceSteps, ageBands } from '../rules/ageing.ts'

/** The homes behind a figure of the advances, the longest waiting first. */
export function AdvancedHomesPage() {
  const { t } = useWords()
  const firms = useAnswer('organisation.list', { kind: 'contractor' }).data ?? []
  const columns: Column<RowOf<'advance.homes'>>[] = [
    { key: 'householder' },
    {
      key: 'place',
      title: 'field.village',
      render: (row) => `${row.townName} ${row.villageName} ${row.sequence}`,
    },
    { key: 'contractorName', title: 'role.contractor' },
    { key: 'line', title: 'field.line', render: ({ line }) => t(`choice.line.${line}`), optional: true },
    {
      key: 'step',
      title: 'ageing.step',
      render: ({ step, claim, claimNumber }) => (
        <>
          {t(`advance-step.${step}`)}{' '}
          {claim && (
            <AddressLink to={`/claims/${claim}`}>{t('ageing.claim', { number: claimNumber })}</AddressLink>
          )}
        </>
      ),
    },
    { key: 'since', title: 'advances.since', render: ({ since }) => <DayText day={since} /> },
    {
      key: 'days',
      title: 'advances.days',
      align: 'right',
      render: ({ days }) => t('ageing.days', { count: days }),
    },
    {
      key: 'amountFen',
      title: 'ageing.amount',
      align: 'right',
      render: ({ amountFen }) =>
        amountFen === null ? (
          <span className="quiet">{t('ageing.not-reckoned')}</span>
        ) : (
          <Money fen={amountFen} />
        ),
    },
  ]
  return (
    <PageFrame
      title={t('advances.of-homes')}
      lead={t('advances.lead')}
      back={{ to: '/advances', label: t('advances.title') }}
    >
      <Panel>
        <AnswerTable
          name="advance.homes"
          columns={columns}
          rowKey={({ home }) => home}
          open={({ home }) => `/homes/${home}`}
          filters={[
            {
              key: 'contractor',
              label: 'role.contractor',
              kind: 'choice',
              options: firms.map(({ id, name }) => ({ value: id, label: name })),
            },
            {
              key: 'step',
              label: 'ageing.step',
              kind: 'choice',
              options: advanceSteps.map((value) => ({ value, label: t(`advance-step.${value}`) })),
            },
            {
              key: 'band',
              label: 'advances.days',
              kind: 'choice',
              options: ageBands.map((value) => ({ value, label: t(`age-band.${value}`) })),
            },
          ]}
          exports="advance.export"
          empty={<Empty>{t('advances.none')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}

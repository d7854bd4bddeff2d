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
import { ageBands, owedSteps, subsidyKinds } from '../rules/ageing.ts'

/** The homes of a figure of the ageing, the longest waiting first. */
export function OwedPage() {
  const { t } = useWords()
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const columns: Column<RowOf<'money.owed'>>[] = [
    { key: 'householder' },
    {
      key: 'place',
      title: 'field.village',
      render: (row) => `${row.townName} ${row.villageName} ${row.sequence}`,
    },
    { key: 'kind', title: 'ageing.kind', render: ({ kind }) => t(`recovery-kind.${kind}`) },
    {
      key: 'step',
      title: 'ageing.step',
      wide: true,
      render: ({ step, claim, claimNumber, season, seasonName }) => (
        <>
          {t(`owed-step.${step}`)}{' '}
          {claim && (
            <AddressLink to={`/claims/${claim}`}>{t('ageing.claim', { number: claimNumber })}</AddressLink>
          )}
          {season && <AddressLink to={`/seasons/${season}`}>{seasonName}</AddressLink>}
        </>
      ),
    },
    { key: 'who', title: 'ageing.who', render: ({ step }) => t(`owed-by.${step}`) },
    { key: 'since', title: 'ageing.since', render: ({ since }) => <DayText day={since} /> },
    {
      key: 'days',
      title: 'ageing.age',
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
      title={t('owed.title')}
      lead={t('ageing.lead')}
      back={{ to: '/ageing', label: t('ageing.title') }}
    >
      <Panel>
        <AnswerTable
          name="money.owed"
          columns={columns}
          rowKey={({ home, kind, season }) => `${home} ${kind} ${season}`}
          open={({ home }) => `/homes/${home}`}
          filters={[
            {
              key: 'kind',
              label: 'ageing.kind',
              kind: 'choice',
              options: subsidyKinds.map((value) => ({ value, label: t(`recovery-kind.${value}`) })),
            },
            {
              key: 'step',
              label: 'ageing.step',
              kind: 'choice',
              options: owedSteps.map((value) => ({ value, label: t(`owed-step.${value}`) })),
            },
            {
              key: 'band',
              label: 'ageing.age',
              kind: 'choice',
              options: ageBands.map((value) => ({ value, label: t(`age-band.${value}`) })),
            },
            {
              key: 'town',
              label: 'field.town',
              kind: 'choice',
              options: towns.map(({ code, name }) => ({ value: code, label: name })),
            },
          ]}
          exports="owed.export"
          empty={<Empty>{t('ageing.none')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}

import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { AddressCheck } from '../../../web/kit/table/address-check.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { claimStates } from '../model.ts'
import { LeftNote } from './left-note.tsx'
import { Built } from './built.tsx'
import { ClaimMark } from './claim-mark.tsx'
import { StateRow } from './state-row.tsx'

const columns: Column<RowOf<'claim.list'>>[] = [
  { key: 'number', title: 'claim.number', render: (row) => <ClaimNumber number={row.number} /> },
  { key: 'state', title: 'claim.state', render: (row) => <ClaimMark state={row.state} /> },
  { key: 'lot', title: 'field.lot' },
  { key: 'contractor', title: 'claim.contractor' },
  {
    key: 'homes',
    title: 'claim.homes',
    align: 'right',
    render: (row) => (
      <AddressLink to={`/claims/${row.id}`}>
        <Count of={row.homes} />
      </AddressLink>
    ),
  },
  { key: 'units', title: 'claim.units', align: 'right', render: (row) => <Built {...row} /> },
  {
    key: 'totalFen',
    title: 'claim.total',
    align: 'right',
    render: (row) => (
      <>
        <Money fen={row.totalFen} />
        <LeftNote of={row} to={`/claims/${row.id}?only=left`} />
      </>
    ),
  },
  { key: 'submittedOn', title: 'claim.submitted-on', render: (row) => <DayText day={row.submittedOn} /> },
  { key: 'paidOn', title: 'claim.paid-on', render: (row) => <DayText day={row.paidOn} /> },
]

function ClaimNumber({ number }: { number: number }) {
  const { t } = useWords()
  return t('claim.no', { number })
}

/** The contractors' claims by state, and for each lot what could be claimed now. */
export function ClaimsPage() {
  const { t } = useWords()
  const [texts] = useSearchTexts()
  const { counts = [], withLeft = 0, toRelease = 0 } = useAnswer('claim.list', {}).data ?? {}
  const left = texts.left === 'yes'
  const release = texts.release === 'yes'
  const lots = useAnswer('claim.lots', {})
  const maySubmit = useMay('claim.submit')
  return (
    <PageFrame title={t('claims.title')} lead={t('claims.lead')}>
      <Panel title={t('claim.by-lot')}>
        <Answered
          answer={lots}
          isEmpty={(rows) => rows.length === 0}
          empty={<Empty>{t('claim.no-lots')}</Empty>}
        >
          {(rows) => (
            <RowTable
              rows={rows}
              rowKey={(row) => row.id}
              open={(row) => `/claims/lots/${row.id}`}
              columns={[
                { key: 'name', title: 'field.lot' },
                { key: 'unitPriceFen', align: 'right', render: (row) => <Money fen={row.unitPriceFen} /> },
                {
                  key: 'account',
                  title: 'lot-account.open',
                  render: (row) => (
                    <AddressLink to={`/claims/lots/${row.id}/account`}>{t('lot-account.open')}</AddressLink>
                  ),
                },
                {
                  key: 'preview',
                  title: 'claim.preview',
                  render: () => t(maySubmit ? 'claim.preview.claim' : 'claim.preview.open'),
                },
              ]}
            />
          )}
        </Answered>
      </Panel>
      <Panel title={t('claims.title')}>
        <StateRow
          label={t('claim.state')}
          states={[
            {
              key: 'all',
              label: t('money.all'),
              count: counts.reduce((sum, row) => sum + row.claims, 0),
              to: '/claims',
              current: !claimStates.some((state) => state === texts.state) && !left && !release,
            },
            ...claimStates.map((state) => ({
              key: state,
              label: t(`claim-state.${state}`),
              count: counts.find((row) => row.state === state)?.claims ?? 0,
              to: `/claims?state=${state}`,
              current: texts.state === state,
            })),
            ...(toRelease > 0 || release
              ? [
                  {
                    key: 'release',
                    label: t('claim.to-release'),
                    count: toRelease,
                    to: '/claims?release=yes',
                    current: release,
                  },
                ]
              : []),
            ...(withLeft > 0 || left
              ? [
                  {
                    key: 'left',
                    label: t('claim.with-left'),
                    count: withLeft,
                    to: '/claims?left=yes',
                    current: left,
                  },
                ]
              : []),
          ]}
        />
        <AddressCheck
          filters={[
            {
              key: 'state',
              label: 'claim.state',
              kind: 'choice',
              options: claimStates.map((value) => ({ value, label: t(`claim-state.${value}`) })),
            },
          ]}
        />
        <AnswerTable
          name="claim.list"
          input={{
            state: claimStates.find((state) => state === texts.state),
            fund: texts.fund,
            left: left || undefined,
            release: release || undefined,
          }}
          columns={columns}
          rowKey={(row) => row.id}
          open={(row) => `/claims/${row.id}`}
          empty={<Empty>{t('claims.empty')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}

import { Button } from 'antd'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { BeginAct } from '../../../web/kit/acts/begin-act.tsx'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { useMay, useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import './contributions.css'

type Village = Answer<'contribution.villages'>['rows'][number]
type Account = Answer<'contribution.accounts'>['rows'][number]

/** What households owe, have paid and what of it is in the bank, by village; and each town's account. */
export function ContributionsPage() {
  const { t } = useWords()
  const { today } = useSession()
  const [texts, change] = useSearchTexts()
  const on = texts.on ?? today
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const { loading, trouble, start } = useDownload()
  const mayCollect = useMay('contribution.collect')
  return (
    <PageFrame
      title={t('contributions.title')}
      lead={t('contributions.lead')}
      actions={
        <BeginAct
          type="contribution-account"
          kind="contribution.open-account"
          options={{ town: towns.map(({ code, name }) => ({ value: code, label: name })) }}
        />
      }
    >
      {trouble}
      <Panel>
        <p className="contribution-links">
          <AddressLink to="/contributions/homes">{t('contribution.to-homes')}</AddressLink>
          <AddressLink to="/contributions/receipts">{t('contribution.to-receipts')}</AddressLink>
          <AddressLink to="/contributions/slips">{t('contribution.to-slips')}</AddressLink>
        </p>
        <div className="contribution-day">
          <label htmlFor="contribution-on">{t('contribution.on')}</label>
          <DayInput id="contribution-on" value={on} onChange={(day) => change({ on: day ?? undefined })} />
          <Button
            loading={loading}
            onClick={() => start(() => download('contribution.villages-export', { on }))}
          >
            {t('contribution.export')}
          </Button>
        </div>
      </Panel>
      <Panel title={t('contribution.villages', { on })}>
        <Answered
          answer={useAnswer('contribution.villages', { on })}
          isEmpty={({ rows }) => rows.length === 0}
          empty={<Empty>{t('contribution.villages.none')}</Empty>}
        >
          {({ rows }) => <Villages rows={rows} on={on} />}
        </Answered>
      </Panel>
      <Panel title={t('contribution.accounts')}>
        <Answered
          answer={useAnswer('contribution.accounts', {})}
          isEmpty={({ rows }) => rows.length === 0}
          empty={<Empty>{t('contribution.accounts.none')}</Empty>}
        >
          {({ rows, year }) => <Accounts rows={rows} year={year} mayCollect={mayCollect} />}
        </Answered>
      </Panel>
    </PageFrame>
  )
}

function Villages({ rows, on }: { rows: readonly Village[]; on: string }) {
  const { t } = useWords()
  const homes = (village: string, standing?: string) =>
    `/contributions/homes?village=${village}${standing ? `&standing=${standing}` : ''}`
  const receipts = (village: string, more = '') => `/contributions/receipts?village=${village}${more}`
  const money = (
    key:
      | 'dueFen'
      | 'receivedFen'
      | 'openFen'
      | 'bankedFen'
      | 'waitingFen'
      | 'differenceFen'
      | 'receivedOnDayFen',
    title: string,
    to: (village: string) => string,
  ): Column<Village> => ({
    key,
    title,
    align: 'right',
    render: (row) =>
      row[key] === 0 ? (
        <span className="quiet figure">0</span>
      ) : (
        <AddressLink
          className={key === 'differenceFen' ? 'figure contribution-difference' : 'figure'}
          to={to(row.village)}
        >
          {key === 'differenceFen' && <span aria-hidden>! </span>}
          <Money fen={row[key]} />
        </AddressLink>
      ),
  })
  return (
    <>
      <p className="quiet">
        {t('contribution.difference')}：{t('contribution.difference.help')}
      </p>
      <RowTable
        rows={rows}
        rowKey={({ village }) => village}
        columns={[
          {
            key: 'place',
            title: 'field.village',
            render: ({ townName, villageName }) => `${townName} ${villageName}`,
          },
          {
            key: 'homes',
            title: 'contribution.homes',
            align: 'right',
            render: (row) => (
              <AddressLink className="figure" to={homes(row.village)}>
                {row.homes.toLocaleString('en-US')}
              </AddressLink>
            ),
          },
          money('dueFen', 'contribution.due', (village) => homes(village)),
          money('receivedFen', 'contribution.received', (village) => receipts(village)),
          money('openFen', 'contribution.open', (village) => homes(village, 'open')),
          money('bankedFen', 'contribution.banked', (village) => receipts(village, '&state=banked')),
          money('waitingFen', 'contribution.waiting', (village) => receipts(village, '&state=waiting')),
          money('differenceFen', 'contribution.difference', (village) => receipts(village, '&state=on-hand')),
          money('receivedOnDayFen', 'contribution.on-day', (village) => receipts(village, `&paidOn=${on}`)),
        ]}
      />
    </>
  )
}

function Accounts({
  rows,
  year,
  mayCollect,
}: {
  rows: readonly Account[]
  year: number
  mayCollect: boolean
}) {
  const { t } = useWords()
  const mayReadMoney = useMay('money.read')
  const missing = ({ missing, missingRanges }: Account) =>
    missing === 0
      ? t('contribution.missing.none')
      : `${missing.toLocaleString('en-US')}：${missingRanges
          .map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
          .join('、')}`
  return (
    <RowTable
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'townName',
          title: 'field.town',
          render: ({ id, townName }) =>
            mayReadMoney ? <AddressLink to={`/funds/${id}`}>{townName}</AddressLink> : townName,
        },
        {
          key: 'bank',
          title: 'contribution.bank',
          wide: true,
          render: ({ bank, accountNumber }) => (
            <>
              {bank} <span className="figure">{accountNumber}</span>
            </>
          ),
        },
        {
          key: 'heldFen',
          title: 'account.held',
          align: 'right',
          render: ({ heldFen }) => <Money fen={heldFen} />,
        },
        {
          key: 'onHandFen',
          title: 'account.on-hand',
          align: 'right',
          render: ({ onHandFen }) => <Money fen={onHandFen} />,
        },
        {
          key: 'bankFen',
          title: 'fund.bank',
          align: 'right',
          render: ({ bankFen }) => <Money fen={bankFen} />,
        },
        {
          key: 'series',
          title: 'contribution.to-receipts',
          wide: true,
          render: ({ first, last, used, voided }) =>
            first === null
              ? t('contribution.missing.none')
              : `${year}：${t('contribution.series.of', { first, last, used, voided })}`,
        },
        { key: 'missing', title: 'contribution.missing', wide: true, render: missing },
        ...(mayCollect
          ? [
              {
                key: 'import',
                title: 'act.contribution.import',
                render: ({ id }: Account) => (
                  <AddressLink to={`/contributions/import/${id}`}>{t('act.contribution.import')}</AddressLink>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

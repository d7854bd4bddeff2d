import { Button } from 'antd'
import { useMemo } from 'react'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { trades, workerStandings } from '../rules/workers.ts'
import { RegisterButton } from './register-button.tsx'

/** 实名册: who may be on site, and where they are (§3.2.3). */
export function WorkersPage() {
  const { t } = useWords()
  const go = useGo()
  const mayManage = useMay('worker.manage')
  const places = useAnswer('crew.places', {}, { enabled: mayManage }).data
  const columns = useMemo<Column<RowOf<'worker.list'>>[]>(
    () => [
      { key: 'name', title: 'workers.name' },
      { key: 'trade', render: ({ trade }) => t(`choice.trade.${trade}`) },
      { key: 'idNumber', title: 'workers.id-number' },
      { key: 'telephone', title: 'workers.telephone', render: ({ telephone }) => telephone ?? <Blank /> },
      {
        key: 'lots',
        title: 'workers.on-site',
        render: ({ lots, leftOn }) =>
          leftOn ? t('workers.left-on', { day: leftOn }) : (lots ?? t('workers.off-site')),
      },
      {
        key: 'contractSignedOn',
        title: 'workers.contract',
        render: ({ contractSignedOn }) =>
          contractSignedOn ? (
            <DayText day={contractSignedOn} />
          ) : (
            <span className="wage-state-open">! {t('workers.no-contract')}</span>
          ),
      },
      { key: 'lastDay', title: 'workers.last-day', render: ({ lastDay }) => <DayText day={lastDay} /> },
      { key: 'firmName', title: 'workers.firm' },
    ],
    [t],
  )
  return (
    <PageFrame
      title={t('workers.title')}
      lead={t('workers.lead')}
      actions={
        mayManage && (
          <>
            {places && <RegisterButton places={places} onDone={(id) => go(`/workers/${id}`)} />}
            <Button onClick={() => go('/workers/import')}>{t('workers.import')}</Button>
          </>
        )
      }
    >
      <AnswerTable
        name="worker.list"
        columns={columns}
        rowKey={({ id }) => id}
        open={({ id }) => `/workers/${id}`}
        exports="worker.export"
        filters={[
          { key: 'search', kind: 'search', hint: 'workers.search' },
          {
            key: 'standing',
            label: 'workers.standing',
            kind: 'choice',
            options: workerStandings.map((value) => ({ value, label: t(`workers.standing.${value}`) })),
          },
          {
            key: 'trade',
            kind: 'choice',
            options: trades.map((value) => ({ value, label: t(`choice.trade.${value}`) })),
          },
        ]}
        empty={<Empty>{t(mayManage ? 'workers.empty' : 'workers.empty.read')}</Empty>}
      />
    </PageFrame>
  )
}

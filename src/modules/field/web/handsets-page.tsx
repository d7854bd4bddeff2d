import { Button, Modal } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../kernel/dates/day.ts'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'

type Row = RowOf<'handset.list' | 'handset.own'>

/** A clock this far off is told. */
const toldMs = 2 * 60_000
const dayMs = 86_400_000

/** The telephones that work in the field; a lost one is given up here. */
export const HandsetsPage = () => <Handsets of="all" />

/** One's own telephones: who loses one says so here, from any other screen. */
export const OwnHandsetsPage = () => <Handsets of="own" />

const asked = {
  all: { name: 'handset.list', act: 'handset.revoke' },
  own: { name: 'handset.own', act: 'handset.report-lost' },
} as const

function Handsets({ of }: { of: keyof typeof asked }) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<Row>()
  const { name, act } = asked[of]
  return (
    <PageFrame title={t(`handsets.${of}`)} lead={t(`handsets.${of}.lead`)}>
      <AnswerTable
        name={name}
        rowKey={({ id }) => id}
        empty={<Empty>{t('handsets.none')}</Empty>}
        columns={[
          { key: 'name', title: 'held.handset' },
          { key: 'person', title: 'handsets.person' },
          {
            key: 'enrolled',
            title: 'handsets.enrolled',
            render: (row) => <InstantText at={row.enrolledAt} />,
          },
          {
            key: 'contact',
            title: 'handsets.contact',
            render: (row) => <InstantText at={row.lastContactAt} />,
          },
          { key: 'clock', title: 'handsets.clock', render: (row) => <Clock ms={row.clockAheadMs} /> },
          {
            key: 'state',
            title: 'held.state',
            render: (row) => <State row={row} act={act} onGiveUp={setChosen} />,
          },
        ]}
      />
      <Modal
        open={chosen !== undefined}
        title={chosen && `${chosen.name} · ${chosen.person}`}
        footer={null}
        destroyOnHidden
        onCancel={() => setChosen(undefined)}
      >
        {chosen && <AvailableActs type="handset" id={chosen.id} only={[act]} />}
      </Modal>
    </PageFrame>
  )
}

function Clock({ ms }: { ms: number }) {
  const { t } = useWords()
  if (Math.abs(ms) < toldMs) return <>{t('handsets.clock.right')}</>
  const signed = (count: number) => `${count > 0 ? '+' : ''}${count.toLocaleString('en-US')}`
  // A clock set to another day is not read in minutes.
  return Math.abs(ms) < 2 * dayMs ? (
    <>{t('handsets.clock.minutes', { minutes: signed(Math.round(ms / 60_000)) })}</>
  ) : (
    <>{t('handsets.clock.days', { days: signed(Math.round(ms / dayMs)) })}</>
  )
}

function State({ row, act, onGiveUp }: { row: Row; act: string; onGiveUp: (row: Row) => void }) {
  const { t } = useWords()
  if (row.revokedAt) return <>{t('handsets.revoked', { on: dayOf(new Date(row.revokedAt)) })}</>
  return (
    <>
      {t('handsets.in-use')}{' '}
      <Button size="small" onClick={() => onGiveUp(row)}>
        {t(`act.${act}`)}
      </Button>
    </>
  )
}

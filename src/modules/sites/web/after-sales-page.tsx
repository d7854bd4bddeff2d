import { App, Button, Form, Input, Modal, Space } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import type { ActInput } from '../../../web/kit/api/names.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { useTowns } from './use-towns.ts'

type Row = RowOf<'after-sales.villages'>

const columns: Column<Row>[] = [
  { key: 'village', title: 'after-sales.village', render: (row) => `${row.townName} ${row.villageName}` },
  { key: 'lotName', title: 'field.lot' },
  { key: 'contractorName', title: 'role.contractor' },
  { key: 'homes', title: 'after-sales.homes', align: 'right', render: ({ homes }) => <Count of={homes} /> },
  { key: 'name', title: 'after-sales.point', wide: true, render: (row) => <Point row={row} /> },
  { key: 'person', title: 'after-sales.person' },
  {
    key: 'telephone',
    title: 'field.telephone',
    render: ({ telephone }) => telephone && <a href={`tel:${telephone}`}>{telephone}</a>,
  },
  { key: 'since', title: 'after-sales.since', render: ({ since }) => <DayText day={since} /> },
]

function Point({ row: { name, address } }: { row: Row }) {
  const { t } = useWords()
  return name === null ? <b>{t('after-sales.none')}</b> : <>{`${name} · ${address ?? ''}`}</>
}

/** 售后服务点 by village; the contractor names them for the villages it chooses (§3.3.3). */
export function AfterSalesPage() {
  const { t } = useWords()
  const towns = useTowns()
  const mayName = useMay('safety.name-firm')
  return (
    <PageFrame title={t('after-sales.title')} lead={t('after-sales.lead')}>
      <AnswerTable
        name="after-sales.villages"
        columns={columns}
        exports="after-sales.export"
        rowKey={({ id, lot }) => `${id} ${lot}`}
        {...(mayName && {
          selected: (rows: Row[], clear: () => void) => <NamePoint rows={rows} onDone={clear} />,
        })}
        filters={[
          { key: 'search', kind: 'search', hint: 'after-sales.search' },
          { key: 'town', label: 'safety.town', kind: 'choice', options: towns },
          { key: 'missing', kind: 'flag' },
        ]}
        empty={<Empty>{t('after-sales.empty')}</Empty>}
      />
    </PageFrame>
  )
}

type Values = Omit<ActInput<'after-sales.name'>, 'lot' | 'villages'>

function NamePoint({ rows, onDone }: { rows: Row[]; onDone: () => void }) {
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const [first] = rows
  const isOneLot = rows.every(({ lot }) => lot === first?.lot)
  return (
    <>
      <Button type="primary" disabled={!isOneLot} onClick={() => setIsOpen(true)}>
        {t('after-sales.chosen', { count: rows.length })}
      </Button>
      {!isOneLot && <p role="alert">{t('after-sales.several-lots')}</p>}
      <Modal
        open={isOpen && first !== undefined}
        title={t('after-sales.chosen', { count: rows.length })}
        onCancel={() => setIsOpen(false)}
        footer={null}
        destroyOnHidden
      >
        {first && (
          <PointForm
            lot={first.lot}
            villages={rows.map(({ id }) => id)}
            replaces={rows.some(({ name }) => name !== null)}
            onDone={() => {
              setIsOpen(false)
              onDone()
            }}
            onCancel={() => setIsOpen(false)}
          />
        )}
      </Modal>
    </>
  )
}

function PointForm({
  lot,
  villages,
  replaces,
  onDone,
  onCancel,
}: {
  lot: string
  villages: string[]
  /** Some of them have one already. */
  replaces: boolean
  onDone: () => void
  onCancel: () => void
}) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const performing = usePerform('after-sales.name')
  const submit = async (values: Values) => {
    const outcome = await performing.perform({ lot, villages, ...values })
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'after-sales.name'))
    onDone()
  }
  const required = [{ required: true, whitespace: true, min: 2, message: t('kit.form.required') }]
  return (
    <Form<Values> layout="vertical" disabled={performing.pending} onFinish={(values) => void submit(values)}>
      {(['name', 'address', 'person', 'telephone'] as const).map((field) => (
        <Form.Item key={field} name={field} label={t(`field.after-sales.name.${field}`)} rules={required}>
          <Input
            maxLength={field === 'address' ? 120 : 40}
            autoComplete="off"
            {...(field === 'telephone' && { inputMode: 'tel' as const })}
          />
        </Form.Item>
      ))}
      {replaces && <p className="quiet">{t('after-sales.replaces')}</p>}
      <ActAnswer performing={performing} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={performing.pending}>
          {actTitle(speech, 'after-sales.name')}
        </Button>
        <Button onClick={onCancel}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}

import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import type { RowOf } from '../../../web/kit/table/answer-table.tsx'
import { ActsInBatch } from './acts-in-batch.tsx'

type Row = RowOf<'home.list'>

/** The names to look at of one home, whose each is. */
export function NamesToLookAt({ row }: { row: Row }) {
  const { t } = useWords()
  return (
    <ul className="plain-list">
      {row.names.map(({ field, other }) => (
        <li key={field}>
          <span lang="zh-CN">{other}</span> <span className="quiet">{t(`field.${field}`)}</span>
        </li>
      ))}
    </ul>
  )
}

interface Props {
  rows: readonly Row[]
  onDone: () => void
}

/** §4.4: what a village vouches for with one paper, many householders and the names that are theirs, settled together. */
export function SettleNames({ rows, onDone }: Props) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [digest, setDigest] = useState<string>()
  const close = () => setOpen(false)
  const isReady = reason.trim().length >= 2 && digest !== undefined
  // Another name altogether is nobody's slip: it takes papers of its own.
  const alike = rows.filter(({ names }) => names.length > 0 && names.every(({ answer }) => answer === 'look'))
  const others = rows.length - alike.length
  const acts = alike.flatMap(({ id, householder, names }) =>
    [...new Set(names.map(({ fact }) => fact))].map((fact) => ({
      kind: 'home.settle-fact' as const,
      name: householder,
      input: { home: id, fact, value: true, reason: reason.trim() },
      evidence: digest === undefined ? [] : [{ kind: 'document', digest }],
    })),
  )
  return (
    <>
      <Button type="primary" size="small" disabled={alike.length === 0} onClick={() => setOpen(true)}>
        {t('home.names.settle-many', { count: alike.length })}
      </Button>
      {others > 0 && <span className="quiet"> {t('home.names.one-by-one', { count: others })}</span>}
      <Modal
        open={open}
        title={t('home.names.settle-many', { count: alike.length })}
        onCancel={close}
        footer={null}
        destroyOnHidden
      >
        <p className="quiet">{t('home.names.settle-many.lead')}</p>
        <ul className="plain-list">
          {alike.map((row) => (
            <li key={row.id}>
              <b lang="zh-CN">{row.householder}</b> <NamesToLookAt row={row} />
            </li>
          ))}
        </ul>
        <Form layout="vertical">
          <Form.Item label={t('field.reason')} htmlFor="settle-names-reason" required>
            <Input.TextArea
              id="settle-names-reason"
              rows={2}
              maxLength={400}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
          <Form.Item label={t('evidence.document')} required>
            <FileDrop onChange={(files) => setDigest(files[0]?.digest)} />
          </Form.Item>
        </Form>
        <ActsInBatch
          acts={acts}
          disabled={!isReady}
          onDone={() => {
            close()
            onDone()
          }}
        >
          {t('act.home.settle-fact')}
        </ActsInBatch>
      </Modal>
    </>
  )
}

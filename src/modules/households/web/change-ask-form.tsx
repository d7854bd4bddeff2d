import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { ActInput, Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import {
  type AskedKind,
  fieldsOfKind,
  isLeaving,
  isRewriting,
  mayLieBefore,
  neededFields,
} from '../model/change.ts'
import { type HomeField, homeFields } from '../model/fields.ts'
import { Consequences } from './consequences.tsx'
import { FieldDoubt } from './field-doubt.tsx'
import { FieldEntry } from './field-entry.tsx'
import { ReasonInput } from './reason-input.tsx'
import { RewritingOutlook } from './rewriting-outlook.tsx'
import './change.css'

type Ask = ActInput<'change.ask'>
type Kinds = Answer<'home.changes'>['kinds']
type Paper = Kinds[number]['papers'][number]
type Values = {
  happenedOn: string
  reason: string
  passedReason?: string
  explained?: string
  enters?: string
} & Partial<Record<HomeField, unknown>>

/** 变更审批表 as it is filled in: what changes, when and why, who comes in, the papers the pack asks for. */
export const ChangeAskForm: OwnForm = ({ id: home, onDone, onCancel }) => {
  const { t, pick } = useWords()
  const { today } = useSession()
  const [id] = useState(newId)
  const [form] = Form.useForm<Values>()
  const asked = useAnswer('home.changes', { home }).data
  const [kind, setKind] = useState<AskedKind>()
  const [replaces, setReplaces] = useState(false)
  const [chosen, setChosen] = useState<HomeField[]>([])
  const [papers, setPapers] = useState<Record<string, string>>({})
  const performing = usePerform('change.ask')
  const terms = asked?.kinds.find((each) => each.kind === (kind ?? asked.kinds[0]?.kind))
  const leaves = terms !== undefined && isLeaving(terms.kind)
  const rewrites = terms !== undefined && isRewriting(terms.kind)
  const day = Form.useWatch('happenedOn', form)
  const written = Form.useWatch([], form) ?? {}
  const liesBefore =
    asked && terms && (leaves || terms.kind === 'move' || terms.kind === 'succeed') && day < asked.appliedOn
      ? mayLieBefore(terms.kind)
        ? 'explained'
        : 'not-before'
      : undefined
  const wanted = [...(terms?.papers ?? []), ...(leaves && replaces ? (asked?.replacePapers ?? []) : [])]
  const lacking = wanted.some(({ id: paper, required }) => required && !papers[paper])
  const choose = (next: AskedKind) => {
    setKind(next)
    setReplaces(false)
    setChosen([...(neededFields[next] ?? [])])
    setPapers({})
  }
  const rewritten = (values: Partial<Values>) =>
    Object.fromEntries(
      chosen.map((field) => [field, values[field] === '' ? null : (values[field] ?? null)]),
    ) as NonNullable<Ask['changes']>
  const submit = async ({ happenedOn, reason, passedReason, explained, enters, ...values }: Values) => {
    if (!terms) return
    const attached = wanted.flatMap(({ id: paper }) => {
      const digest = papers[paper]
      return digest ? [{ paper, digest }] : []
    })
    const outcome = await performing.perform(
      {
        id,
        home,
        kind: terms.kind,
        happenedOn,
        reason,
        ...(leaves && replaces && enters ? { enters } : {}),
        ...(passedReason ? { passedReason } : {}),
        ...(explained && liesBefore === 'explained' ? { explained } : {}),
        ...(rewrites ? { changes: rewritten(values) } : {}),
        papers: attached,
      },
      { evidence: attached.map(({ digest }) => ({ kind: 'document', digest })) },
    )
    if (outcome?.status === 'done') onDone()
  }
  if (!asked || !terms) return null
  const consequences = leaves && replaces ? terms.consequencesReplacing : terms.consequences
  // The newest first: where something was asked for since, that stands instead.
  const [newest] = asked.changes
  const declined =
    newest?.state === 'declined' ? asked.kinds.find((each) => each.kind === newest.kind) : undefined
  return (
    <Form form={form} layout="vertical" onFinish={submit} initialValues={{ happenedOn: today }}>
      {newest && declined && (
        <div className="change-paper" role="note">
          <p>
            {t('change.declined.before', { number: newest.number, kind: pick(declined.label) })}{' '}
            {newest.answer}
          </p>
          <Button
            size="small"
            onClick={() => {
              choose(declined.kind)
              setReplaces(newest.home === home && newest.enters !== null && isLeaving(declined.kind))
              form.setFieldsValue({ happenedOn: newest.happenedOn, reason: newest.reason ?? '' })
            }}
          >
            {t('change.declined.take-over')}
          </Button>
        </div>
      )}
      <Form.Item label={t('change.ask.kind')} extra={pick(terms.note)} required>
        <Select
          value={terms.kind}
          onChange={choose}
          options={asked.kinds.map((each) => ({ value: each.kind, label: pick(each.label) }))}
        />
      </Form.Item>
      {leaves && (
        <Form.Item>
          <Checkbox checked={replaces} onChange={(event) => setReplaces(event.target.checked)}>
            {t('change.ask.replace')}
          </Checkbox>
        </Form.Item>
      )}
      {leaves && replaces && <Entering home={home} />}
      {terms.kind === 'add' && <PassedReason home={home} />}
      {rewrites && (
        <Form.Item label={t('change.ask.fields')} required>
          <Select
            mode="multiple"
            showSearch
            optionFilterProp="label"
            value={chosen}
            onChange={setChosen}
            options={(fieldsOfKind[terms.kind] ?? homeFields).map((field) => ({
              value: field,
              label: t(`field.${field}`),
            }))}
          />
        </Form.Item>
      )}
      {chosen.map((field) => (
        <Form.Item
          key={field}
          name={field}
          label={t('home.new-value.of', { field: t(`field.${field}`) })}
          extra={<FieldDoubt field={field} />}
        >
          <FieldEntry field={field} />
        </Form.Item>
      ))}
      {rewrites && chosen.length > 0 && (
        <RewritingOutlook
          kind={terms.kind}
          home={home}
          changes={rewritten(written)}
          check={() => form.validateFields([...chosen])}
        />
      )}
      <Form.Item
        name="happenedOn"
        label={t('change.happened-on')}
        rules={[{ required: true, message: t('kit.form.required') }]}
        extra={liesBefore === 'not-before' && t('change.ask.not-before', { day: asked.appliedOn })}
      >
        <DayInput />
      </Form.Item>
      {liesBefore === 'explained' && (
        <Form.Item
          name="explained"
          label={t('change.explained')}
          extra={t('change.ask.explained', { day: asked.appliedOn })}
          rules={[{ required: true, min: 2, message: t('kit.form.required') }]}
        >
          <Input.TextArea rows={2} maxLength={400} />
        </Form.Item>
      )}
      <ReasonInput label="change.reason" />
      {wanted.map((paper) => (
        <PaperField
          key={`${terms.kind} ${paper.id}`}
          paper={paper}
          onChange={(digest) => setPapers((before) => ({ ...before, [paper.id]: digest ?? '' }))}
        />
      ))}
      {consequences.length > 0 && (
        <div className="change-paper">
          {t('change.ask.when-approved')}
          <Consequences home={home} kind={terms.kind} state="asked" consequences={consequences} />
        </div>
      )}
      <ActAnswer performing={performing} />
      <Button
        type="primary"
        htmlType="submit"
        loading={performing.pending}
        disabled={lacking || (rewrites && chosen.length === 0)}
      >
        {t(terms.kind === 'return' ? 'change.back.send' : 'act.change.ask')}
      </Button>{' '}
      <Button onClick={onCancel}>{t('home.cancel')}</Button>
    </Form>
  )
}

function PaperField({ paper, onChange }: { paper: Paper; onChange: (digest: string | undefined) => void }) {
  const { t, pick } = useWords()
  const name = pick(paper.label)
  return (
    <Form.Item
      className="change-paper"
      label={paper.required ? name : t('change.ask.paper-optional', { paper: name })}
      required={paper.required}
    >
      <FileDrop onChange={(files) => onChange(files[0]?.digest)} />
    </Form.Item>
  )
}

/** Who may come in, the first of the order already chosen; another one takes a reason. */
function Entering({ home }: { home: string }) {
  const { t } = useWords()
  const form = Form.useFormInstance<Values>()
  const waiting = useAnswer('change.waiting', { instead: home, pageSize: 200 }).data
  const rows = waiting?.rows ?? []
  const free = rows.filter(({ asked }) => !asked)
  const enters = Form.useWatch('enters', form)
  const before = free.findIndex(({ id }) => id === enters)
  return (
    <>
      <Form.Item
        name="enters"
        label={t('change.ask.enters')}
        extra={waiting && free.length === 0 && <NobodyToChoose rows={rows} />}
        rules={[{ required: true, message: t('kit.form.required') }]}
      >
        <Select
          showSearch
          optionFilterProp="label"
          notFoundContent={t('change.ask.nobody-waits')}
          options={rows.map((row) => ({
            value: row.id,
            disabled: row.asked !== null,
            label: row.asked
              ? t('change.ask.taken', {
                  place: row.place,
                  name: row.householder,
                  number: row.asked.number,
                })
              : t('change.ask.first', {
                  place: row.place,
                  name: row.householder,
                  village: row.villageName,
                  day: row.appliedOn,
                }),
          }))}
        />
      </Form.Item>
      {before > 0 && <PassedReasonField count={before} />}
    </>
  )
}

/** Nobody waits, or all who do stand in requests that are not decided yet, which are named. */
function NobodyToChoose({ rows }: { rows: Answer<'change.waiting'>['rows'] }) {
  const { t } = useWords()
  if (rows.length === 0) return t('change.ask.nobody-waits')
  return (
    <>
      {t('change.ask.all-asked')}
      {rows.flatMap(({ id, householder, asked }, at) =>
        asked
          ? [
              at > 0 && t('kit.list-comma'),
              <AddressLink key={id} to={`/changes/${asked.change}`}>
                {t('change.ask.asked-in', { name: householder, number: asked.number })}
              </AddressLink>,
            ]
          : [],
      )}
    </>
  )
}

function PassedReason({ home }: { home: string }) {
  const rows = useAnswer('change.waiting', { instead: home, pageSize: 200 }).data?.rows ?? []
  const before = rows.filter(({ asked }) => !asked).findIndex(({ id }) => id === home)
  return before > 0 ? <PassedReasonField count={before} /> : null
}

function PassedReasonField({ count }: { count: number }) {
  const { t } = useWords()
  return (
    <Form.Item
      name="passedReason"
      label={t('change.passed-reason')}
      extra={t('change.ask.passes', { count })}
      rules={[{ required: true, min: 2, message: t('kit.form.required') }]}
    >
      <Input.TextArea rows={2} maxLength={400} />
    </Form.Item>
  )
}

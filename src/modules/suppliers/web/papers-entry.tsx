import { Form, Input } from 'antd'
import type { Said } from '../../../kernel/words/words.ts'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import './suppliers.css'

export interface AskedPaper {
  id: string
  label: Said
  note: Said
  required: boolean
  numbered: boolean
  expires: boolean
}

export interface PaperDraft {
  digest?: string | undefined
  number?: string
  validTo?: string | null
}
export type PaperDrafts = Readonly<Record<string, PaperDraft>>

/** Whether every paper the standard requires is here whole. */
export const isWhole = (asked: readonly AskedPaper[], drafts: PaperDrafts): boolean =>
  asked.every(({ id, required, numbered, expires }) => {
    const draft = drafts[id]
    if (!draft?.digest) return !required
    return (!numbered || Boolean(draft.number?.trim())) && (!expires || Boolean(draft.validTo))
  })

export const answersOf = (asked: readonly AskedPaper[], drafts: PaperDrafts) =>
  asked.flatMap(({ id, numbered, expires }) => {
    const draft = drafts[id]
    if (!draft?.digest) return []
    return [
      {
        paper: id,
        digest: draft.digest,
        ...(numbered && draft.number?.trim() && { number: draft.number.trim() }),
        ...(expires && draft.validTo && { validTo: draft.validTo }),
      },
    ]
  })

interface Props {
  asked: readonly AskedPaper[]
  drafts: PaperDrafts
  onChange: (change: (before: PaperDrafts) => PaperDrafts) => void
  /** The submit button was pressed: what is lacking says so. */
  wanted: boolean
}

/** Each paper of the access standard with its file, its number and its last day. */
export function PapersEntry({ asked, drafts, onChange, wanted }: Props) {
  const { t, pick } = useWords()
  const put = (id: string, part: PaperDraft) =>
    onChange((before) => ({ ...before, [id]: { ...before[id], ...part } }))
  return asked.map((paper) => {
    const { id, label, note, required, numbered, expires } = paper
    const draft = drafts[id] ?? {}
    const lacking = (is: boolean, isThere: boolean) => wanted && is && !isThere
    const isAnswered = required || draft.digest !== undefined
    const noFile = lacking(required, draft.digest !== undefined)
    const noNumber = lacking(isAnswered, Boolean(draft.number?.trim()))
    const noDay = lacking(isAnswered, Boolean(draft.validTo))
    return (
      <fieldset key={id} className="paper-entry">
        <Form.Item
          label={required ? pick(label) : t('papers.optional', { paper: pick(label) })}
          required={required}
          extra={pick(note)}
          validateStatus={noFile ? 'error' : undefined}
          help={noFile ? t('kit.form.evidence-missing') : undefined}
        >
          <FileDrop onChange={(files) => put(id, { digest: files[0]?.digest })} />
        </Form.Item>
        {numbered && (
          <Form.Item
            label={t('papers.number')}
            required={isAnswered}
            validateStatus={noNumber ? 'error' : undefined}
            help={noNumber ? t('kit.form.required') : undefined}
          >
            <Input
              aria-label={`${pick(label)} ${t('papers.number')}`}
              value={draft.number ?? ''}
              maxLength={60}
              onChange={({ target }) => put(id, { number: target.value })}
            />
          </Form.Item>
        )}
        {expires && (
          <Form.Item
            label={t('papers.valid-to')}
            required={isAnswered}
            validateStatus={noDay ? 'error' : undefined}
            help={noDay ? t('kit.form.required') : undefined}
          >
            <DayInput value={draft.validTo ?? null} onChange={(validTo) => put(id, { validTo })} />
          </Form.Item>
        )}
      </fieldset>
    )
  })
}

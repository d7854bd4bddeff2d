import { App, Button, Form, Space } from 'antd'
import { useState } from 'react'
import type { EvidenceRef } from '../../../kernel/act/define.ts'
import type { ActOutcome } from '../api/acts.ts'
import { uploadEvidence } from '../api/evidence.ts'
import { type Trouble, troubleOf } from '../api/trouble.ts'
import { usePerformNamed } from '../api/use-perform.ts'
import { ActAnswer } from '../acts/act-answer.tsx'
import { actTitle, doneText } from '../acts/act-words.ts'
import { useWords } from '../language/use-words.ts'
import { EvidenceField, type EvidenceGathered, isGathered } from './evidence-field.tsx'
import { FieldInput, type Option } from './field-input.tsx'
import { fieldsOf } from './fields.ts'
import { type FormValues, formPath, inputOf } from './input.ts'
import type { JsonSchema } from './json-schema.ts'

interface Props {
  kind: string
  /** JSON Schema of the act's input, as `available` answers it. */
  schema: JsonSchema
  /** Parts of the input the screen knows already: not asked for, sent along. */
  fixed?: Readonly<Record<string, unknown>>
  initial?: FormValues
  /** Kinds of evidence the act asks for. */
  evidence?: readonly string[]
  options?: Readonly<Record<string, readonly Option[]>>
  onDone?: (receipt: Extract<ActOutcome, { status: 'done' }>['receipt']) => void
  onCancel?: () => void
  /** The act's title unless given. */
  submitLabel?: string
}

/** A form for an act, made from its input schema; refusals appear under it and nothing typed is lost. */
export function ActForm({ kind, schema, fixed = {}, initial, evidence = [], options, ...props }: Props) {
  const speech = useWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<FormValues>()
  const performing = usePerformNamed<Record<string, unknown>>(kind)
  const [gathered, setGathered] = useState<EvidenceGathered>({})
  const [wanted, setWanted] = useState(false)
  // A new round has new evidence fields: what was shown belongs to the act that is done.
  const [round, setRound] = useState(0)
  const [uploadTrouble, setUploadTrouble] = useState<Trouble>()
  const fields = fieldsOf(schema, Object.keys(fixed))

  const submit = async (values: FormValues) => {
    setWanted(true)
    setUploadTrouble(undefined)
    if (!evidence.every((each) => isGathered(gathered[each]))) return
    let refs: EvidenceRef[]
    try {
      refs = await evidenceRefs(evidence, gathered)
    } catch (error) {
      return setUploadTrouble(troubleOf(error))
    }
    const outcome = await performing.perform({ ...inputOf(fields, values), ...fixed }, { evidence: refs })
    if (outcome?.status === 'invalid')
      form.setFields(
        outcome.problems.map(({ path, message, messageEn }) => ({
          name: formPath(path),
          errors: [speech.language === 'zh' ? message : messageEn],
        })),
      )
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, kind))
    form.resetFields()
    setGathered({})
    setWanted(false)
    setRound(round + 1)
    props.onDone?.(outcome.receipt)
  }

  // What an act does beyond itself is said before it is done, not after.
  const effect = speech.find(`act.${kind}.effect`)
  const trouble = uploadTrouble ?? performing.trouble
  return (
    <Form
      className="act-form"
      form={form}
      layout="vertical"
      initialValues={initial}
      disabled={performing.pending}
      scrollToFirstError={{ block: 'center' }}
      onFinish={(values) => void submit(values)}
      onFinishFailed={() => setWanted(true)}
    >
      {effect && <p className="act-effect">{effect}</p>}
      {fields.map((field) => (
        <FieldInput key={field.name} field={field} kind={kind} options={options} />
      ))}
      {evidence.map((each) => (
        <EvidenceField
          key={`${round} ${each}`}
          kind={each}
          missing={wanted && !isGathered(gathered[each])}
          onChange={(now) => setGathered((before) => ({ ...before, [each]: now }))}
        />
      ))}
      <ActAnswer marked performing={{ ...performing, trouble }} onRetry={() => form.submit()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={performing.pending}>
          {props.submitLabel ?? actTitle(speech, kind)}
        </Button>
        {props.onCancel && <Button onClick={props.onCancel}>{speech.t('kit.cancel')}</Button>}
      </Space>
    </Form>
  )
}

async function evidenceRefs(kinds: readonly string[], gathered: EvidenceGathered): Promise<EvidenceRef[]> {
  const refs = await Promise.all(
    kinds.map(async (kind) => {
      const { stored = [], signature } = gathered[kind] ?? {}
      const files = signature ? [await uploadEvidence(signature, 'signature')] : stored
      return files.map(({ digest }) => ({ kind, digest }))
    }),
  )
  return refs.flat()
}

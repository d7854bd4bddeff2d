import { App, Button, Form, Input, InputNumber, Space } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import type { ActInput } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { EvidenceField, type Gathered, isGathered } from '../../../web/kit/form/evidence-field.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { countsOf, sumOf } from '../rules/contract.ts'
import { readBill } from './bill-lines.ts'
import { Bill } from './contract-panel.tsx'

type Values = Omit<ActInput<'contract.record'>, 'id' | 'lot' | 'items'> & { bill: string }

/** 登记合同: the terms, the bill of quantities as it is pasted from its sheet, and the contract itself. */
export const ContractForm: OwnForm = ({ id: lot, onDone, onCancel }) => {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [contract] = useState(newId)
  const [gathered, setGathered] = useState<Gathered>()
  const [sent, setSent] = useState(false)
  const bill = readBill(Form.useWatch('bill', form) ?? '')
  const known = useAnswer('lot.contracts', { lot })
  const line = useAnswer('lot.page', { lot }).data?.line
  const performing = usePerform('contract.record')
  if (!known.data || !line) return null
  const [current] = known.data.contracts
  const submit = async ({ bill: _bill, ...values }: Values) => {
    setSent(true)
    if (!isGathered(gathered) || bill.items.length === 0 || bill.problems.length > 0) return
    const outcome = await performing.perform(
      { lot, id: contract, ...values, items: bill.items },
      { evidence: (gathered?.stored ?? []).map(({ digest }) => ({ kind: 'document', digest })) },
    )
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'contract.record'))
    onDone()
  }
  const required = [{ required: true, message: t('kit.form.required') }]
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      disabled={performing.pending}
      initialValues={
        current
          ? {
              number: current.number,
              advanceBasis: current.advanceBasis,
              retentionPercent: current.retentionPercent,
              warrantyMonths: current.warrantyMonths,
              bill: billText(current.items),
            }
          : {}
      }
      onFinish={(values) => void submit(values)}
      onFinishFailed={() => setSent(true)}
    >
      {current && <p>{t('contract.supplement')}</p>}
      <Form.Item name="number" label={t('contract.number')} rules={required}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="signedOn" label={t('field.contract.record.signedOn')} rules={required}>
        <DayInput />
      </Form.Item>
      <Form.Item
        name="advanceBasis"
        label={t('field.advanceBasis')}
        extra={t('help.advanceBasis')}
        rules={[{ required: true, whitespace: true, min: 4, message: t('kit.form.required') }]}
      >
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item name="retentionPercent" label={t('field.retentionPercent')} rules={required}>
        <InputNumber className="figure full-width" min={0} max={30} precision={0} suffix="%" />
      </Form.Item>
      <Form.Item name="warrantyMonths" label={t('field.warrantyMonths')} rules={required}>
        <InputNumber className="figure full-width" min={0} max={120} precision={0} />
      </Form.Item>
      <Form.Item name="bill" label={t('contract.bill')} extra={t('contract.bill.how')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} placeholder={t('contract.bill.example')} />
      </Form.Item>
      {bill.problems.length > 0 && (
        <ul role="alert">
          {bill.problems.map(({ line: at, what, said }) => (
            <li key={at}>{t(`contract.bill.${what}`, { line: at, said })}</li>
          ))}
        </ul>
      )}
      {bill.items.length > 0 && (
        <>
          <p>
            {t('contract.sum')} <Money fen={sumOf(bill.items)} />
          </p>
          <Bill items={bill.items.map((item) => ({ ...item, counts: countsOf(line, item.unit) }))} />
        </>
      )}
      {current && (
        <Form.Item
          name="reason"
          label={t('contract.reason')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('kit.form.required') }]}
        >
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
      )}
      <EvidenceField
        kind="document"
        hint={t('contract.paper.hint')}
        missing={sent && !isGathered(gathered)}
        onChange={setGathered}
      />
      <ActAnswer performing={performing} onRetry={() => form.submit()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={performing.pending}>
          {actTitle(speech, 'contract.record')}
        </Button>
        <Button onClick={onCancel}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}

/** As it is pasted: a supplement begins with what stands. */
const billText = (
  items: readonly { name: string; unit: string; centiQuantity: number; unitPriceFen: number }[],
): string =>
  items
    .map(({ name, unit, centiQuantity, unitPriceFen }) =>
      [name, unit, centiQuantity / 100, unitPriceFen / 100].join('\t'),
    )
    .join('\n')

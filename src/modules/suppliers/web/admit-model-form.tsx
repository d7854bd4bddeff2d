import { App, Button, Form, Input, InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import type { ActInput } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { answersOf, isWhole, type PaperDrafts, PapersEntry } from './papers-entry.tsx'

type Values = Omit<ActInput<'equipment.admit'>, 'id' | 'papers'>

const figures = [
  { name: 'heatingWatts', step: 100 },
  { name: 'inputWatts', step: 100 },
  { name: 'copAtMinus12', step: 0.01 },
  { name: 'copAtMinus20', step: 0.01 },
  { name: 'lowestCelsius', step: 1 },
] as const

/** 设备型号准入: the maker, the performance and each certificate of the access standard. */
export const AdmitModelForm: OwnForm = ({ id, onDone, onCancel }) => {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const makers = useAnswer('organisation.list', { kind: 'maker' })
  const asked = useAnswer('model.list', {}).data?.papers
  const [drafts, setDrafts] = useState<PaperDrafts>({})
  const [wanted, setWanted] = useState(false)
  const performing = usePerform('equipment.admit')
  if (!asked) return null
  const submit = async ({ serialPrefix, ...values }: Values) => {
    setWanted(true)
    if (!isWhole(asked, drafts)) return
    const papers = answersOf(asked, drafts)
    const outcome = await performing.perform(
      { id, ...values, ...(serialPrefix?.trim() && { serialPrefix }), papers },
      {
        evidence: [...new Set(papers.map(({ digest }) => digest))].map((digest) => ({
          kind: 'document',
          digest,
        })),
      },
    )
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'equipment.admit'))
    onDone()
  }
  const required = [{ required: true, message: t('kit.form.required') }]
  return (
    <Form<Values>
      layout="vertical"
      disabled={performing.pending}
      onFinish={(values) => void submit(values)}
      onFinishFailed={() => setWanted(true)}
    >
      <Form.Item name="firm" label={t('field.equipment.admit.firm')} rules={required}>
        <Select
          showSearch
          optionFilterProp="label"
          loading={makers.isPending}
          options={(makers.data ?? []).map((maker) => ({ value: maker.id, label: maker.name }))}
        />
      </Form.Item>
      <Form.Item name="model" label={t('field.model')} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      {figures.map(({ name, step }) => (
        <Form.Item key={name} name={name} label={t(`field.${name}`)} rules={required}>
          <InputNumber className="figure full-width" step={step} />
        </Form.Item>
      ))}
      <Form.Item name="serialPrefix" label={t('field.serialPrefix')} extra={t('help.serialPrefix')}>
        <Input maxLength={40} />
      </Form.Item>
      <p className="quiet">{t('papers.admit-lead')}</p>
      <PapersEntry asked={asked} drafts={drafts} onChange={setDrafts} wanted={wanted} />
      <ActAnswer performing={performing} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={performing.pending}>
          {actTitle(speech, 'equipment.admit')}
        </Button>
        <Button onClick={onCancel}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}

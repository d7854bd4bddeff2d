import { Button, Form, InputNumber, Modal, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { confidences, type Population, populations } from '../model.ts'
import { populationKey } from './population-text.ts'

interface Props {
  /** Begins with it. */
  population?: Population
  town?: string | undefined
}

interface Wanted {
  population: Population
  town?: string | undefined
  confidencePercent: number
  tolerablePercent: number
}

/** Says what a sample would be, and draws it: which homes is the program's to say. */
export function DrawSample({ population = 'paid-equipment', town }: Props) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('audit.sample.draw')}
      </Button>
      <Modal
        open={open}
        title={t('audit.sample.draw')}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <DrawForm
          begun={{ population, town, confidencePercent: 95, tolerablePercent: 5 }}
          onCancel={() => setOpen(false)}
        />
      </Modal>
    </>
  )
}

function DrawForm({ begun, onCancel }: { begun: Wanted; onCancel: () => void }) {
  const { t } = useWords()
  const go = useGo()
  const { programme } = useSession()
  const [sample] = useState(newId)
  const [wanted, setWanted] = useState(begun)
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const size = useAnswer('audit.sample-size', useDeferredValue(wanted)).data
  const drawing = usePerform('audit.draw-sample')
  const change = (to: Partial<Wanted>) => setWanted((before) => ({ ...before, ...to }))
  const draw = async () => {
    const outcome = await drawing.perform({ programme, sample, ...wanted })
    if (outcome?.status === 'done') go(`/audit-samples/${sample}`)
  }
  return (
    <Form layout="vertical" disabled={drawing.pending} onFinish={() => void draw()}>
      <Form.Item label={t('audit.sample.population')}>
        <Select
          value={wanted.population}
          onChange={(population) => change({ population })}
          options={populations.map((value) => ({
            value,
            label: t(populationKey(value)),
          }))}
        />
      </Form.Item>
      <Form.Item label={t('audit.sample.town')}>
        <Select
          value={wanted.town ?? ''}
          onChange={(code) => change({ town: code || undefined })}
          options={[
            { value: '', label: t('audit.sample.all-towns') },
            ...towns.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </Form.Item>
      <Form.Item label={t('audit.sample.confidence')} extra={t('audit.sample.confidence.help')}>
        <Select
          value={wanted.confidencePercent}
          onChange={(confidencePercent) => change({ confidencePercent })}
          options={confidences.map((value) => ({ value, label: `${value}%` }))}
        />
      </Form.Item>
      <Form.Item label={t('audit.sample.tolerable')}>
        <InputNumber
          min={1}
          max={50}
          precision={0}
          suffix="%"
          value={wanted.tolerablePercent}
          onChange={(tolerablePercent) => change({ tolerablePercent: tolerablePercent ?? 5 })}
        />
      </Form.Item>
      <p role="status">
        {size && (size.homes === 0 ? t('audit.sample.nothing') : t('audit.sample.would', size))}
      </p>
      <ActAnswer performing={drawing} />
      <Button type="primary" htmlType="submit" loading={drawing.pending} disabled={size?.homes === 0}>
        {t('audit.sample.draw')}
      </Button>{' '}
      <Button onClick={onCancel}>{t('kit.cancel')}</Button>
    </Form>
  )
}

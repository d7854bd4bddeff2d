import { App, Button, Form, Space } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { doneText } from '../../../web/kit/acts/act-words.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { AmountInput } from '../../../web/kit/form/amount-input.tsx'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { EvidenceField, type Gathered, isGathered } from '../../../web/kit/form/evidence-field.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import './workers.css'

interface Props {
  page: Answer<'wage.page'>
  onDone: () => void
  onCancel: () => void
}

/** What each was paid, on which day, with the bank's paper; whoever is left blank stays unpaid. */
export function PayForm({ page, onDone, onCancel }: Props) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const { today } = useSession()
  const [id] = useState(newId)
  const [paidOn, setPaidOn] = useState<string | null>(today)
  const [amounts, setAmounts] = useState<Readonly<Record<string, number | null>>>({})
  const [paper, setPaper] = useState<Gathered>()
  const [wanted, setWanted] = useState(false)
  const performing = usePerform('wage.prove')
  const unpaid = page.people.filter(({ amountFen }) => amountFen === null)
  const lines = unpaid.flatMap(({ worker }) => {
    const amountFen = amounts[worker]
    return amountFen ? [{ worker, amountFen }] : []
  })
  const isOdd = Object.values(amounts).some((amount) => Number.isNaN(amount))

  const submit = async () => {
    setWanted(true)
    if (!paidOn || lines.length === 0 || isOdd || !isGathered(paper)) return
    const outcome = await performing.perform(
      { firm: page.firm, id, month: page.month, paidOn, lines },
      { evidence: (paper?.stored ?? []).map(({ digest }) => ({ kind: 'document', digest })) },
    )
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'wage.prove'))
    onDone()
  }
  return (
    <Form layout="vertical" disabled={performing.pending} onFinish={() => void submit()}>
      <p className="act-effect">{t('wages.pay.lead')}</p>
      <Form.Item label={t('field.paidOn')} required htmlFor="paid-on">
        <DayInput id="paid-on" value={paidOn} onChange={setPaidOn} />
      </Form.Item>
      <Form.Item
        label={t('wages.amount')}
        required
        validateStatus={wanted && (lines.length === 0 || isOdd) ? 'error' : undefined}
        help={wanted && (lines.length === 0 || isOdd) ? t('wages.pay.none') : undefined}
      >
        {unpaid.map(({ worker, name, days }) => (
          <div key={worker} className="wage-line">
            <label htmlFor={`pay-${worker}`}>{name}</label>
            <span className="quiet figure">{t('wages.days-worked', { count: days })}</span>
            <AmountInput
              id={`pay-${worker}`}
              unit="yuan"
              value={amounts[worker] ?? null}
              onChange={(amount) => setAmounts((before) => ({ ...before, [worker]: amount }))}
            />
          </div>
        ))}
      </Form.Item>
      <EvidenceField kind="document" missing={wanted && !isGathered(paper)} onChange={setPaper} />
      <ActAnswer performing={performing} onRetry={() => void submit()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={performing.pending}>
          {t('act.wage.prove')}
        </Button>
        <Button onClick={onCancel}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}

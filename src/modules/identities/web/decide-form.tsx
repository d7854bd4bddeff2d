import { App, Button, Checkbox, Form, Input, Radio } from 'antd'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useState } from 'react'
import { addDays } from '../../../kernel/dates/day.ts'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useWalk } from '../../../web/kit/table/use-walk.ts'
import type { PairAnswer } from '../model.ts'
import { answerOfException, contradicted, exceptionAfter } from '../rules/pair.ts'
import { SameNumbers } from './same-numbers.tsx'

interface Decided {
  answer: PairAnswer
  reason: string
  papersBy?: string | null
  papers?: string[]
  againstThirds?: boolean
}

/**
 * The decision in force when the person began: what the page learns of while they write is not before their eyes, and the
 * act says so instead of deciding over it.
 */
function useSeen(inForce: string | null, hasBegun: () => boolean): string | null {
  const [seen, setSeen] = useState(inForce)
  if (seen !== inForce && !hasBegun()) setSeen(inForce)
  return seen
}

/** What is proposed for bringing papers; whoever asks sets another day, or none. */
const usualDays = 14

/** One person or two, one dwelling or two, and why. */
export function DecideForm({ pair }: { pair: Answer<'pair.get'> }) {
  const speech = useWords()
  const { t, pick } = speech
  const { message } = App.useApp()
  const [form] = Form.useForm<Decided>()
  const deciding = usePerform('pair.decide')
  const go = useGo()
  const place = useWalk()
  const asked = askedAnswer(pair)
  const chosen = Form.useWatch('answer', form)
  const mayExcept = chosen !== undefined && exceptionAfter[chosen] !== undefined && pair.exceptions.length > 0
  const { today } = useSession()
  const seen = useSeen(pair.inForce, () => form.isFieldsTouched())
  const against = chosen === undefined ? [] : contradicted(pair.thirds, chosen)
  // Of homes that may not be seen here, only the act itself knows.
  const { outcome } = deciding
  const isAgainst =
    against.length > 0 ||
    (outcome?.status === 'refused' && outcome.refusals.some(({ code }) => code === 'pair.against-thirds'))
  const submit = async ({ answer, reason, papersBy, papers, againstThirds }: Decided) => {
    const { first, second } = pair
    const by = answer === 'papers' ? { ...(papersBy && { papersBy }), ...(papers && { papers }) } : {}
    const outcome = await deciding.perform({
      ...{ first, second, answer, reason, seen, ...by },
      ...(isAgainst && againstThirds && { againstThirds }),
    })
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'pair.decide'))
    form.resetFields()
    if (place) go(place.next ?? place.list)
  }
  return (
    <Form<Decided>
      form={form}
      layout="vertical"
      disabled={deciding.pending}
      initialValues={{ answer: asked, papersBy: addDays(today, usualDays) }}
      // What was ticked for one answer is not ticked for another.
      onValuesChange={(changed) => 'answer' in changed && form.resetFields(['againstThirds'])}
      onFinish={(values) => void submit(values)}
    >
      <p className="quiet">{t('act.pair.decide.effect')}</p>
      <Form.Item
        name="answer"
        label={t('pairs.answer')}
        rules={[{ required: true, message: t('kit.form.required') }]}
        extra={chosen === 'entered-twice' && t('pair.withdraw-hint')}
      >
        <Radio.Group
          className="pair-answers"
          options={pair.answers.map((value) => ({
            value,
            label:
              value === asked
                ? t('pair.exception.waits', { answer: t(`choice.answer.${value}`) })
                : t(`choice.answer.${value}`),
          }))}
        />
      </Form.Item>
      {mayExcept && <p className="quiet">{t('pair.exception.after')}</p>}
      {chosen === 'different' && <SameNumbers pair={pair} />}
      <Form.Item
        name="reason"
        label={t('field.reason')}
        rules={[{ required: true, whitespace: true, min: 4, max: 500, message: t('pair.reason-short') }]}
        extra={chosen === 'papers' && pair.decidedByTown === null && t('pair.papers-told')}
      >
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
      {chosen === 'papers' && (
        <Form.Item name="papers" label={t('pair.papers-needed')} extra={t('pair.papers-named')}>
          <Checkbox.Group
            options={pair.papersToBring.map((paper) => ({ value: paper.id, label: pick(paper) }))}
          />
        </Form.Item>
      )}
      {chosen === 'papers' && (
        <Form.Item name="papersBy" label={t('field.papersBy')}>
          <DayInput from={today} />
        </Form.Item>
      )}
      {isAgainst && (
        <Form.Item
          name="againstThirds"
          valuePropName="checked"
          rules={[
            {
              validator: (_, ticked) =>
                ticked ? Promise.resolve() : Promise.reject(new Error(t('pair.against-thirds.needed'))),
            },
          ]}
        >
          <Checkbox>
            {t('pair.against-thirds', {
              homes:
                against
                  .map(
                    ({ householder, sequence }) =>
                      `${householder} · ${t('register.number', { number: sequence })}`,
                  )
                  .join(t('kit.list-comma')) || t('pair.against-thirds.hidden'),
            })}
          </Checkbox>
        </Form.Item>
      )}
      <ActAnswer performing={deciding} onRetry={() => form.submit()} />
      <Button type="primary" htmlType="submit" loading={deciding.pending}>
        {place ? t(place.next ? 'pair.decide-next' : 'pair.decide-last') : actTitle(speech, 'pair.decide')}
      </Button>
    </Form>
  )
}

/** The answer that an exception asked for, and not decided yet, speaks of. */
function askedAnswer({ exceptions, answers }: Answer<'pair.get'>): PairAnswer | undefined {
  const [waits] = exceptions.flatMap(({ requests }) => requests.filter(({ state }) => state === 'asked'))
  const answer = waits && answerOfException(waits.fact)
  return answer && answers.includes(answer) ? answer : undefined
}

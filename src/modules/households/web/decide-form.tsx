import type { Answer } from '../../../web/kit/api/names.ts'
import { useQueryClient } from '@tanstack/react-query'
import { App, AutoComplete, Button, Checkbox, Form, Input, Radio, Select, Space } from 'antd'
import { useState } from 'react'
import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import { type ActOutcome, performActs } from '../../../web/kit/api/acts.ts'
import { forgetAnswers } from '../../../web/kit/api/query-client.ts'
import { type Trouble, troubleOf } from '../../../web/kit/api/trouble.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { TroubleNote } from '../../../web/kit/states/trouble-note.tsx'
import { NotDone } from './acts-in-batch.tsx'
import { FactChoice } from './fact-choice.tsx'
import { boardOptions } from './board-options.ts'
import { aboutText } from './objection-about.ts'
import { Disputed, OwnHomeLink } from './objection-origin.tsx'
import { ObjectionOutlook } from './objection-outlook.tsx'
import { SaidInput } from './said-input.tsx'
import { usePaper } from './use-paper.tsx'

interface Decided {
  decision: 'upheld' | 'rejected'
  answer: string
  home?: string
  fact?: string
  settled?: 'yes' | 'no' | 'unknown'
  /** Of each objection whose home's answer stays: that this is meant. */
  unchanged?: Record<string, boolean>
  heard?: string
  heardOn?: string
  /** What the paper is that it rests on. */
  paper?: string
  what?: string
  who?: string
  by?: string
  /** Other homes under the same receipt that get the same answer. */
  alike?: string[]
}

type Objection = Answer<'objection.list'>['rows'][number]

/**
 * Upheld or not, the answer everybody gets, and what follows: about a home the fact it settles, else what will be done.
 * Each answer says what comes of it before it is given.
 */
export function DecideForm({
  objection,
  siblings,
  onDone,
}: {
  objection: Objection
  /** What was raised with it, under the same receipt. */
  siblings: readonly Objection[]
  onDone: () => void
}) {
  const speech = useWords()
  const { t, pick } = speech
  const { message } = App.useApp()
  const [form] = Form.useForm<Decided>()
  const decision = Form.useWatch('decision', form)
  const home = Form.useWatch('home', form)
  const settled = Form.useWatch('settled', form)
  const fact = Form.useWatch('fact', form)
  const chosenAlike = Form.useWatch('alike', form) ?? []
  const { today } = useSession()
  const deciding = usePerform('objection.decide')
  const together = useDecideTogether()
  const pending = deciding.pending || together.pending
  const facts = useAnswer('objection.facts', { objection: objection.id, ...(home && { home }) }).data ?? []
  const papers = facts.find((each) => each.fact === fact)?.papers ?? []
  const notice = useAnswer('notice.get', { notice: objection.notice }).data
  const aboutHome = objection.home !== null || Boolean(home)

  const foresees = decision === 'upheld' && aboutHome && fact !== undefined && settled !== undefined
  const outlook = useAnswer(
    'objection.outlook',
    { objection: objection.id, fact: fact ?? '', settled: settled ?? 'unknown', ...(home && { home }) },
    { enabled: foresees },
  )
  const isSo = foresees && outlook.data?.isSo === true
  // Nobody is refused unheard, and what is settled for certain rests on a paper.
  const isToHear = foresees && outlook.data?.decision.answer === 'no'
  const needsPaper = decision === 'upheld' && aboutHome && settled !== undefined && settled !== 'unknown'
  const paper = usePaper('objection.paper')
  const isDuplicate = decision === 'upheld' && fact?.startsWith('duplicate.') === true
  // Of two that are one, one stays: what is found of the one is not found of the other by the same tick. What a family
  // said stands for itself alone.
  const alike =
    objection.home === null || isDuplicate || isToHear
      ? []
      : siblings.filter(
          (other) => other.state === 'open' && other.home !== null && other.mayDecide && !other.isOwn,
        )
  const follows = decision && followsFrom(decision, aboutHome, settled)

  const submit = async ({
    decision: chosen,
    answer,
    home: named,
    what,
    who,
    by,
    alike: ticked = [],
    unchanged = {},
    heard,
    heardOn,
    paper: paperName,
    ...rest
  }: Decided) => {
    const evidence = needsPaper ? paper.take() : []
    if (!evidence) return
    const consequence =
      chosen === 'rejected'
        ? {}
        : aboutHome
          ? { fact: rest.fact, settled: rest.settled, ...(needsPaper && { paper: paperName }) }
          : what && who && by
            ? { followUp: { what, who, by } }
            : {}
    const others = alike.filter(({ id }) => ticked.includes(id))
    if (others.length > 0) {
      const isDone = await together.decide(
        [objection, ...others].map((each) => ({
          name: aboutText(speech, each),
          evidence,
          input: {
            ...{ objection: each.id, decision: chosen, answer, ...consequence },
            ...(unchanged[each.id] && { unchanged: true }),
          },
        })),
      )
      if (!isDone) return
      void message.success(t('objection.answered-alike', { count: others.length + 1 }))
      onDone()
      return
    }
    const outcome = await deciding.perform(
      {
        objection: objection.id,
        decision: chosen,
        answer,
        ...(chosen === 'upheld' && objection.home === null && named ? { home: named } : {}),
        ...consequence,
        ...(unchanged[objection.id] && { unchanged: true }),
        ...(isToHear && heard && heardOn && { heard: { on: heardOn, said: heard } }),
      },
      { evidence },
    )
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'objection.decide'))
    onDone()
  }
  return (
    <Form<Decided>
      form={form}
      layout="vertical"
      disabled={pending}
      onFinish={(values) => void submit(values)}
      onFinishFailed={paper.tell}
    >
      {objection.position !== null && (
        <p>
          <b>
            {t('objection.about-home', {
              position: objection.position,
              householder: objection.householder ?? '',
            })}
          </b>
        </p>
      )}
      <OwnHomeLink objection={objection} />
      <p className="objection-said">{objection.said}</p>
      <Disputed objection={objection} />
      <Form.Item
        name="decision"
        label={t('field.decision')}
        rules={[{ required: true, message: t('kit.form.required') }]}
      >
        <Radio.Group
          optionType="button"
          options={(['upheld', 'rejected'] as const).map((value) => ({
            value,
            label: t(`choice.decision.${value}`),
          }))}
        />
      </Form.Item>
      {decision === 'upheld' && objection.home === null && !objection.aboutOwn && (
        <Form.Item name="home" label={t('objection.about')} extra={t('objection.name-home')}>
          <Select
            allowClear={{ label: t('kit.clear') }}
            showSearch={{ optionFilterProp: 'label' }}
            options={boardOptions(notice)}
          />
        </Form.Item>
      )}
      {decision === 'upheld' && aboutHome && (
        <>
          <Form.Item
            name="fact"
            label={t('field.fact')}
            rules={[{ required: true, message: t('kit.form.required') }]}
          >
            <FactChoice facts={facts} />
          </Form.Item>
          <Form.Item
            name="settled"
            label={t('field.settled')}
            rules={[{ required: true, message: t('kit.form.required') }]}
          >
            <Radio.Group
              optionType="button"
              options={(['yes', 'no', 'unknown'] as const).map((value) => ({
                value,
                label: t(`choice.settled.${value}`),
              }))}
            />
          </Form.Item>
        </>
      )}
      {decision === 'upheld' && !aboutHome && (
        <>
          {objection.aboutOwn && <p className="quiet">{t('objection.own-home.help')}</p>}
          <SaidInput name="what" help="objection.what-help" />
          <Form.Item
            name="who"
            label={t('field.who')}
            rules={[{ required: true, whitespace: true, min: 2, message: t('kit.form.required') }]}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="by"
            label={t('field.by')}
            rules={[{ required: true, message: t('kit.form.required') }]}
          >
            <DayInput from={today} />
          </Form.Item>
        </>
      )}
      {isDuplicate && (
        <p className="quiet">
          {t('objection.duplicate-of')}{' '}
          <AddressLink to={`/homes/${objection.home ?? home ?? ''}`}>{t('objection.open-home')}</AddressLink>
        </p>
      )}
      {decision === 'upheld' && aboutHome && fact && settled && (
        <ObjectionOutlook objection={objection.id} home={home} fact={fact} settled={settled} />
      )}
      {follows && !isSo && (
        <p className="objection-follows" role="status">
          <b>{t('objection.follows')}</b> {t(follows)}
        </p>
      )}
      {isToHear && (
        <>
          <p>{t('objection.heard-lead')}</p>
          <Form.Item
            name="heardOn"
            label={t('objection.heard-on')}
            rules={[{ required: true, message: t('kit.form.required') }]}
          >
            <DayInput />
          </Form.Item>
          <SaidInput name="heard" help="objection.heard-help" />
        </>
      )}
      <SaidInput name="answer" help="objection.answer-help" />
      {needsPaper && (
        <>
          <Form.Item
            name="paper"
            label={t('objection.paper-name')}
            extra={t('objection.paper-name.help')}
            rules={[{ required: true, whitespace: true, min: 2, message: t('kit.form.required') }]}
          >
            <AutoComplete
              maxLength={60}
              options={papers.map((one) => ({ value: pick(one) }))}
              showSearch={{ filterOption: false }}
            />
          </Form.Item>
          {paper.field}
        </>
      )}
      {decision && alike.length > 0 && (
        <Form.Item name="alike" label={t('objection.alike')} extra={t('objection.alike.help')}>
          <Checkbox.Group
            className="objection-alike"
            options={alike.map((each) => ({ value: each.id, label: aboutText(speech, each) }))}
          />
        </Form.Item>
      )}
      {decision === 'upheld' &&
        fact &&
        settled &&
        alike
          .filter(({ id }) => chosenAlike.includes(id))
          .map((each) => (
            <div key={each.id}>
              <b>{aboutText(speech, each)}</b>
              <ObjectionOutlook objection={each.id} home={undefined} fact={fact} settled={settled} />
            </div>
          ))}
      {together.refused.length > 0 && (
        <div role="alert">
          <p>{t('objection.alike.none-done')}</p>
          <NotDone refused={together.refused} />
        </div>
      )}
      {together.trouble && <TroubleNote trouble={together.trouble} onRetry={() => form.submit()} />}
      <ActAnswer performing={deciding} onRetry={() => form.submit()} />
      <Space className="form-actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={pending}
          disabled={isSo || (foresees && outlook.data === undefined && !outlook.isError)}
        >
          {actTitle(speech, 'objection.decide')}
        </Button>
        <Button onClick={onDone}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}

interface NamedDecision {
  /** What it is about, as it stands on the screen. */
  name: string
  evidence: EvidenceRef[]
  input: Parameters<ReturnType<typeof usePerform<'objection.decide'>>['perform']>[0]
}

/** One answer for several homes: all of them get it, or none does and the reasons are told. */
function useDecideTogether() {
  const client = useQueryClient()
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<{ name: string; outcome: ActOutcome }[]>([])
  const [trouble, setTrouble] = useState<Trouble>()
  const decide = async (decisions: readonly NamedDecision[]): Promise<boolean> => {
    setPending(true)
    setRefused([])
    setTrouble(undefined)
    try {
      const outcomes = await performActs(
        decisions.map(({ input, evidence }) => ({ id: newId(), kind: 'objection.decide', input, evidence })),
        true,
      )
      const isDone = outcomes.every(({ status }) => status === 'done')
      if (isDone) await forgetAnswers(client)
      else setRefused(outcomes.flatMap((outcome, at) => reasonsOf(outcome, decisions[at]?.name ?? '')))
      return isDone
    } catch (error) {
      setTrouble(troubleOf(error))
      return false
    } finally {
      setPending(false)
    }
  }
  return { decide, pending, refused, trouble }
}

/** Of one refused alone for the others' sake nothing is to be told. */
const reasonsOf = (outcome: ActOutcome, name: string) =>
  outcome.status === 'done' ||
  (outcome.status === 'refused' && outcome.refusals.every(({ code }) => code === 'batch.held-back'))
    ? []
    : [{ name, outcome }]

/** What comes of an answer, in words. */
function followsFrom(decision: Decided['decision'], aboutHome: boolean, settled: Decided['settled']) {
  if (decision === 'rejected')
    return aboutHome ? 'objection.follows.rejected-home' : 'objection.follows.rejected'
  if (!aboutHome) return 'objection.follows.follow-up'
  return `objection.follows.settled-${settled ?? 'open'}`
}

import { Button, Form, Select } from 'antd'
import { type ComponentProps, useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useWalk } from '../../../web/kit/table/use-walk.ts'
import { ReasonInput } from './reason-input.tsx'
import { usePaper } from './use-paper.tsx'

type Props = ComponentProps<OwnForm> & { fact?: string }

/** Settles what is open about a home: one of its unknown facts, with the paper that shows it; `fact` is the one to begin with. */
export function SettleForm({ id, fact: asked, onDone, onCancel }: Props) {
  const { t, pick } = useWords()
  const home = useAnswer('home.page', { home: id }).data
  const settledBefore = (home?.settledFacts ?? []).filter(({ fact }) =>
    (home?.openFacts ?? []).every((open) => open.fact !== fact),
  )
  const performing = usePerform('home.settle-fact')
  const go = useGo()
  const next = useWalk()?.next
  const [onward, setOnward] = useState(false)
  const paper = usePaper('home.settle.paper')
  const submit = async ({ fact, value, reason }: { fact: string; value: boolean; reason: string }) => {
    const evidence = paper.take()
    if (!evidence) return
    const outcome = await performing.perform({ home: id, fact, value, reason }, { evidence })
    if (outcome?.status !== 'done') return
    onDone()
    if (onward && next) go(next)
  }
  return (
    <Form layout="vertical" onFinish={submit} onFinishFailed={paper.tell} initialValues={{ fact: asked }}>
      <Form.Item name="fact" label={t('home.fact')} rules={[{ required: true, message: t('home.choose') }]}>
        <Select
          options={[
            ...(home?.openFacts ?? []).map(({ fact, label }) => ({ value: fact, label: pick(label) })),
            ...settledBefore.map(({ fact, label }) => ({
              value: fact,
              label: t('home.settle-anew', { fact: pick(label) }),
            })),
          ]}
          notFoundContent={t('home.nothing-open')}
        />
      </Form.Item>
      <Form.Item
        name="value"
        label={t('home.is-it-so')}
        rules={[{ required: true, message: t('home.choose') }]}
      >
        <Select
          options={[
            { value: true, label: t('home.yes') },
            { value: false, label: t('home.no') },
          ]}
        />
      </Form.Item>
      <ReasonInput />
      {paper.field}
      <ActAnswer performing={performing} />
      <Button
        type="primary"
        htmlType="submit"
        loading={performing.pending && !onward}
        onClick={() => setOnward(false)}
      >
        {t('act.home.settle-fact')}
      </Button>{' '}
      {next && (
        <>
          <Button htmlType="submit" loading={performing.pending && onward} onClick={() => setOnward(true)}>
            {t('home.settle-next')}
          </Button>{' '}
        </>
      )}
      <Button onClick={onCancel}>{t('home.cancel')}</Button>
    </Form>
  )
}

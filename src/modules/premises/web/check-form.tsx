import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { blockingFailures } from '../../../kernel/pack/checklist.ts'
import type { Checklist } from '../../../kernel/pack/schema.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { ChecklistEntry } from '../../../web/kit/checklist/checklist-entry.tsx'
import { answersOf, type Entries, gapsOf, isBusy, photosOf } from '../../../web/kit/checklist/entries.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'

type CheckKind = 'premises.check-own' | 'premises.inspect' | 'premises.accept'

interface Props {
  id: string
  onDone: () => void
  onCancel: () => void
}

const checkForm = (kind: CheckKind): OwnForm =>
  function CheckForm(props: Props) {
    const answer = useAnswer('premises.page', { premises: props.id })
    return (
      <Answered answer={answer}>
        {({ checklist }) => checklist && <CheckEntry {...props} kind={kind} checklist={checklist} />}
      </Answered>
    )
  }

/** The same list of the pack, filled in by contractor, supervisor and town. */
export const checkForms: Readonly<Record<CheckKind, OwnForm>> = {
  'premises.check-own': checkForm('premises.check-own'),
  'premises.inspect': checkForm('premises.inspect'),
  'premises.accept': checkForm('premises.accept'),
}

function CheckEntry({
  id,
  onDone,
  onCancel,
  kind,
  checklist,
}: Props & { kind: CheckKind; checklist: Checklist }) {
  const { t } = useWords()
  const checking = usePerform(kind)
  const [entries, setEntries] = useState<Entries>({})
  const [remark, setRemark] = useState('')
  const [attempts, setAttempts] = useState(0)
  const answers = answersOf(entries)
  const isFailing = blockingFailures(checklist, answers).length > 0
  const submit = async () => {
    setAttempts((before) => before + 1)
    if (isBusy(entries) || gapsOf(checklist, entries).size > 0) return
    const outcome = await checking.perform(
      { premises: id, items: answers, ...(remark.trim() && { remark: remark.trim() }) },
      { evidence: photosOf(entries) },
    )
    if (outcome?.status === 'done') onDone()
  }
  return (
    <Form layout="vertical" onFinish={() => void submit()}>
      <ChecklistEntry checklist={checklist} entries={entries} onChange={setEntries} attempts={attempts} />
      <Form.Item label={t('premises.remark')} htmlFor="premises-remark">
        <Input.TextArea
          id="premises-remark"
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={400}
          value={remark}
          onChange={(event) => setRemark(event.target.value)}
        />
      </Form.Item>
      <ActAnswer performing={checking} onRetry={() => void submit()} />
      {(isFailing || answers.length === checklist.items.length) && (
        <p role="status">{t(isFailing ? 'premises.will-fail' : 'premises.will-pass')}</p>
      )}
      <Button
        type="primary"
        size="large"
        block
        htmlType="submit"
        loading={checking.pending}
        disabled={isBusy(entries)}
      >
        {t('premises.submit')}
      </Button>
      <Button size="large" block onClick={onCancel}>
        {t('kit.cancel')}
      </Button>
    </Form>
  )
}

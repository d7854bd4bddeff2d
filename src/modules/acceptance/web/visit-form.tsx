import { Button, Form, Input, Result } from 'antd'
import { useState } from 'react'
import { answeredByPaper, blockingFailures, type OnRecord } from '../../../kernel/pack/checklist.ts'
import type { Checklist } from '../../../kernel/pack/schema.ts'
import type { Said } from '../../../kernel/words/words.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { ChecklistEntry } from '../../../web/kit/checklist/checklist-entry.tsx'
import {
  answersOf,
  type Entries,
  gapsOf,
  isBusy,
  photosOf,
  withPapers,
} from '../../../web/kit/checklist/entries.ts'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { findingsOf } from '../rules.ts'
import { measuredParts } from '../rules/parts.ts'
import { MeasureEntry, type Measures } from './measure-entry.tsx'
import { SerialEntry } from './serial-entry.tsx'
import './acceptance.css'

interface Props {
  id: string
  onDone: () => void
  onCancel?: () => void
  /** Where the visitor goes from the result; without it the form closes at once. */
  next?: string
}

/** A supervisor's visit, filled in on the spot: serials, checklist, photographs (§3.3.4). */
export function VisitForm(props: Props) {
  const answer = useAnswer('acceptance.page', { home: props.id })
  return (
    <Answered answer={answer}>{(page) => <VisitEntry {...props} kind="home.inspect" {...page} />}</Answered>
  )
}

const checkForm = (kind: 'home.check-town' | 'home.check-county') =>
  function CheckForm(props: Props) {
    const answer = useAnswer('check.form', { home: props.id })
    return <Answered answer={answer}>{(page) => <VisitEntry {...props} kind={kind} {...page} />}</Answered>
  }

/** A drawn home looked at again for town or county, the way the supervisor did (§3.3.2a, §A.1). */
export const checkForms = {
  town: checkForm('home.check-town'),
  county: checkForm('home.check-county'),
} as const

interface EntryProps extends Props {
  kind: 'home.inspect' | 'home.check-town' | 'home.check-county'
  checklist: Checklist
  devices: readonly { serial: string }[]
  /** Of a home built of measured parts; null where it has machines (§1.2). */
  parts: readonly { id: string; label: Said; areaM2: number }[] | null
  onRecord?: OnRecord
}

function VisitEntry({
  id,
  onDone,
  onCancel,
  next,
  kind,
  checklist,
  devices,
  parts,
  onRecord = {},
}: EntryProps) {
  const { t } = useWords()
  const { today } = useSession()
  const say = kind === 'home.inspect' ? 'visit' : 'check'
  const inspect = usePerform(kind)
  const [filled, setEntries] = useState<Entries>({})
  const byPaper = answeredByPaper(checklist, onRecord)
  const entries = withPapers(filled, byPaper)
  const [seen, setSeen] = useState<readonly string[]>([])
  const [areas, setAreas] = useState<Measures>({})
  const measured =
    parts &&
    measuredParts(
      parts.map(({ id }) => id),
      areas,
    )
  const [day, setDay] = useState<string | null>(today)
  const [remark, setRemark] = useState('')
  const [attempts, setAttempts] = useState(0)

  const submit = async () => {
    setAttempts((before) => before + 1)
    if (day === null || isBusy(entries) || gapsOf(checklist, entries).size > 0) return
    if (parts && measured?.length !== parts.length) return
    const outcome = await inspect.perform(
      {
        home: id,
        visitedOn: day,
        items: answersOf(entries),
        serials: [...seen],
        ...(measured && { parts: measured }),
        ...(remark.trim() && { remark }),
      },
      { evidence: photosOf(entries) },
    )
    if (outcome?.status === 'done' && !next) onDone()
  }

  if (next && inspect.outcome?.status === 'done') {
    const { passed } = inspect.outcome.receipt.result as { passed: boolean }
    return (
      <Result
        status={passed ? 'success' : 'warning'}
        title={t(`${say}.done.${passed ? 'passed' : 'failed'}`)}
        extra={
          <Button type="primary" size="large" onClick={onDone}>
            {next}
          </Button>
        }
      />
    )
  }
  const recorded = devices.map(({ serial }) => serial)
  const answers = answersOf(entries)
  const failing =
    blockingFailures(checklist, answers).length > 0 ||
    (answers.length === checklist.items.length &&
      findingsOf(
        {
          serials: recorded,
          parts: parts?.map(({ id: part, label, areaM2 }) => ({ part, label, areaM2, passedM2: null })),
        },
        { items: answers, serials: [...seen], parts: measured ?? [] },
        checklist,
      ).length > 0)
  return (
    <Form layout="vertical" className="visit-form" onFinish={() => void submit()}>
      <Form.Item label={t('field.visitedOn')} required>
        <DayInput value={day} onChange={setDay} />
      </Form.Item>
      {parts ? (
        <>
          <h3>{t('visit.parts')}</h3>
          <MeasureEntry
            parts={parts}
            measures={areas}
            onChange={setAreas}
            wanted={attempts > 0}
            isSample={kind !== 'home.inspect'}
          />
        </>
      ) : (
        <>
          <h3>{t('visit.machines')}</h3>
          <SerialEntry recorded={recorded} seen={seen} onChange={setSeen} />
        </>
      )}
      <h3>{t('visit.items')}</h3>
      <ChecklistEntry
        checklist={checklist}
        entries={entries}
        onChange={setEntries}
        attempts={attempts}
        byPaper={byPaper}
      />
      <Form.Item label={t('visit.remark')} htmlFor="visit-remark">
        <Input.TextArea
          id="visit-remark"
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={400}
          value={remark}
          onChange={(event) => setRemark(event.target.value)}
        />
      </Form.Item>
      <ActAnswer performing={inspect} onRetry={() => void submit()} />
      <div className="visit-submit">
        {(failing || answers.length === checklist.items.length) && (
          <p className={failing ? 'visit-fails' : 'visit-passes'} role="status">
            <span aria-hidden="true">{failing ? '✕' : '✓'}</span>{' '}
            {t(`${say}.will-${failing ? 'fail' : 'pass'}`)}
          </p>
        )}
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          loading={inspect.pending}
          disabled={isBusy(entries)}
        >
          {t(`${say}.submit`)}
        </Button>
        {onCancel && (
          <Button size="large" block onClick={onCancel}>
            {t('kit.cancel')}
          </Button>
        )}
      </div>
    </Form>
  )
}

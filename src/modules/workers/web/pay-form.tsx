import { App, Button, Form, Space } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { doneText } from '../../../web/kit/acts/act-words.ts'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer, QueryInput } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import { AmountInput } from '../../../web/kit/form/amount-input.tsx'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { EvidenceField, type Gathered, isGathered } from '../../../web/kit/form/evidence-field.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { SheetProblems } from '../../../web/kit/sheets/sheet-problems.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import './workers.css'

type Lines = Answer<'wages.of-sheet'>['lines']

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
  const [sheet, setSheet] = useState<string>()
  const [fromSheet, setFromSheet] = useState<Lines>([])
  const { loading, trouble, start } = useDownload()
  const performing = usePerform('wage.prove')
  const ofMonth = { firm: page.firm, month: page.month }
  const unpaid = page.people.filter(({ amountFen }) => amountFen === null)
  const lines = unpaid.flatMap(({ worker }) => {
    const amountFen = amounts[worker]
    return amountFen ? [{ worker, amountFen }] : []
  })
  const isOdd = Object.values(amounts).some((amount) => Number.isNaN(amount))

  /** What an earlier list filled in and nobody has changed since goes with it. */
  const fillIn = (read: Lines) => {
    const earlier = new Map(fromSheet.map(({ worker, amountFen }) => [worker, amountFen]))
    setAmounts((before) => ({
      ...Object.fromEntries(Object.entries(before).filter(([worker, own]) => earlier.get(worker) !== own)),
      ...Object.fromEntries(read.map(({ worker, amountFen }) => [worker, amountFen])),
    }))
    setFromSheet(read)
  }
  const submit = async () => {
    setWanted(true)
    if (!paidOn || lines.length === 0 || isOdd || !isGathered(paper)) return
    const outcome = await performing.perform(
      { firm: page.firm, id, month: page.month, paidOn, lines },
      {
        evidence: [
          ...(paper?.stored ?? []).map(({ digest }) => ({ kind: 'document', digest })),
          ...(sheet ? [{ kind: 'workbook', digest: sheet }] : []),
        ],
      },
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
      <Form.Item label={t('wages.sheet')}>
        <p className="quiet wage-sheet-lead">
          {t('wages.sheet.lead')}{' '}
          <Button
            type="link"
            size="small"
            loading={loading}
            onClick={() => start(() => download('wage.template', ofMonth))}
          >
            {t('wages.sheet.template')}
          </Button>
        </p>
        <FileDrop
          holds="workbook"
          hint={t('wages.sheet.drop')}
          onChange={(files) => setSheet(files[0]?.digest)}
        />
        {trouble}
        {sheet && <FromSheet key={sheet} ask={{ ...ofMonth, file: sheet }} onRead={fillIn} />}
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

interface FromSheetProps {
  ask: QueryInput<'wages.of-sheet'>
  onRead: (lines: Lines) => void
}

/** What a pay list filled in, and what of it it could not. */
function FromSheet({ ask, onRead }: FromSheetProps) {
  const { t } = useWords()
  const answer = useAnswer('wages.of-sheet', ask)
  const filled = useRef(false)
  const { data } = answer
  useEffect(() => {
    if (!data || filled.current) return
    filled.current = true
    onRead(data.lines)
  }, [data, onRead])
  return (
    <Answered answer={answer}>
      {({ read, lines, problems, problemCount }) => (
        <div role="status">
          <p>{t('wages.sheet.read', { read, people: lines.length })}</p>
          <SheetProblems problems={problems} count={problemCount} />
        </div>
      )}
    </Answered>
  )
}

import { App, Button, Checkbox, Form, Input, Select, Space } from 'antd'
import { type ReactNode, useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import { uploadEvidence } from '../../../web/kit/api/evidence.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { type Trouble, troubleOf } from '../../../web/kit/api/trouble.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { PhotoPicker } from '../../../web/kit/capture/photo-picker.tsx'
import { SignaturePad } from '../../../web/kit/capture/signature-pad.tsx'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { TroubleNote } from '../../../web/kit/states/trouble-note.tsx'
import './notice.css'

interface Props {
  id: string
  onDone: () => void
  onCancel: () => void
}

type Papers = Answer<'home.notices'>
type Paper = Papers['papers'][number]
interface FormProps extends Props {
  paper: Paper
  contractor: Papers['contractor']
  choice: ReactNode
}

/** The papers this home can sign now and this person has signed; the form is about the one chosen. */
function Choosing({
  id,
  children,
}: {
  id: string
  children: (given: Omit<FormProps, keyof Props>) => ReactNode
}) {
  const { t, pick } = useWords()
  const [chosen, setChosen] = useState<string>()
  return (
    <Answered answer={useAnswer('home.notices', { home: id })}>
      {({ papers, contractor }) => {
        const open = papers.filter(({ mayTake }) => mayTake)
        const paper = open.find((each) => each.id === chosen) ?? open[0]
        if (!paper) return <Empty>{t('paper.nothing-to-sign')}</Empty>
        const choice = (
          <Form.Item label={t('field.paper')} required>
            <Select
              aria-label={t('field.paper')}
              value={paper.id}
              onChange={setChosen}
              options={open.map(({ id: value, title }) => ({ value, label: pick(title) }))}
            />
          </Form.Item>
        )
        return children({ paper, contractor, choice })
      }}
    </Answered>
  )
}

/** Signed on paper: the day, who witnessed it, and the sheet. */
export const RecordPaperForm = (props: Props) => (
  <Choosing id={props.id}>{(given) => <Record key={given.paper.id} {...props} {...given} />}</Choosing>
)

function Record({ id: home, paper, choice, onDone, onCancel }: FormProps) {
  const speech = useWords()
  const { t, find } = speech
  const { message } = App.useApp()
  const { today } = useSession()
  const [day, setDay] = useState<string | null>(today)
  const [witness, setWitness] = useState('')
  const [photos, setPhotos] = useState<{ digests: string[]; busy: boolean }>({ digests: [], busy: false })
  const [tried, setTried] = useState(false)
  const performing = usePerform('paper.record')
  const lacks = { day: !day, witness: witness.trim().length < 2, photo: photos.digests.length === 0 }
  const submit = async () => {
    setTried(true)
    if (!day || lacks.witness || lacks.photo || photos.busy) return
    const outcome = await performing.perform(
      { home, paper: paper.id, signedOn: day, witness: witness.trim() },
      { evidence: photos.digests.map((digest) => ({ kind: 'photo', digest })) },
    )
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'paper.record'))
    onDone()
  }
  const state = (missing: boolean, why: string) =>
    tried && missing ? { validateStatus: 'error' as const, help: t(why) } : {}
  return (
    <Form layout="vertical" disabled={performing.pending} onFinish={() => void submit()}>
      <p className="quiet">{find('act.paper.record.effect')}</p>
      {choice}
      <Form.Item label={t('field.signedOn')} required {...state(lacks.day, 'kit.form.required')}>
        <DayInput value={day} onChange={setDay} />
      </Form.Item>
      <Form.Item
        label={t('field.witness')}
        htmlFor="paper-witness"
        required
        {...state(lacks.witness, 'paper.witness.lacks')}
      >
        <Input
          id="paper-witness"
          maxLength={40}
          autoComplete="off"
          value={witness}
          onChange={(event) => setWitness(event.target.value)}
        />
      </Form.Item>
      <Form.Item
        label={t('evidence.photo')}
        required
        {...state(lacks.photo && !photos.busy, 'kit.form.evidence-missing')}
      >
        <PhotoPicker
          hint={t('paper.sheet.hint')}
          onChange={(stored, busy) => setPhotos({ digests: stored.map(({ digest }) => digest), busy })}
        />
      </Form.Item>
      <ActAnswer performing={performing} onRetry={() => void submit()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={performing.pending}>
          {actTitle(speech, 'paper.record')}
        </Button>
        <Button onClick={onCancel}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}

/** Read out and signed by finger on this screen, as on a tablet at the village's office. */
export const TakePaperForm = (props: Props) => (
  <Choosing id={props.id}>{(given) => <Take key={given.paper.id} {...props} {...given} />}</Choosing>
)

function Take({ id: home, paper, contractor, choice, onDone, onCancel }: FormProps) {
  const speech = useWords()
  const { t, pick, language } = speech
  const { message } = App.useApp()
  const [signature, setSignature] = useState<Blob | null>(null)
  const [readOut, setReadOut] = useState(false)
  const [tried, setTried] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const performing = usePerform('paper.take')
  const submit = async () => {
    setTried(true)
    setTrouble(undefined)
    if (!signature || !readOut) return
    try {
      const { digest } = await uploadEvidence(signature, 'signature')
      const outcome = await performing.perform(
        {
          ...{ home, paper: paper.id, text: paper.digest, readOut },
          ...(paper.withContractor && contractor && { contractor: contractor.id }),
        },
        { evidence: [{ kind: 'signature', digest }] },
      )
      if (outcome?.status !== 'done') return
      void message.success(doneText(speech, 'paper.take'))
      onDone()
    } catch (error) {
      setTrouble(troubleOf(error))
    }
  }
  return (
    <Form layout="vertical" disabled={performing.pending} onFinish={() => void submit()}>
      <p className="quiet">{t('paper.take.lead')}</p>
      {choice}
      <div className="paper-text">
        {paper.withContractor && contractor && <p>{t('paper.with', { contractor: contractor.name })}</p>}
        <ol>
          {paper.items.map((item) => (
            <li key={item.zh}>
              {pick(item)}
              {language === 'en' && (
                <div className="quiet" lang="zh-CN">
                  {item.zh}
                </div>
              )}
            </li>
          ))}
        </ol>
        {paper.dataUse && <p>{pick(paper.dataUse)}</p>}
        {language === 'en' && <p className="quiet">{t('paper.chinese-binds')}</p>}
      </div>
      <Form.Item>
        <Checkbox checked={readOut} onChange={(event) => setReadOut(event.target.checked)}>
          {t('paper.read-out')}
        </Checkbox>
      </Form.Item>
      <SignaturePad onChange={setSignature} disabled={performing.pending} />
      {tried && !(signature && readOut) && <p role="alert">{t('paper.lacks')}</p>}
      {trouble && <TroubleNote trouble={trouble} />}
      <ActAnswer performing={performing} onRetry={() => void submit()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={performing.pending}>
          {actTitle(speech, 'paper.take')}
        </Button>
        <Button onClick={onCancel}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}

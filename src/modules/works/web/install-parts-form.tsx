import { App, Button, Form, Radio, Space } from 'antd'
import { type ReactNode, useState } from 'react'
import type { MeasuredWorks } from '../../../kernel/pack/pack.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { PhotoPicker } from '../../../web/kit/capture/photo-picker.tsx'
import type { StoredFile } from '../../../web/kit/capture/use-uploads.ts'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { partReasons } from '../model.ts'
import { builtParts } from '../rules/parts-entered.ts'
import { CrewChoice } from './crew-choice.tsx'
import { emptyMaterial, type MaterialDraft, MaterialsEntry, materialsOfDrafts } from './materials-entry.tsx'
import { type AreaDrafts, PartsEntry } from './parts-entry.tsx'

interface Props {
  id: string
  onDone: () => void
  onCancel?: () => void
}

interface Photos {
  stored: readonly StoredFile[]
  busy: boolean
}
const noPhotos: Photos = { stored: [], busy: false }

const photosOf = (...taken: Photos[]) =>
  taken.flatMap(({ stored }) => stored.map(({ digest }) => ({ kind: 'photo', digest })))

/** Records what was built in a home of a measured line, with materials and the home before and after. */
export function InstallPartsForm(props: Props) {
  const answer = useAnswer('installation.page', { home: props.id })
  return (
    <Answered answer={answer}>
      {({ measured }) => measured && <InstallPartsEntry {...props} works={measured} />}
    </Answered>
  )
}

function InstallPartsEntry({ id, onDone, onCancel, works }: Props & { works: MeasuredWorks }) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const { today } = useSession()
  const install = usePerform('home.install-parts')
  const [areas, setAreas] = useState<AreaDrafts>({})
  const [materials, setMaterials] = useState<readonly MaterialDraft[]>([emptyMaterial(1)])
  const [before, setBefore] = useState(noPhotos)
  const [after, setAfter] = useState(noPhotos)
  const [day, setDay] = useState<string | null>(today)
  const [workers, setWorkers] = useState<string[]>([])
  const [asked, setAsked] = useState(false)
  const parts = builtParts(works, areas)
  const whole = materialsOfDrafts(materials)
  const busy = before.busy || after.busy

  const submit = async () => {
    setAsked(true)
    if (parts.length === 0 || !whole || day === null || busy) return
    if (before.stored.length === 0 || after.stored.length === 0) return
    const outcome = await install.perform(
      {
        home: id,
        parts,
        materials: whole,
        before: before.stored.map(({ digest }) => digest),
        after: after.stored.map(({ digest }) => digest),
        installedOn: day,
        ...(workers.length > 0 && { workers }),
      },
      {
        evidence: [
          ...photosOf(before, after),
          ...[...new Set(whole.map(({ certificate }) => certificate))].map((digest) => ({
            kind: 'document',
            digest,
          })),
        ],
      },
    )
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'home.install-parts'))
    onDone()
  }

  return (
    <Form layout="vertical" disabled={install.pending} onFinish={() => void submit()}>
      <Lacking
        label={t('field.home.install-parts.parts')}
        lacks={asked && parts.length === 0 && t('works.parts.missing')}
      >
        <PartsEntry works={works} drafts={areas} onChange={setAreas} />
      </Lacking>
      <Lacking
        label={t('field.home.install-parts.materials')}
        lacks={asked && !whole && t('works.material.missing')}
      >
        <MaterialsEntry drafts={materials} onChange={setMaterials} />
      </Lacking>
      <Form.Item label={t('field.installedOn')} required>
        <DayInput value={day} onChange={setDay} />
      </Form.Item>
      <CrewChoice home={id} day={day ?? undefined} value={workers} onChange={setWorkers} />
      <Lacking
        label={t('field.home.install-parts.before')}
        lacks={asked && before.stored.length === 0 && t('kit.form.evidence-missing')}
      >
        <PhotoPicker onChange={(stored, isBusy) => setBefore({ stored, busy: isBusy })} />
      </Lacking>
      <Lacking
        label={t('field.home.install-parts.after')}
        lacks={asked && after.stored.length === 0 && t('kit.form.evidence-missing')}
      >
        <PhotoPicker onChange={(stored, isBusy) => setAfter({ stored, busy: isBusy })} />
      </Lacking>
      <ActAnswer performing={install} onRetry={() => void submit()} />
      <Buttons
        title={actTitle(speech, 'home.install-parts')}
        pending={install.pending}
        busy={busy}
        onCancel={onCancel}
      />
    </Form>
  )
}

/** Corrects the measured parts before acceptance; the firm's own check falls. */
export function CorrectPartsForm(props: Props) {
  const answer = useAnswer('installation.page', { home: props.id })
  return (
    <Answered answer={answer}>
      {({ measured, parts }) =>
        measured && (
          <CorrectPartsEntry
            {...props}
            works={measured}
            recorded={Object.fromEntries(parts.map(({ part, areaM2 }) => [part, areaM2]))}
          />
        )
      }
    </Answered>
  )
}

function CorrectPartsEntry({
  id,
  onDone,
  onCancel,
  works,
  recorded,
}: Props & { works: MeasuredWorks; recorded: AreaDrafts }) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const correct = usePerform('home.correct-parts')
  const [areas, setAreas] = useState(recorded)
  const [reason, setReason] = useState<(typeof partReasons)[number]>('mismeasured')
  const [photos, setPhotos] = useState(noPhotos)
  const [asked, setAsked] = useState(false)
  const parts = builtParts(works, areas)

  const submit = async () => {
    setAsked(true)
    if (parts.length === 0 || photos.busy || photos.stored.length === 0) return
    const outcome = await correct.perform({ home: id, parts, reason }, { evidence: photosOf(photos) })
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'home.correct-parts'))
    onDone()
  }

  return (
    <Form layout="vertical" disabled={correct.pending} onFinish={() => void submit()}>
      <Lacking
        label={t('field.home.correct-parts.parts')}
        lacks={asked && parts.length === 0 && t('works.parts.missing')}
      >
        <PartsEntry works={works} drafts={areas} onChange={setAreas} />
      </Lacking>
      <Form.Item label={t('field.home.correct-parts.reason')} required>
        <Radio.Group
          optionType="button"
          value={reason}
          options={partReasons.map((value) => ({ value, label: t(`works.parts.reason.${value}`) }))}
          onChange={(event) => setReason(event.target.value as (typeof partReasons)[number])}
        />
      </Form.Item>
      <Lacking
        label={t('works.photo')}
        lacks={asked && photos.stored.length === 0 && t('kit.form.evidence-missing')}
      >
        <PhotoPicker onChange={(stored, busy) => setPhotos({ stored, busy })} />
      </Lacking>
      <ActAnswer performing={correct} onRetry={() => void submit()} />
      <Buttons
        title={actTitle(speech, 'home.correct-parts')}
        pending={correct.pending}
        busy={photos.busy}
        onCancel={onCancel}
      />
    </Form>
  )
}

/** A required part of the form, and what it lacks once somebody has asked to send it. */
function Lacking({ label, lacks, children }: { label: string; lacks: string | false; children: ReactNode }) {
  return (
    <Form.Item label={label} required {...(lacks && { validateStatus: 'error' as const, help: lacks })}>
      {children}
    </Form.Item>
  )
}

interface ButtonsProps {
  title: string
  pending: boolean
  busy: boolean
  onCancel: (() => void) | undefined
}

function Buttons({ title, pending, busy, onCancel }: ButtonsProps) {
  const { t } = useWords()
  return (
    <Space className="form-actions">
      <Button type="primary" size="large" htmlType="submit" loading={pending} disabled={busy}>
        {title}
      </Button>
      {onCancel && (
        <Button size="large" onClick={onCancel}>
          {t('kit.cancel')}
        </Button>
      )}
    </Space>
  )
}

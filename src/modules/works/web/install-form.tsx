import { App, Button, Form, Radio, Space } from 'antd'
import { useState } from 'react'
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
import { correctionReasons } from '../model.ts'
import { CrewChoice } from './crew-choice.tsx'
import { type DeviceDraft, DevicesEntry, devicesOf } from './devices-entry.tsx'

interface Props {
  id: string
  onDone: () => void
  onCancel?: () => void
}

/** Records the machines built into a home, with photographs. */
export function InstallForm({ id, onDone, onCancel }: Props) {
  const { t } = useWords()
  const { today } = useSession()
  const answer = useAnswer('installation.page', { home: id })
  const [drafts, setDrafts] = useState<readonly DeviceDraft[]>()
  const [day, setDay] = useState<string | null>(today)
  const [workers, setWorkers] = useState<string[]>([])
  const install = usePerform('home.install')
  return (
    <Answered answer={answer}>
      {({ wantedUnits, wantedEquipment }) => {
        const shown = drafts ?? emptyDrafts(wantedUnits ?? 1)
        return (
          <MachinesForm
            kind="home.install"
            performing={install}
            drafts={shown}
            onDrafts={setDrafts}
            lead={[wantedEquipment, wantedUnits ? t('works.units', { count: wantedUnits }) : null]
              .filter(Boolean)
              .join(' · ')}
            ready={day !== null}
            onSubmit={(devices, evidence) =>
              install.perform(
                { home: id, devices, installedOn: day ?? '', ...(workers.length > 0 && { workers }) },
                { evidence },
              )
            }
            onDone={onDone}
            onCancel={onCancel}
          >
            <Form.Item label={t('field.installedOn')} required>
              <DayInput value={day} onChange={setDay} />
            </Form.Item>
            <CrewChoice home={id} day={day ?? undefined} value={workers} onChange={setWorkers} />
          </MachinesForm>
        )
      }}
    </Answered>
  )
}

/** Corrects the machines on record before acceptance; one left out is taken off and stays as history. */
export function CorrectDevicesForm({ id, onDone, onCancel }: Props) {
  const { t } = useWords()
  const answer = useAnswer('installation.page', { home: id })
  const [drafts, setDrafts] = useState<readonly DeviceDraft[]>()
  const [reason, setReason] = useState<(typeof correctionReasons)[number]>('misread')
  const correct = usePerform('home.correct-devices')
  return (
    <Answered answer={answer}>
      {({ devices }) => (
        <MachinesForm
          kind="home.correct-devices"
          performing={correct}
          drafts={drafts ?? devices.map(({ serial, model }, key) => ({ key, serial, model }))}
          onDrafts={setDrafts}
          ready
          onSubmit={(changed, evidence) =>
            correct.perform({ home: id, devices: changed, reason }, { evidence })
          }
          onDone={onDone}
          onCancel={onCancel}
        >
          <Form.Item label={t('field.home.correct-devices.reason')} required>
            <Radio.Group
              optionType="button"
              value={reason}
              options={correctionReasons.map((value) => ({ value, label: t(`choice.reason.${value}`) }))}
              onChange={(event) => setReason(event.target.value as (typeof correctionReasons)[number])}
            />
          </Form.Item>
        </MachinesForm>
      )}
    </Answered>
  )
}

const emptyDrafts = (count: number): DeviceDraft[] =>
  Array.from({ length: Math.min(count, 20) }, (_, key) => ({ key, serial: '' }))

interface MachinesProps {
  kind: 'home.install' | 'home.correct-devices'
  performing:
    | ReturnType<typeof usePerform<'home.install'>>
    | ReturnType<typeof usePerform<'home.correct-devices'>>
  drafts: readonly DeviceDraft[]
  onDrafts: (drafts: readonly DeviceDraft[]) => void
  lead?: string
  ready: boolean
  onSubmit: (
    devices: { serial: string; model: string }[],
    evidence: { kind: string; digest: string }[],
  ) => Promise<{ status: string } | undefined>
  onDone: () => void
  onCancel?: () => void
  children: React.ReactNode
}

function MachinesForm(props: MachinesProps) {
  const { kind, performing, drafts, onDrafts, lead, ready, onSubmit, onDone, onCancel, children } = props
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const [photos, setPhotos] = useState<{ stored: readonly StoredFile[]; busy: boolean }>({
    stored: [],
    busy: false,
  })
  const [asked, setAsked] = useState(false)
  const devices = devicesOf(drafts)
  const missing = { devices: asked && !devices, photos: asked && photos.stored.length === 0 }

  const submit = async () => {
    setAsked(true)
    if (!devices || !ready || photos.busy || photos.stored.length === 0) return
    const evidence = photos.stored.map(({ digest }) => ({ kind: 'photo', digest }))
    const outcome = await onSubmit(devices, evidence)
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, kind))
    onDone()
  }

  return (
    <Form layout="vertical" disabled={performing.pending} onFinish={() => void submit()}>
      {lead && <p className="quiet">{lead}</p>}
      <Form.Item
        label={t('field.devices')}
        required
        validateStatus={missing.devices ? 'error' : undefined}
        help={missing.devices ? t('works.devices-missing') : undefined}
      >
        <DevicesEntry drafts={drafts} onChange={onDrafts} />
      </Form.Item>
      {children}
      <Form.Item
        label={t('works.photo')}
        required
        validateStatus={missing.photos ? 'error' : undefined}
        help={missing.photos ? t('kit.form.evidence-missing') : undefined}
      >
        <PhotoPicker hint={t('works.photo.hint')} onChange={(stored, busy) => setPhotos({ stored, busy })} />
      </Form.Item>
      <ActAnswer performing={performing} onRetry={() => void submit()} />
      <Space className="form-actions">
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={performing.pending}
          disabled={photos.busy}
        >
          {actTitle(speech, kind)}
        </Button>
        {onCancel && (
          <Button size="large" onClick={onCancel}>
            {t('kit.cancel')}
          </Button>
        )}
      </Space>
    </Form>
  )
}

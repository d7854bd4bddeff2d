import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import './works.css'

export interface DeviceDraft {
  key: number
  serial: string
  model?: string
}

interface Props {
  drafts: readonly DeviceDraft[]
  onChange: (drafts: readonly DeviceDraft[]) => void
}

/** The machines of a home, one card each: serial from the plate and an admitted model. */
export function DevicesEntry({ drafts, onChange }: Props) {
  const { t } = useWords()
  const models = useAnswer('model.list', {})
  // One that may not be newly built in stays in the list and says so: it may hang here already.
  const options = (models.data?.rows ?? []).map(({ id, maker, model, barred, runOut }) => ({
    value: id,
    label:
      barred || runOut.length > 0
        ? t('works.model-stopped', { model: `${maker} ${model}` })
        : `${maker} ${model}`,
    disabled: barred || runOut.length > 0,
  }))
  // A home usually gets machines of one model: choosing the first one's fills the others still open.
  const change = (key: number, patch: Partial<DeviceDraft>) =>
    onChange(
      drafts.map((draft) =>
        draft.key === key ? { ...draft, ...patch } : { ...draft, model: draft.model ?? patch.model },
      ),
    )
  return (
    <div className="devices-entry">
      {drafts.map((draft, i) => (
        <DeviceEntry
          key={draft.key}
          number={i + 1}
          draft={draft}
          options={options}
          onChange={(patch) => change(draft.key, patch)}
          onRemove={
            drafts.length > 1 ? () => onChange(drafts.filter(({ key }) => key !== draft.key)) : undefined
          }
        />
      ))}
      <Button
        onClick={() =>
          onChange([
            ...drafts,
            {
              key: Math.max(0, ...drafts.map(({ key }) => key)) + 1,
              serial: '',
              model: drafts.at(-1)?.model,
            },
          ])
        }
      >
        {t('works.add-device')}
      </Button>
    </div>
  )
}

interface EntryProps {
  number: number
  draft: DeviceDraft
  options: { value: string; label: string }[]
  onChange: (patch: Partial<DeviceDraft>) => void
  onRemove?: () => void
}

function DeviceEntry({ number, draft, options, onChange, onRemove }: EntryProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <fieldset className="device-entry">
      <legend>{t('works.machine', { number })}</legend>
      <label htmlFor={`${id}-serial`}>{t('field.serial')}</label>
      <Input
        id={`${id}-serial`}
        size="large"
        className="figure"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        placeholder={t('works.serial-hint')}
        value={draft.serial}
        onChange={(event) => onChange({ serial: event.target.value })}
      />
      <label htmlFor={`${id}-model`}>{t('field.model')}</label>
      <Select
        id={`${id}-model`}
        size="large"
        placeholder={t('works.choose-model')}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        value={draft.model}
        onChange={(model: string) => onChange({ model })}
      />
      {onRemove && (
        <Button type="text" onClick={onRemove}>
          {t('works.remove-device')}
        </Button>
      )}
    </fieldset>
  )
}

/** The machines as the act takes them; undefined while a model is not chosen. */
export function devicesOf(drafts: readonly DeviceDraft[]): { serial: string; model: string }[] | undefined {
  const chosen = drafts.flatMap(({ serial, model }) => (model && serial.trim() ? [{ serial, model }] : []))
  return chosen.length === drafts.length && chosen.length > 0 ? chosen : undefined
}

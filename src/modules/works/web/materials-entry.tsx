import { Button, Form, Input } from 'antd'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import './works.css'

export interface MaterialDraft {
  key: number
  name: string
  maker: string
  batch: string
  certificate?: string | undefined
}

export const emptyMaterial = (key: number): MaterialDraft => ({ key, name: '', maker: '', batch: '' })

/** The materials as the act takes them; undefined while one of them is not whole. */
export function materialsOfDrafts(drafts: readonly MaterialDraft[]) {
  const whole = drafts.flatMap(({ name, maker, batch, certificate }) =>
    name.trim() && maker.trim() && batch.trim() && certificate ? [{ name, maker, batch, certificate }] : [],
  )
  return whole.length === drafts.length ? whole : undefined
}

const fields = ['name', 'maker', 'batch'] as const

interface Props {
  drafts: readonly MaterialDraft[]
  onChange: (change: (before: readonly MaterialDraft[]) => readonly MaterialDraft[]) => void
}

/** Each material with its maker, its batch and the certificate of that batch. */
export function MaterialsEntry({ drafts, onChange }: Props) {
  const { t } = useWords()
  const put = (key: number, patch: Partial<MaterialDraft>) =>
    onChange((before) => before.map((draft) => (draft.key === key ? { ...draft, ...patch } : draft)))
  return (
    <div className="devices-entry">
      {drafts.map((draft, at) => (
        <fieldset key={draft.key} className="device-entry">
          <legend>{t('works.material', { number: at + 1 })}</legend>
          {fields.map((field) => (
            <Form.Item
              key={field}
              htmlFor={`material-${draft.key}-${field}`}
              label={t(`works.material.${field}`)}
              required
            >
              <Input
                id={`material-${draft.key}-${field}`}
                maxLength={60}
                value={draft[field]}
                onChange={(event) => put(draft.key, { [field]: event.target.value })}
              />
            </Form.Item>
          ))}
          <Form.Item label={t('works.material.certificate')} required>
            <FileDrop onChange={(stored) => put(draft.key, { certificate: stored[0]?.digest })} />
          </Form.Item>
          {drafts.length > 1 && (
            <Button onClick={() => onChange((before) => before.filter(({ key }) => key !== draft.key))}>
              {t('works.material.remove')}
            </Button>
          )}
        </fieldset>
      ))}
      <Button
        onClick={() =>
          onChange((before) => [...before, emptyMaterial(Math.max(0, ...before.map(({ key }) => key)) + 1)])
        }
      >
        {t('works.material.add')}
      </Button>
    </div>
  )
}

import { Button, Form, Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { newId } from '../../../../kernel/identity/id.ts'
import { ActAnswer } from '../../../../web/kit/acts/act-answer.tsx'
import { useGo } from '../../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'

/** Starts a draft: of the pack in force, of another draft, or of files. */
export function StartDraft({ copyOf }: { copyOf?: { id: string; name: string } }) {
  const { t } = useWords()
  const go = useGo()
  const id = useId()
  const pack = useAnswer('policy.pack', {}).data
  const starting = usePerform('draft.start')
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [from, setFrom] = useState<'in-force' | 'files'>('in-force')
  const [files, setFiles] = useState<Record<string, string>>({})
  const names = Object.keys(files).sort()
  const ready = name.trim() !== '' && (copyOf || from === 'in-force' || names.length > 0)

  const begin = () => {
    starting.forget()
    setName(copyOf ? t('draft.copy.name', { name: copyOf.name }) : '')
    setOpen(true)
  }
  const start = async () => {
    if (!pack || !ready) return
    const draft = newId()
    const outcome = await starting.perform({
      programme: pack.programme.id,
      draft,
      name: name.trim(),
      ...(copyOf ? { copyOf: copyOf.id } : from === 'files' && { files }),
    })
    if (outcome?.status !== 'done') return
    setOpen(false)
    go(`/policy/drafts/${draft}?part=parameters`)
  }
  const read = async (chosen: FileList | null) => {
    const texts = await Promise.all(
      [...(chosen ?? [])].map(async (file) => [file.name, await file.text()] as const),
    )
    setFiles(Object.fromEntries(texts))
  }
  return (
    <>
      <Button type={copyOf ? 'default' : 'primary'} onClick={begin}>
        {copyOf ? t('draft.copy') : t('act.draft.start')}
      </Button>
      <Modal
        open={open}
        title={t('act.draft.start')}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Form layout="vertical" onFinish={() => void start()}>
          <Form.Item label={t('draft.name')} required htmlFor={`${id}-name`}>
            <Input
              id={`${id}-name`}
              autoFocus
              maxLength={60}
              placeholder={t('draft.name.hint')}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          </Form.Item>
          {!copyOf && (
            <Form.Item label={t('draft.from')}>
              <Radio.Group
                value={from}
                onChange={({ target }) => setFrom(target.value as typeof from)}
                options={[
                  { value: 'in-force', label: t('draft.from.in-force') },
                  { value: 'files', label: t('draft.from.files') },
                ]}
              />
            </Form.Item>
          )}
          {!copyOf && from === 'files' && (
            <Form.Item label={t('policy.adopt.files')} htmlFor={`${id}-files`}>
              <input
                id={`${id}-files`}
                type="file"
                multiple
                accept=".yaml,.yml"
                onChange={(event) => void read(event.target.files)}
              />
              {names.length > 0 && (
                <p className="quiet">
                  {t('policy.adopt.chosen', { count: names.length, names: names.join('、') })}
                </p>
              )}
            </Form.Item>
          )}
          <ActAnswer performing={starting} onRetry={() => void start()} />
          <Button type="primary" htmlType="submit" loading={starting.pending} disabled={!ready}>
            {t('act.draft.start')}
          </Button>
        </Form>
      </Modal>
    </>
  )
}

export function RenameDraft(props: { draft: string; name: string; onDone: () => Promise<void> }) {
  const { t } = useWords()
  const id = useId()
  const renaming = usePerform('draft.rename')
  const [open, setOpen] = useState(false)
  const [name, setName] = useState(props.name)
  const rename = async () => {
    const outcome = await renaming.perform({ draft: props.draft, name: name.trim() })
    if (outcome?.status !== 'done') return
    setOpen(false)
    await props.onDone()
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('draft.rename')}</Button>
      <Modal
        open={open}
        title={t('act.draft.rename')}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Form layout="vertical" onFinish={() => void rename()}>
          <Form.Item label={t('draft.name')} required htmlFor={id}>
            <Input
              id={id}
              autoFocus
              maxLength={60}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          </Form.Item>
          <ActAnswer performing={renaming} onRetry={() => void rename()} />
          <Button type="primary" htmlType="submit" loading={renaming.pending} disabled={name.trim() === ''}>
            {t('draft.rename')}
          </Button>
        </Form>
      </Modal>
    </>
  )
}

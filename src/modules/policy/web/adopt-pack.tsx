import { Input } from 'antd'
import { useId, useState } from 'react'
import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { ActButton } from '../../../web/kit/acts/act-button.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'

/** A newer pack put in force: its files are read here, checked by the act, and kept with every decision. */
export function AdoptPack({ pack }: { pack: Answer<'policy.pack'> }) {
  const { t } = useWords()
  const { today } = useSession()
  const id = useId()
  const [files, setFiles] = useState<Record<string, string>>({})
  const [year, setYear] = useState(pack.programme.year ?? Number(today.slice(0, 4)))
  const [from, setFrom] = useState(today)
  const [reason, setReason] = useState('')
  const [evidence, setEvidence] = useState<EvidenceRef[]>([])
  const names = Object.keys(files).sort()

  const read = async (chosen: FileList | null) => {
    const texts = await Promise.all(
      [...(chosen ?? [])].map(async (file) => [file.name, await file.text()] as const),
    )
    setFiles(Object.fromEntries(texts))
  }
  return (
    <Panel title={t('act.policy.adopt')}>
      <p className="quiet policy-note">{t('policy.adopt.lead')}</p>
      <div className="adopt-pack">
        <label htmlFor={`${id}-files`}>{t('policy.adopt.files')}</label>
        <input
          id={`${id}-files`}
          type="file"
          multiple
          accept=".yaml,.yml"
          onChange={(event) => void read(event.target.files)}
        />
        <label htmlFor={`${id}-year`}>{t('policy.pack.year')}</label>
        <Input
          id={`${id}-year`}
          className="figure adopt-year"
          inputMode="numeric"
          maxLength={4}
          value={year || ''}
          onChange={(event) => setYear(Number(event.target.value.replace(/\D/g, '')))}
        />
      </div>
      {names.length > 0 && (
        <>
          <p className="quiet">
            {t('policy.adopt.chosen', { count: names.length, names: names.join('、') })}
          </p>
          <div className="adopt-pack">
            <label htmlFor={`${id}-from`}>{t('draft.adopt.from')}</label>
            <DayInput id={`${id}-from`} value={from} onChange={(day) => setFrom(day ?? today)} />
            <label htmlFor={`${id}-reason`}>{t('draft.adopt.reason')}</label>
            <Input.TextArea
              id={`${id}-reason`}
              autoSize={{ minRows: 2 }}
              maxLength={500}
              placeholder={t('draft.adopt.reason.hint')}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
            <span>{t('evidence.document')}</span>
            <FileDrop
              multiple
              onChange={(stored) => setEvidence(stored.map(({ digest }) => ({ kind: 'document', digest })))}
            />
          </div>
          <ActButton
            kind="policy.adopt"
            type="primary"
            confirm={t('draft.adopt.confirm', { from })}
            input={{
              programme: pack.programme.id,
              year,
              files,
              from,
              ...(reason.trim() && { reason: reason.trim() }),
            }}
            evidence={evidence}
            onDone={() => setFiles({})}
          />
        </>
      )}
    </Panel>
  )
}

import { Input } from 'antd'
import { useId, useState } from 'react'
import { ActButton } from '../../../web/kit/acts/act-button.tsx'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { TroubleNote } from '../../../web/kit/states/trouble-note.tsx'
import { parseAreaLines } from '../rules/area-lines.ts'
import { AreaPreview } from './area-preview.tsx'
import './organisations.css'

/** A list of codes and names, pasted or as a workbook: shown as it would be entered, then entered by one act. */
export function EnterAreasPage() {
  const { t, pick } = useWords()
  const { county, programme } = useSession()
  const go = useGo()
  const id = useId()
  const [text, setText] = useState('')
  const [file, setFile] = useState<string>()
  const known = useAnswer('area.list', {})
  const sheet = useAnswer('area.sheet', { file: file ?? '' }, { enabled: file !== undefined })
  const fromSheet = file !== undefined ? sheet.data : undefined
  const lines = file === undefined ? parseAreaLines(text) : (fromSheet?.lines ?? [])
  return (
    <PageFrame
      title={t('act.village.register')}
      lead={t('areas.enter.lead')}
      back={{ to: '/areas', label: t('areas.title') }}
    >
      <Panel title={t('areas.paste')}>
        <label htmlFor={id} className="quiet">
          {t('areas.paste.how')}
        </label>
        <Input.TextArea
          id={id}
          className="area-text"
          autoSize={{ minRows: 6, maxRows: 16 }}
          placeholder={t('areas.paste.example')}
          disabled={file !== undefined}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <h3>{t('areas.or-sheet')}</h3>
        <FileDrop
          holds="workbook"
          hint={t('areas.or-sheet.how')}
          onChange={(stored) => setFile(stored.at(-1)?.digest)}
        />
      </Panel>
      {file !== undefined && sheet.error && (
        <TroubleNote trouble={sheet.error} onRetry={() => void sheet.refetch()} />
      )}
      {fromSheet && fromSheet.problems.length > 0 && (
        <Panel title={t('areas.sheet-problems')}>
          <ul>
            {fromSheet.problems.map((problem, i) => (
              <li key={i}>{pick(problem.words)}</li>
            ))}
          </ul>
        </Panel>
      )}
      {lines.length > 0 && known.data && (
        <AreaPreview
          lines={lines}
          county={`${county.code}000000`}
          known={new Map(known.data.map(({ code, name }) => [code, name]))}
        >
          {(areas) => (
            <ActButton
              kind="village.register"
              type="primary"
              input={{ programme, areas }}
              onDone={() => go('/areas')}
            >
              {t('areas.enter', { count: areas.length })}
            </ActButton>
          )}
        </AreaPreview>
      )}
    </PageFrame>
  )
}

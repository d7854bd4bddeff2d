import { Button, Select } from 'antd'
import { useState } from 'react'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { download } from '../../../web/kit/api/download.ts'
import { useWatchedAnswer } from '../../../web/kit/api/use-watched-answer.ts'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import type { StoredFile } from '../../../web/kit/capture/use-uploads.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import type { RegisterMapping } from '../model/register.ts'
import { ImportDone } from './import-done.tsx'
import { useOwnTowns } from './own-towns.ts'
import { type Imported, RegisterDryRun } from './register-dry-run.tsx'
import { UndoImport } from './undo-import.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import './register.css'

/** From template to register: download, fill, upload, see what is wrong, import as one act, undo. */
export function ImportsPage() {
  const { t } = useWords()
  const choices = useOwnTowns()
  const [chosen, setChosen] = useState<string>()
  const area = chosen ?? choices[0]?.code
  const { start, loading, trouble } = useDownload()
  return (
    <PageFrame title={t('imports.title')} lead={t('imports.lead')}>
      <Panel title={t('imports.new')}>
        <p>
          <Select
            aria-label={t('field.town')}
            value={area}
            onChange={setChosen}
            options={choices.map(({ code, name }) => ({ value: code, label: name }))}
            style={{ minWidth: 160 }}
          />{' '}
          <Button
            loading={loading}
            disabled={!area}
            onClick={() => area && start(() => download('register.template', { area }))}
          >
            {t('imports.template')}
          </Button>
        </p>
        {trouble}
        {area && <NewImport key={area} area={area} />}
      </Panel>
      <Panel title={t('imports.earlier')}>
        <AnswerTable
          name="import.list"
          rowKey={(row) => row.id}
          columns={[
            { key: 'areaName', title: 'field.town' },
            { key: 'fileName' },
            {
              key: 'homes',
              align: 'right',
              render: (row) => (
                <AddressLink to={`/register?import=${row.id}&ended=all`}>
                  <Count of={row.homes} />
                </AddressLink>
              ),
            },
            { key: 'importedOn', render: (row) => <DayText day={row.importedOn} /> },
            { key: 'importedBy' },
            {
              key: 'undone',
              title: 'imports.state',
              render: (row) =>
                row.undoneOn ? (
                  <span className="quiet">
                    {t('imports.undone', { day: row.undoneOn, by: row.undoneBy ?? '' })}
                  </span>
                ) : row.builtUpon ? (
                  <span className="quiet">{t('imports.built-upon')}</span>
                ) : (
                  <UndoImport id={row.id} />
                ),
            },
          ]}
        />
      </Panel>
    </PageFrame>
  )
}

function NewImport({ area }: { area: string }) {
  const { t } = useWords()
  const [file, setFile] = useState<StoredFile>()
  const [mapping, setMapping] = useState<RegisterMapping>()
  const [imported, setImported] = useState<Imported>()
  const [round, setRound] = useState(0)
  const { answer, progress } = useWatchedAnswer(
    'register.dry-run',
    { digest: file?.digest ?? '', area, fileName: file?.name, mapping },
    { enabled: file !== undefined },
  )
  // What was said of one file's columns says nothing of the next one's.
  const take = (next: StoredFile | undefined) => {
    setFile(next)
    setMapping(undefined)
  }
  // What has been imported is not looked at again: all of it would now be in the register already.
  const finish = (next: Imported) => {
    setImported(next)
    take(undefined)
    setRound((before) => before + 1)
  }
  return (
    <>
      <FileDrop key={round} holds="workbook" hint={t('imports.drop')} onChange={(files) => take(files[0])} />
      {file && (
        <Answered answer={answer} progress={progress}>
          {(run) => (
            <RegisterDryRun
              key={file.digest}
              run={run}
              file={file}
              area={area}
              onMapping={setMapping}
              onDone={finish}
            />
          )}
        </Answered>
      )}
      <ImportDone imported={imported} onClose={() => setImported(undefined)} />
    </>
  )
}

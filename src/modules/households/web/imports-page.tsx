import { Button, Select, Table } from 'antd'
import { useState } from 'react'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import { tableFiles } from '../../../web/kit/capture/table-files.ts'
import type { StoredFile } from '../../../web/kit/capture/use-uploads.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { newId } from '../../../kernel/identity/id.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import { DryRunDetails } from './dry-run-details.tsx'
import { ImportDone } from './import-done.tsx'
import { useOwnTowns } from './own-towns.ts'
import { UndoImport } from './undo-import.tsx'
import { useDownload } from './use-download.ts'
import './register.css'

type DryRun = Answer<'register.dry-run'>

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
  const [imported, setImported] = useState<Imported>()
  const [round, setRound] = useState(0)
  const answer = useAnswer(
    'register.dry-run',
    { digest: file?.digest ?? '', area, fileName: file?.name },
    { enabled: file !== undefined },
  )
  // What has been imported is not looked at again: all of it would now be in the register already.
  const finish = (next: Imported) => {
    setImported(next)
    setFile(undefined)
    setRound((before) => before + 1)
  }
  return (
    <>
      <FileDrop
        key={round}
        accept={tableFiles}
        hint={t('imports.drop')}
        onChange={(files) => setFile(files[0])}
      />
      {file && (
        <Answered answer={answer}>
          {(run) => <DryRunResult key={file.digest} run={run} file={file} area={area} onDone={finish} />}
        </Answered>
      )}
      <ImportDone imported={imported} onClose={() => setImported(undefined)} />
    </>
  )
}

interface Imported {
  id: string
  homes: number
}

interface ResultProps {
  run: DryRun
  file: StoredFile
  area: string
  onDone: (imported: Imported) => void
}

function DryRunResult({ run, file, area, onDone }: ResultProps) {
  const { t, pick } = useWords()
  const [id] = useState(newId)
  const performing = usePerform('register.import')
  const { start, loading } = useDownload()
  const held = whyHeld(run)
  const { programme } = useSession()
  const importNow = async () => {
    const outcome = await performing.perform(
      { programme, import: id, area, fileName: file.name },
      { evidence: [{ kind: 'workbook', digest: file.digest }] },
    )
    if (outcome?.status === 'done') onDone({ id, homes: run.homes })
  }
  return (
    <div className="dry-run" role="status">
      <p>
        <b>
          {t(held === undefined ? 'imports.found' : 'imports.found-held', {
            rows: run.rows,
            homes: run.homes,
            villages: run.villages.length,
          })}
        </b>{' '}
        {run.errors > 0 && t('imports.errors', { count: run.errors })}{' '}
        {run.warnings > 0 && t('imports.warnings', { count: run.warnings })}
      </p>
      {run.problems.length > 0 && (
        <>
          <Table
            size="small"
            rowKey={(row) => `${row.code} ${row.sheet} ${row.row} ${row.column}`}
            dataSource={run.problems}
            pagination={{ pageSize: 10, showSizeChanger: false }}
            scroll={{ x: 560 }}
            columns={[
              {
                title: t('imports.severity'),
                render: (_, row) => t(row.severity === 'error' ? 'imports.error' : 'imports.warning'),
              },
              { title: t('imports.sheet'), dataIndex: 'sheet' },
              { title: t('imports.row'), dataIndex: 'row' },
              {
                title: t('imports.column'),
                render: (_, row) => (row.column ? columnLetters(row.column) : ''),
              },
              { title: t('imports.problem'), render: (_, row) => pick(row.words) },
            ]}
          />
          {run.isWorkbook && (
            <p>
              <Button
                loading={loading}
                onClick={() =>
                  start(() => download('register.marked', { digest: file.digest, area, fileName: file.name }))
                }
              >
                {t('imports.marked')}
              </Button>
            </p>
          )}
        </>
      )}
      <DryRunDetails run={run} />
      <ActAnswer performing={performing} onRetry={() => void importNow()} />
      {held !== undefined && (
        <p role="alert" id="import-held">
          {t(held.key, held.values)}
        </p>
      )}
      <Button
        type="primary"
        loading={performing.pending}
        disabled={held !== undefined}
        aria-describedby={held && 'import-held'}
        onClick={() => void importNow()}
      >
        {t('imports.import', { count: run.homes })}
      </Button>
    </div>
  )
}

/** Why a workbook cannot be imported as it is, and what to do. */
function whyHeld({
  earlier,
  errors,
  homes,
}: DryRun): { key: string; values: Record<string, unknown> } | undefined {
  if (earlier) return { key: 'imports.held.same-file', values: { day: earlier.on } }
  if (errors > 0) return { key: 'imports.held.errors', values: { count: errors } }
  return homes === 0 ? { key: 'imports.held.empty', values: {} } : undefined
}

/** As the spreadsheet names its columns. */
function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

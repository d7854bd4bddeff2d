import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import type { StoredFile } from '../../../web/kit/capture/use-uploads.ts'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { ColumnChoice } from '../../../web/kit/sheets/column-choice.tsx'
import { SheetProblems } from '../../../web/kit/sheets/sheet-problems.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import type { Mapping, SourceKind } from '../model.ts'
import { isNewerThan, partOf } from '../rules/import.ts'
import { useDownload } from '../../../web/kit/api/use-download.ts'

type DryRun = Answer<'source.dry-run'>

export interface About {
  kind: SourceKind
  area: string
  asOf: string | null
  deliveredBy: string
}

interface Props {
  run: DryRun
  file: StoredFile
  about: About
  onMapping: (mapping: Mapping) => void
  onArea: (area: string) => void
  onDone: (imported: { id: string; rows: number }) => void
}

/** Fewer are read through one by one. */
const manyProblems = 20
const mostShown = 60

/** What was read before anything is entered: columns to correct, faults by row, the first lines; then the import. */
export function DryRunResult({ run, file, about, onMapping, onArea, onDone }: Props) {
  const { t, pick } = useWords()
  const [id] = useState(newId)
  const [leaveOut, setLeaveOut] = useState(false)
  const [isWhole, setIsWhole] = useState(false)
  const performing = usePerform('source.import')
  const keeping = usePerform('source.keep-mapping')
  const marked = useDownload()
  const { programme } = useSession()
  const mapping = run.mapping ?? undefined
  const importNow = async () => {
    const outcome = await performing.perform(
      {
        programme,
        source: id,
        kind: about.kind,
        area: about.area,
        asOf: about.asOf ?? '',
        deliveredBy: about.deliveredBy,
        fileName: file.name,
        mapping,
        leaveOutErrors: leaveOut,
        isWhole: mustBeWhole && isWhole,
      },
      { evidence: [{ kind: 'workbook', digest: file.digest }] },
    )
    if (outcome?.status === 'done') onDone({ id, rows: run.taken })
  }
  const { hasFewer, lacksMost } = partOf(run, about.asOf, run.leastPercent)
  const mustBeWhole = hasFewer || lacksMost
  const held = whyHeld(run, about, leaveOut, !mustBeWhole || isWhole)
  return (
    <>
      {run.sheets.length > 0 && (
        <Panel title={t('sheet.columns')}>
          <ColumnChoice
            run={run}
            onMapping={onMapping}
            keeping={{
              kind: 'source.keep-mapping',
              performing: keeping,
              keep: (columns) => keeping.perform({ programme, kind: about.kind, columns }),
            }}
          />
        </Panel>
      )}
      <Panel title={t('source-import.result')}>
        <div role="status">
          <p>
            <b>{t('source-import.found', { read: run.read, taken: run.taken })}</b>{' '}
            {run.wrong > 0 && t('source-import.wrong', { count: run.wrong })}{' '}
            {run.taken > 0 && t('source-import.places', { count: run.places })}
          </p>
          <Replaces run={run} about={about} onArea={onArea} />
        </div>
        {run.problems.length > manyProblems && (
          <ul className="plain-list">
            {run.kinds.map(({ code, severity, words, count }) => (
              <li key={code}>
                <b>{t(severity === 'error' ? 'source-import.error' : 'source-import.warning')}</b> × {count} ·{' '}
                {pick(words)}
              </li>
            ))}
          </ul>
        )}
        {run.problems.length > 0 && (
          <details open={run.problems.length <= manyProblems}>
            <summary>{t('source-import.problem')}</summary>
            <SheetProblems problems={run.problems.slice(0, mostShown)} count={run.problemCount} />
            {run.isTable && (
              <p>
                <Button
                  loading={marked.loading}
                  onClick={() =>
                    marked.start(() =>
                      download('source.marked', {
                        digest: file.digest,
                        kind: about.kind,
                        area: about.area,
                        fileName: file.name,
                        mapping,
                      }),
                    )
                  }
                >
                  {t('source-import.marked')}
                </Button>
              </p>
            )}
            {marked.trouble}
          </details>
        )}
        {run.sample.length > 0 && (
          <details open>
            <summary>{t('source-import.sample')}</summary>
            <RowTable
              rows={run.sample}
              rowKey={({ sheet, row }) => `${sheet} ${row}`}
              columns={[
                { key: 'row', title: 'source.where', align: 'right' },
                { key: 'name', title: 'source.col.name' },
                { key: 'idNumber', title: 'source.col.idNumber' },
                { key: 'accountNumber', title: 'source.col.accountNumber' },
                { key: 'villageName', title: 'source.col.placeName' },
                { key: 'address', title: 'source.col.address', wide: true },
                { key: 'more', title: 'source-import.more', render: ({ more }) => more.join(' · ') },
              ]}
            />
          </details>
        )}
        {run.wrong > 0 && run.blocking === 0 && (
          <p>
            <Checkbox checked={leaveOut} onChange={(event) => setLeaveOut(event.target.checked)}>
              {t('source-import.leave-out', { count: run.wrong })}
            </Checkbox>
          </p>
        )}
        {mustBeWhole && (
          <p>
            <Checkbox checked={isWhole} onChange={(event) => setIsWhole(event.target.checked)}>
              {t('source-import.is-whole')}
            </Checkbox>
          </p>
        )}
        <ActAnswer performing={performing} onRetry={() => void importNow()} />
        {held && (
          <p role="alert" id="source-held">
            {t(held.key, held.values)}
          </p>
        )}
        <Button
          className="source-now"
          type="primary"
          loading={performing.pending}
          disabled={held !== undefined}
          aria-describedby={held && 'source-held'}
          onClick={() => void importNow()}
        >
          {t('source-import.now', { count: run.taken })}
        </Button>
      </Panel>
    </>
  )
}

/** Why the list cannot be imported as it is, and what to do. */
function whyHeld(
  { earlier, blocking, taken, wrong }: DryRun,
  { asOf }: About,
  leaveOut: boolean,
  isWhole: boolean,
): { key: string; values: Record<string, unknown> } | undefined {
  if (earlier) return { key: 'source-import.same-file', values: { day: earlier.on } }
  if (blocking > 0) return { key: 'source-import.held.blocking', values: {} }
  if (taken === 0) return { key: 'source-import.held.empty', values: {} }
  if (wrong > 0 && !leaveOut) return { key: 'source-import.held.wrong', values: { count: wrong } }
  if (asOf === null) return { key: 'source-import.date-first', values: {} }
  return isWhole ? undefined : { key: 'source-import.held.part', values: {} }
}

/** What the import would take the place of: a list of one town sent for the whole county leaves the others without. */
function Replaces({ run, about, onArea }: Pick<Props, 'run' | 'about' | 'onArea'>) {
  const { t } = useWords()
  const { onlyTown: town, standing } = run
  if (standing === null || run.taken === 0) return null
  const isNewer = isNewerThan(standing, about.asOf)
  const { hasFewer, lacksMost } = partOf(run, about.asOf, run.leastPercent)
  const isTooWide = town !== null && about.area !== town.code
  return (
    <>
      {isTooWide && (
        <p role="alert">
          {t('source-import.one-town', { town: town.name })}{' '}
          <Button size="small" onClick={() => onArea(town.code)}>
            {t('source-import.for-town', { town: town.name })}
          </Button>
        </p>
      )}
      {run.coverage && lacksMost && (
        <p role="alert">{t(`source-import.partial.${about.kind}`, run.coverage)}</p>
      )}
      {standing.asOf !== null && (
        <p role={hasFewer ? 'alert' : undefined}>
          {t('source-import.standing', { count: standing.lines, day: standing.asOf })}{' '}
          {about.asOf !== null &&
            (isNewer
              ? t('source-import.replaces', { count: run.taken })
              : t(about.asOf === standing.asOf ? 'source-import.joins' : 'source-import.is-older'))}
        </p>
      )}
    </>
  )
}

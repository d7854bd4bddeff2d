import type { ReactNode } from 'react'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { type AreaEntry, type AreaLine, readAreas } from '../rules/area-lines.ts'

const shownRows = 30

interface Props {
  lines: readonly AreaLine[]
  county: string
  known: ReadonlyMap<string, string>
  /** The act's button, once nothing is wrong. */
  children: (areas: AreaEntry[]) => ReactNode
}

/** What a list would enter, and every line that is wrong with what to do. Nothing is entered before the act. */
export function AreaPreview({ lines, county, known, children }: Props) {
  const { t } = useWords()
  const { areas, problems, known: alreadyThere, otherwise } = readAreas(lines, county, known)
  const towns = areas.filter(({ code }) => code.endsWith('000')).length
  return (
    <>
      {problems.length > 0 && (
        <Panel title={t('areas.problems', { count: problems.length })}>
          <ul className="area-problems" role="alert">
            {problems.slice(0, 200).map(({ line, code, said }) => (
              <li key={`${line} ${code}`}>
                <b>{t('areas.line', { line })}</b> {t(`area-problem.${code}`, { said })}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t('areas.preview')}>
        <p role="status">
          {t('areas.preview.counts', { towns, villages: areas.length - towns })}{' '}
          {alreadyThere > 0 && t('areas.preview.known', { count: alreadyThere })}
        </p>
        {otherwise.length > 0 && (
          <ul className="area-problems">
            {otherwise.slice(0, shownRows).map(({ line, ...names }) => (
              <li key={line}>
                <b>{t('areas.line', { line })}</b> {t('areas.preview.otherwise', names)}
              </li>
            ))}
          </ul>
        )}
        {problems.length === 0 && areas.length > 0 && <p className="area-enter">{children(areas)}</p>}
        {areas.length > 0 && (
          <RowTable
            rows={areas.slice(0, shownRows)}
            rowKey={({ code }) => code}
            columns={[
              { key: 'name', title: 'areas.name' },
              {
                key: 'code',
                title: 'areas.code',
                render: ({ code }) => <span className="figure">{code}</span>,
              },
              { key: 'kind', title: 'areas.kind', render: ({ kind }) => t(`areas.kind.${kind}`) },
            ]}
          />
        )}
        {areas.length > shownRows && (
          <p className="quiet">{t('areas.preview.more', { shown: shownRows, count: areas.length })}</p>
        )}
      </Panel>
    </>
  )
}

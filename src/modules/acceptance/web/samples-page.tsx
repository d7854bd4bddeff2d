import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import { lotLines } from '../../suppliers/model.ts'
import { sampleLevels, sampleStandings } from '../model.ts'
import { Standing } from './sample-standing.tsx'

type Row = RowOf<'sample.villages'>

/** Villages and lines with what town and county have sampled of them (§3.3.2a, §A.1). */
export function SamplesPage() {
  const { t } = useWords()
  const standings = sampleStandings.map((value) => ({ value, label: t(`samples.standing.${value}`) }))
  return (
    <PageFrame title={t('samples.title')} lead={t('samples.lead')}>
      <AnswerTable
        name="sample.villages"
        columns={[
          {
            key: 'village',
            title: 'samples.village',
            render: ({ townName, villageName }) => `${townName} ${villageName}`,
          },
          { key: 'line', title: 'field.line', render: ({ line }) => t(`choice.line.${line}`) },
          {
            key: 'accepted',
            title: 'samples.accepted',
            align: 'right',
            render: ({ town }) => <Count of={town.accepted} />,
          },
          ...sampleLevels.map((level) => ({
            key: level,
            title: `samples.of.${level}`,
            render: (row: Row) => (
              <>
                <Standing standing={row[level].standing} />
                {row[level].drawn > 0 && (
                  <span className="quiet figure"> {t('samples.checked', { ...row[level] })}</span>
                )}
              </>
            ),
          })),
        ]}
        rowKey={({ village, line }) => `${village} ${line}`}
        exports="sample.export"
        open={({ village }) => `/samples/${village}`}
        filters={[
          { key: 'search', kind: 'search', hint: 'samples.search' },
          {
            key: 'line',
            label: 'field.line',
            kind: 'choice',
            options: lotLines.map((value) => ({ value, label: t(`choice.line.${value}`) })),
          },
          ...sampleLevels.map((level) => ({
            key: level,
            label: `samples.of.${level}`,
            kind: 'choice' as const,
            options: standings,
          })),
        ]}
        empty={<Empty>{t('samples.empty')}</Empty>}
      />
    </PageFrame>
  )
}

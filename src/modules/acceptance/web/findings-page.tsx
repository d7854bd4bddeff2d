import { useMemo } from 'react'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { villageOptions } from '../../works/web/step-choice.tsx'
import { findingSources, findingStates } from '../model.ts'
import { FindingStanding } from './finding-state.tsx'
import { foundText } from './finding-text.ts'

/** 整改台账: what visits and checks found, the most pressing first. */
export function FindingsPage() {
  const speech = useWords()
  const { t } = speech
  const choices = useAnswer('finding.list', {}).data
  const columns = useMemo<Column<RowOf<'finding.list'>>[]>(
    () => [
      { key: 'what', title: 'findings.what', wide: true, render: (row) => foundText(speech, row) },
      { key: 'state', title: 'findings.state', render: ({ state }) => <FindingStanding state={state} /> },
      { key: 'dueOn', title: 'findings.due-on', render: ({ dueOn }) => <DayText day={dueOn} /> },
      {
        key: 'home',
        title: 'findings.home',
        render: ({ sequence, householder }) => `${sequence} ${householder}`,
      },
      {
        key: 'village',
        title: 'findings.village',
        render: ({ townName, villageName }) => `${townName} ${villageName}`,
      },
      { key: 'source', title: 'findings.source', render: ({ source }) => t(`findings.source.${source}`) },
      { key: 'foundOn', title: 'findings.found-on', render: ({ foundOn }) => <DayText day={foundOn} /> },
      { key: 'contractorName', title: 'findings.contractor' },
    ],
    [speech, t],
  )
  return (
    <PageFrame title={t('findings.title')} lead={t('findings.lead')}>
      <AnswerTable
        name="finding.list"
        columns={columns}
        rowKey={({ id }) => id}
        open={({ id }) => `/findings/${id}`}
        exports="finding.export"
        filters={[
          { key: 'search', kind: 'search', hint: 'findings.search' },
          {
            key: 'state',
            label: 'findings.state',
            kind: 'choice',
            options: findingStates.map((value) => ({ value, label: t(`findings.state.${value}`) })),
          },
          {
            key: 'source',
            label: 'findings.source',
            kind: 'choice',
            options: findingSources.map((value) => ({ value, label: t(`findings.source.${value}`) })),
          },
          {
            key: 'village',
            label: 'findings.village',
            kind: 'choice',
            options: villageOptions(choices?.villages ?? []),
          },
          {
            key: 'firm',
            label: 'findings.contractor',
            kind: 'choice',
            options: (choices?.firms ?? []).map(({ firm, firmName }) => ({ value: firm, label: firmName })),
          },
        ]}
        empty={<Empty>{t('findings.empty')}</Empty>}
      />
    </PageFrame>
  )
}

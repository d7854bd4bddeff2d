import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import { villageOptions } from '../../works/web/step-choice.tsx'
import { builtText } from './built-text.ts'
import type { SampleLevel } from '../model.ts'

export function TownChecksPage() {
  return <ChecksPage level="town" />
}

export function CountyChecksPage() {
  return <ChecksPage level="county" />
}

/** Homes drawn for one level that somebody has to enter. */
function ChecksPage({ level }: { level: SampleLevel }) {
  const { t } = useWords()
  const villages = useAnswer('work.checks', { level }).data?.villages ?? []
  return (
    <PageFrame title={t(`act.home.check-${level}`)} lead={t('checks.lead')}>
      <AnswerTable
        name="work.checks"
        input={{ level }}
        columns={[
          { key: 'householder', title: 'works.householder' },
          { key: 'villageName', title: 'inspections.village' },
          { key: 'address', title: 'works.address' },
          { key: 'line', title: 'field.line', render: ({ line }) => t(`choice.line.${line}`) },
          {
            key: 'units',
            title: 'visit.built',
            render: (row) => builtText(t, row),
          },
          {
            key: 'checks',
            title: 'works.step',
            render: ({ checks }) => t('checks.again', { number: checks + 1 }),
          },
        ]}
        rowKey={({ home }) => home}
        open={({ home }) => `/checks/${level}/${home}`}
        filters={[
          {
            key: 'village',
            label: 'inspections.village',
            kind: 'choice',
            options: villageOptions(villages),
          },
        ]}
        empty={<Empty>{t('checks.empty')}</Empty>}
      />
    </PageFrame>
  )
}

import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { AddressCheck } from '../../../web/kit/table/address-check.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { StepChoice, villageOptions } from '../../works/web/step-choice.tsx'
import { builtText } from './built-text.ts'
import { inspectionSteps } from '../model.ts'

/** A supervisor's homes: to visit first, then what is being put right and what waits for the sign-offs. */
export function InspectionsPage() {
  const { t } = useWords()
  const [texts, change] = useSearchTexts()
  const step = inspectionSteps.find((each) => each === texts.step) ?? 'to-visit'
  const counts = useAnswer('work.inspections', { step }).data?.counts ?? []
  const columns: Column<RowOf<'work.inspections'>>[] = [
    { key: 'householder', title: 'works.householder' },
    {
      key: 'villageName',
      title: 'inspections.village',
      render: ({ townName, villageName }) => `${townName} ${villageName}`,
    },
    { key: 'address', title: 'works.address' },
    {
      key: 'units',
      title: 'visit.built',
      render: (row) => builtText(t, row),
    },
    {
      key: 'when',
      title: 'works.step',
      render: ({ selfCheckedOn, lastVisitedOn, visits }) => (
        <>
          {selfCheckedOn
            ? t('inspections.self-checked-on', { day: selfCheckedOn })
            : lastVisitedOn && t('inspections.last-visit', { day: lastVisitedOn })}
          {visits > 0 &&
            ` · ${t('inspections.visit-number', { number: visits + (step === 'to-visit' ? 1 : 0) })}`}
        </>
      ),
    },
  ]
  return (
    <PageFrame title={t('inspections.title')} lead={t('inspections.lead')}>
      <StepChoice
        steps={inspectionSteps}
        labelOf={(each) => t(`inspections.step.${each}`)}
        counts={counts}
        value={step}
        onChange={(next) => change({ step: next, page: undefined, village: undefined })}
      />
      <AddressCheck
        filters={[
          {
            key: 'step',
            label: 'works.step',
            kind: 'choice',
            options: inspectionSteps.map((value) => ({ value, label: t(`inspections.step.${value}`) })),
          },
        ]}
      />
      <AnswerTable
        name="work.inspections"
        input={{ step }}
        columns={columns}
        rowKey={(row) => row.home}
        open={(row) => (step === 'sent-back' ? `/homes/${row.home}` : `/inspections/${row.home}`)}
        filters={[
          { key: 'search', kind: 'search', hint: 'inspections.search' },
          {
            key: 'village',
            label: 'inspections.village',
            kind: 'choice',
            options: villageOptions(counts.filter((row) => row.step === step)),
          },
        ]}
        empty={<Empty>{t(`inspections.empty.${step}`)}</Empty>}
      />
    </PageFrame>
  )
}

import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { AddressCheck } from '../../../web/kit/table/address-check.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { installationSteps } from '../model.ts'
import { StepChoice, villageOptions } from './step-choice.tsx'

/** A contractor's people: what waits for us. */
export function InstallationsPage() {
  const { t } = useWords()
  const [texts, change] = useSearchTexts()
  const counts = useAnswer('work.installations', {}).data?.counts ?? []
  const first = (['sent-back', 'to-install', 'to-self-check', 'to-commission'] as const).find((each) =>
    counts.some((row) => row.step === each),
  )
  const step = installationSteps.find((each) => each === texts.step) ?? first ?? 'to-install'
  const columns: Column<RowOf<'work.installations'>>[] = [
    { key: 'householder', title: 'works.householder' },
    {
      key: 'villageName',
      title: 'works.village',
      render: ({ townName, villageName }) => `${townName} ${villageName}`,
    },
    { key: 'address', title: 'works.address' },
    {
      key: 'wanted',
      title: 'works.wanted',
      render: ({ wantedEquipment, wantedUnits }) =>
        [wantedEquipment, wantedUnits && t('works.units', { count: wantedUnits })]
          .filter(Boolean)
          .join(' · '),
    },
    {
      key: 'step',
      title: 'works.step',
      render: (row) =>
        row.sentBackOn ? t('works.sent-back-on', { day: row.sentBackOn }) : t(`works.step.${row.step}`),
    },
  ]
  return (
    <PageFrame title={t('works.title')} lead={t('works.lead')}>
      <StepChoice
        steps={installationSteps}
        labelOf={(each) => t(`works.step.${each}`)}
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
            options: installationSteps.map((value) => ({ value, label: t(`works.step.${value}`) })),
          },
        ]}
      />
      <AnswerTable
        name="work.installations"
        input={{ step }}
        columns={columns}
        rowKey={(row) => row.home}
        open={(row) => `/installations/${row.home}`}
        filters={[
          { key: 'search', kind: 'search', hint: 'works.search' },
          {
            key: 'village',
            label: 'works.village',
            kind: 'choice',
            options: villageOptions(counts.filter((row) => row.step === step)),
          },
        ]}
        empty={<Empty>{t('works.empty')}</Empty>}
      />
    </PageFrame>
  )
}

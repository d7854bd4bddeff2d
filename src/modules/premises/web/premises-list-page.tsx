import { useMemo } from 'react'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { premisesKinds, premisesStages } from '../model.ts'

/** 公共场所: what is to be converted beside the homes, and how far it is. */
export function PremisesListPage() {
  const { t } = useWords()
  const [{ village }] = useSearchTexts()
  const villages = useAnswer('area.list', { level: 'village' }, { enabled: village !== undefined }).data ?? []
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const columns = useMemo<Column<RowOf<'premises.find'>>[]>(
    () => [
      { key: 'name', title: 'premises.name', wide: true },
      { key: 'kind', title: 'premises.kind', render: ({ kind }) => t(`choice.premisesKind.${kind}`) },
      { key: 'townName', title: 'premises.town' },
      { key: 'villageName', title: 'premises.village' },
      { key: 'areaM2', title: 'premises.area', align: 'right' },
      {
        key: 'stage',
        title: 'premises.stage',
        render: ({ stage, isSentBack }) => t(isSentBack ? 'premises.sent-back' : `premises.stage.${stage}`),
      },
      { key: 'contractorName', title: 'premises.contractor' },
      {
        key: 'acceptedOn',
        title: 'premises.accepted-on',
        render: ({ acceptedOn }) => <DayText day={acceptedOn} />,
      },
    ],
    [t],
  )
  return (
    <PageFrame title={t('premises.title')} lead={t('premises.lead')}>
      <AnswerTable
        name="premises.find"
        columns={columns}
        rowKey={({ id }) => id}
        open={({ id }) => `/premises/${id}`}
        exports="premises.export"
        filters={[
          { key: 'search', kind: 'search', hint: 'premises.search' },
          {
            key: 'town',
            kind: 'choice',
            label: 'premises.town',
            options: towns.map(({ code, name }) => ({ value: code, label: name })),
          },
          ...(village
            ? [
                {
                  key: 'village',
                  kind: 'choice' as const,
                  label: 'premises.village',
                  options: [
                    { value: village, label: villages.find(({ code }) => code === village)?.name ?? village },
                  ],
                },
              ]
            : []),
          {
            key: 'kind',
            kind: 'choice',
            label: 'premises.kind',
            options: premisesKinds.map((value) => ({ value, label: t(`choice.premisesKind.${value}`) })),
          },
          {
            key: 'stage',
            kind: 'choice',
            label: 'premises.stage',
            options: premisesStages.map((value) => ({ value, label: t(`premises.stage.${value}`) })),
          },
        ]}
        empty={<Empty>{t('premises.empty')}</Empty>}
      />
    </PageFrame>
  )
}

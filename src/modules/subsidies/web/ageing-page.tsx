import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { FilterBar } from '../../../web/kit/table/filter-bar.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { ageBands, type OwedStep, owedSteps, type SubsidyKind } from '../rules/ageing.ts'
import './subsidies.css'

type Ageing = Answer<'money.ageing'>
type Waiting = Ageing['waiting'][number]

const addressOf = (filter: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `/ageing/homes?${new URLSearchParams(given).toString()}`
}

/** What homes are entitled to and have not received: at which step, for how long, and whose turn it is. */
export function AgeingPage() {
  const { t } = useWords()
  const [texts, change] = useSearchTexts()
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const town = texts.town
  return (
    <PageFrame title={t('ageing.title')} lead={t('ageing.lead')}>
      <Panel>
        <div className="ageing-filter">
          <FilterBar
            texts={texts}
            onChange={change}
            filters={[
              {
                key: 'town',
                label: 'field.town',
                kind: 'choice',
                options: towns.map(({ code, name }) => ({ value: code, label: name })),
              },
            ]}
          />
        </div>
        <Answered answer={useAnswer('money.ageing', town ? { town } : {})}>
          {({ waiting, paid }) => (
            <>
              <Waiting waiting={waiting} town={town} />
              <h3 className="ageing-paid">{t('ageing.paid')}</h3>
              <Paid paid={paid} />
            </>
          )}
        </Answered>
      </Panel>
    </PageFrame>
  )
}

interface StepRow {
  key: string
  kind: SubsidyKind
  step: OwedStep
  figures: readonly Waiting[]
}

function Waiting({ waiting, town }: { waiting: readonly Waiting[]; town: string | undefined }) {
  const { t } = useWords()
  const kinds: SubsidyKind[] = ['equipment', 'operating']
  const rows = kinds.flatMap((kind) =>
    owedSteps.flatMap((step): StepRow[] => {
      const figures = waiting.filter((each) => each.kind === kind && each.step === step)
      return figures.length === 0 ? [] : [{ key: `${kind} ${step}`, kind, step, figures }]
    }),
  )
  const columns: Column<StepRow>[] = [
    { key: 'step', title: 'ageing.step', wide: true, render: ({ step }) => t(`owed-step.${step}`) },
    { key: 'kind', title: 'ageing.kind', render: ({ kind }) => t(`recovery-kind.${kind}`) },
    { key: 'who', title: 'ageing.who', render: ({ step }) => t(`owed-by.${step}`) },
    ...ageBands.map(
      (band): Column<StepRow> => ({
        key: band,
        title: `age-band.${band}`,
        align: 'right',
        render: ({ kind, step, figures }) => {
          const homes = figures.find((each) => each.band === band)?.homes ?? 0
          return homes === 0 ? (
            <span className="quiet figure">0</span>
          ) : (
            <AddressLink className="figure" to={addressOf({ kind, step, band, town })}>
              {homes.toLocaleString('en-US')}
            </AddressLink>
          )
        },
      }),
    ),
    {
      key: 'homes',
      title: 'ageing.homes',
      align: 'right',
      render: ({ kind, step, figures }) => (
        <AddressLink className="figure" to={addressOf({ kind, step, town })}>
          {figures.reduce((sum, { homes }) => sum + homes, 0).toLocaleString('en-US')}
        </AddressLink>
      ),
    },
    {
      key: 'amountFen',
      title: 'ageing.amount',
      align: 'right',
      render: ({ figures }) =>
        figures.every(({ homes, open }) => homes === open) ? (
          <span className="quiet">{t('ageing.not-reckoned')}</span>
        ) : (
          <Money fen={figures.reduce((sum, { amountFen }) => sum + amountFen, 0)} />
        ),
    },
  ]
  return (
    <RowTable
      rows={rows}
      columns={columns}
      rowKey={({ key }) => key}
      empty={<Empty>{t('ageing.none')}</Empty>}
    />
  )
}

function Paid({ paid }: { paid: Ageing['paid'] }) {
  const { t } = useWords()
  const days = (key: 'medianDays' | 'ninthDays' | 'mostDays'): Column<Ageing['paid'][number]> => ({
    key,
    title: `ageing.${key}`,
    align: 'right',
    render: (row) => t('ageing.days', { count: row[key] }),
  })
  return (
    <RowTable
      rows={paid}
      rowKey={({ kind }) => kind}
      columns={[
        { key: 'kind', title: 'ageing.kind', render: ({ kind }) => t(`recovery-kind.${kind}`) },
        {
          key: 'payments',
          title: 'ageing.payments',
          align: 'right',
          render: (row) => <Count of={row.payments} />,
        },
        days('medianDays'),
        days('ninthDays'),
        days('mostDays'),
      ]}
      empty={<Empty>{t('ageing.none-paid')}</Empty>}
    />
  )
}

import { Button } from 'antd'
import { useMemo } from 'react'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import { ActButton } from '../../../web/kit/acts/act-button.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { AnswerMark } from '../../../web/kit/decision/answer-mark.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import type { Terms } from '../../../web/kit/decision/terms.ts'
import { type Speech, useWords } from '../../../web/kit/language/use-words.ts'
import { useTerms } from '../../../web/kit/policy/use-terms.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'
import { Stage } from '../../../web/kit/road/stage.tsx'
import { useMay, useSession } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import type { Filter } from '../../../web/kit/table/filters.ts'
import { nameStates } from '../model/names.ts'
import { stages } from '../stages.ts'
import { NamesToLookAt, SettleNames } from './settle-names.tsx'
import { useOwnArea } from './own-towns.ts'

type Row = RowOf<'home.list'>

const ended = ['live', 'ended', 'withdrawn', 'refused', 'revoked', 'all']

const namesColumn: Column<Row> = {
  key: 'names',
  title: 'home.names',
  wide: true,
  render: (row) => <NamesToLookAt row={row} />,
}

const idOf = ({ id }: Row) => id
const pageOf = ({ id }: Row) => `/homes/${id}`

/** 确户台账: every application within one's duty, found by name, pinyin, last four of the ID, account or title. */
export function RegisterPage() {
  const { t } = useWords()
  const go = useGo()
  const [mayImport, mayAdd, mayScreen] = [
    useMay('register.import'),
    useMay('home.add'),
    useMay('register.screen'),
  ]
  const area = useOwnArea()
  const { programme } = useSession()
  const filters = useRegisterFilters()
  const [{ names }] = useSearchTexts()
  const looksAtNames = names === 'look'
  const columns = useRegisterColumns(looksAtNames)
  const maySettle = useMay('home.settle-fact')
  return (
    <PageFrame
      title={t('register.title')}
      lead={t('register.lead')}
      actions={
        <>
          {mayScreen && area && (
            <ActButton
              kind="register.screen"
              input={{ programme, area }}
              confirm={t('register.screen-again')}
            />
          )}
          {mayAdd && <Button onClick={() => go('/register/new')}>{t('act.home.add')}</Button>}
          {mayImport && (
            <Button type="primary" onClick={() => go('/imports')}>
              {t('imports.begin')}
            </Button>
          )}
        </>
      }
    >
      <AnswerTable
        name="home.list"
        columns={columns}
        {...(looksAtNames &&
          maySettle && {
            selected: (rows: Row[], clear: () => void) => <SettleNames rows={rows} onDone={clear} />,
          })}
        rowKey={idOf}
        open={pageOf}
        exports="home.export"
        counts="home.count"
        filters={filters}
        empty={<Empty>{t('register.empty')}</Empty>}
      />
    </PageFrame>
  )
}

function useRegisterColumns(withNames: boolean): Column<Row>[] {
  const speech = useWords()
  const terms = useTerms().data
  const mayReadChoice = useMay('selection.read')
  return useMemo(() => {
    const [first, ...others] = columnsIn(speech, terms)
    const shown = others.filter(({ key }) => mayReadChoice || (key !== 'why' && key !== 'answer'))
    return [...(first ? [first] : []), ...(withNames ? [namesColumn] : []), ...shown]
  }, [speech, terms, withNames, mayReadChoice])
}

function columnsIn({ t, pick }: Speech, terms: Terms | undefined): Column<Row>[] {
  // Until the pack is there nothing is said: an id is no reason.
  const ruleNames = (ids: readonly string[]) =>
    (terms ? ids : []).map((id) => {
      const rule = terms?.rules.find((one) => one.id === id)
      return rule ? pick(rule.label) : id
    })
  return [
    { key: 'householder', title: 'field.householder', sortable: 'name' },
    { key: 'villageName', title: 'field.village', sortable: 'village' },
    { key: 'sequence', title: 'field.sequence', align: 'right' },
    { key: 'idNumber', title: 'field.idNumber' },
    { key: 'accountNumber', title: 'field.accountNumber' },
    {
      key: 'answer',
      title: 'field.screening',
      // Who left is decided no more.
      render: (row) => (row.ended ? <Blank /> : <AnswerMark answer={row.answer} />),
    },
    {
      key: 'why',
      title: 'register.why',
      wide: true,
      render: ({ failedRules, unknownRules }) =>
        ruleNames(failedRules.length > 0 ? failedRules : unknownRules).join(t('kit.list-comma')),
    },
    { key: 'stage', title: 'field.stage', render: (row) => <Stage stage={row.stage} ended={row.ended} /> },
    { key: 'wantedUnits', title: 'field.wantedUnits', align: 'right', optional: true },
    { key: 'telephone', title: 'field.telephone', optional: true },
    { key: 'address', title: 'field.address', optional: true, wide: true },
    { key: 'contractorName', title: 'role.contractor', optional: true },
    {
      key: 'appliedOn',
      title: 'field.appliedOn',
      optional: true,
      sortable: 'newest',
      render: (row) => <DayText day={row.appliedOn} />,
    },
    {
      key: 'confirmedOn',
      title: 'field.confirmedOn',
      optional: true,
      render: (row) => <DayText day={row.confirmedOn} />,
    },
  ]
}

function useRegisterFilters(): Filter[] {
  const { t, pick } = useWords()
  const [texts] = useSearchTexts()
  const mayReadChoice = useMay('selection.read')
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const villages =
    useAnswer('area.list', { level: 'village', parent: texts.town ?? '' }, { enabled: Boolean(texts.town) })
      .data ?? []
  const firms = useAnswer('organisation.list', { kind: 'contractor' }).data ?? []
  const lots = useAnswer('lot.list', {}).data?.rows ?? []
  const rules = useTerms().data?.rules ?? []
  const named = (list: readonly { code: string; name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, label: name }))
  const chosenVillage = texts.village && !villages.some(({ code }) => code === texts.village)
  return [
    { key: 'search', kind: 'search', hint: 'register.search' },
    { key: 'town', label: 'field.town', kind: 'choice', options: named(towns) },
    {
      key: 'village',
      label: 'field.village',
      kind: 'choice',
      options: chosenVillage
        ? [...named(villages), { value: texts.village ?? '', label: texts.village ?? '' }]
        : named(villages),
    },
    {
      key: 'stage',
      kind: 'choices',
      options: stages.map((value) => ({ value, label: t(`stage.${value}`) })),
    },
    ...(mayReadChoice ? choiceFilters({ t, pick }, rules) : []),
    {
      key: 'areaKind',
      kind: 'choice',
      options: ['urban', 'rural'].map((value) => ({ value, label: t(`choice.areaKind.${value}`) })),
    },
    {
      key: 'contractor',
      label: 'role.contractor',
      kind: 'choice',
      options: firms.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      key: 'lot',
      kind: 'choice',
      options: lots.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
    },
    {
      key: 'ended',
      kind: 'choice',
      options: ended.map((value) => ({ value, label: t(`choice.ended.${value}`) })),
    },
    ...(['from', 'line', 'import', 'ownWord'] as const).flatMap((key): Filter[] =>
      texts[key]
        ? [
            {
              key,
              label: `register.${key}`,
              kind: 'choice',
              options: [
                {
                  value: texts[key] ?? '',
                  label: t(
                    key === 'from'
                      ? `stage.${texts[key]}`
                      : key === 'line'
                        ? `choice.line.${texts[key]}`
                        : key === 'ownWord'
                          ? `choice.source-kind.${texts[key]}`
                          : 'register.this-import',
                  ),
                },
              ],
            },
          ]
        : [],
    ),
  ]
}

/** By what homes were chosen by (§3.1.3d), for those who may read it. */
const choiceFilters = ({ t, pick }: Pick<Speech, 't' | 'pick'>, rules: Terms['rules']): Filter[] => [
  {
    key: 'answer',
    label: 'field.screening',
    kind: 'choices',
    options: ['yes', 'no', 'unknown'].map((value) => ({ value, label: t(`kit.answer.${value}`) })),
  },
  {
    key: 'failedRule',
    kind: 'choice',
    options: rules.map(({ id, label }) => ({ value: id, label: pick(label) })),
  },
  {
    key: 'unknownRule',
    kind: 'choice',
    options: rules.map(({ id, label }) => ({ value: id, label: pick(label) })),
  },
  {
    key: 'duplicates',
    kind: 'choice',
    options: ['any', 'id', 'account', 'title'].map((value) => ({
      value,
      label: t(`choice.duplicates.${value}`),
    })),
  },
  {
    key: 'names',
    kind: 'choice',
    options: nameStates.map((value) => ({ value, label: t(`choice.names.${value}`) })),
  },
]

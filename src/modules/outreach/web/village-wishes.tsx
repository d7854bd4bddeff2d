import { useMemo } from 'react'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'
import { InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { wishes } from '../model.ts'
import { WishMark } from './wish-mark.tsx'

/** The homes of a village with what each said last. */
export function VillageWishes({ page }: { page: Answer<'outreach.village'> }) {
  const { t, pick } = useWords()
  const { routes, reasons } = page
  const columns = useMemo<Column<RowOf<'wish.list'>>[]>(() => {
    const named = (from: typeof routes, id: string | null) => {
      const found = from.find((each) => each.id === id)
      return found ? pick(found.label) : <Blank />
    }
    return [
      {
        key: 'householder',
        title: 'wishes.household',
        render: ({ sequence, householder }) => `${sequence} ${householder}`,
      },
      { key: 'wish', render: ({ wish }) => <WishMark wish={wish} /> },
      { key: 'reason', title: 'wishes.reason', render: ({ reason }) => named(reasons, reason) },
      { key: 'route', title: 'wishes.route', render: ({ route }) => named(routes, route) },
      {
        key: 'saidAt',
        title: 'wishes.said-at',
        render: ({ saidAt }) => (saidAt ? <InstantText at={saidAt} /> : <Blank />),
      },
      { key: 'askedBy', title: 'wishes.asked-by', render: ({ askedBy }) => askedBy ?? <Blank /> },
      { key: 'address', title: 'wishes.address', wide: true },
    ]
  }, [pick, routes, reasons])
  return (
    <AnswerTable
      name="wish.list"
      exports="wish.export"
      input={{ village: page.code }}
      columns={columns}
      rowKey={({ home }) => home}
      open={({ home }) => `/homes/${home}`}
      filters={[
        {
          key: 'wish',
          kind: 'choice',
          options: [...wishes, 'not-asked'].map((value) => ({ value, label: t(`choice.wish.${value}`) })),
        },
      ]}
      empty={<Empty>{t('wishes.empty')}</Empty>}
    />
  )
}

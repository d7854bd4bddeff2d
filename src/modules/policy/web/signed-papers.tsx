import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { Status } from './status.tsx'

type Plan = Answer<'policy.changes'>

/** The papers a household signs, each with its whole text. */
export function SignedPapers({ papers, suppliers }: Pick<Plan, 'papers' | 'suppliers'>) {
  const { t, pick } = useWords()
  return (
    <RowTable
      rows={papers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          title: 'policy.access.paper',
          wide: true,
          render: ({ title, items, dataUse }) => (
            <details>
              <summary>{pick(title)}</summary>
              <ol>
                {items.map((item) => (
                  <li key={item.zh}>{pick(item)}</li>
                ))}
              </ol>
              {dataUse && <p>{pick(dataUse)}</p>}
            </details>
          ),
        },
        { key: 'from', title: 'policy.papers.from', render: ({ from }) => t(`stage.${from}`) },
        {
          key: 'by',
          title: 'policy.papers.by',
          render: ({ by }) =>
            by
              .flatMap((id) => suppliers[id] ?? [])
              .map((supplier) => pick(supplier))
              .join(t('policy.change.and')),
        },
        { key: 'note', title: 'policy.change.note', wide: true, render: ({ note }) => pick(note) },
        { key: 'status', title: 'policy.status', render: ({ status }) => <Status status={status} /> },
        { key: 'clauses', title: 'policy.clause', render: ({ clauses }) => <Clauses ids={clauses} /> },
      ]}
    />
  )
}

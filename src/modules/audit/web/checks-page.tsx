import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { CheckBound, Weight } from './weight.tsx'
import './audit.css'

type Checks = Answer<'audit.checks'>

/** 疑点筛查: every ready check over the register and the ledger with what it finds (§A.11). */
export function ChecksPage() {
  const { t } = useWords()
  return (
    <PageFrame title={t('audit.title')} lead={t('audit.lead')}>
      <Answered answer={useAnswer('audit.checks', {})}>
        {({ checks, books }) => (
          <>
            <Panel title={t('audit.checks')}>
              <CheckTable checks={checks} />
            </Panel>
            <Panel title={t('audit.books')}>
              <p className="quiet">{t('audit.books.lead')}</p>
              <RowTable
                rows={books}
                rowKey={({ book }) => book}
                columns={[
                  {
                    key: 'book',
                    title: 'audit.books.what',
                    wide: true,
                    render: ({ book }) => t(`audit.book.${book}`),
                  },
                  {
                    key: 'compared',
                    title: 'audit.books.compared',
                    align: 'right',
                    render: ({ compared }) => <Count of={compared} />,
                  },
                  {
                    key: 'differing',
                    title: 'audit.books.differing',
                    align: 'right',
                    render: ({ differing }) => (
                      <span className={differing > 0 ? 'notice-lack' : undefined}>
                        {differing > 0 ? '✗' : '✓'} <Count of={differing} />
                      </span>
                    ),
                  },
                ]}
              />
            </Panel>
          </>
        )}
      </Answered>
    </PageFrame>
  )
}

function CheckTable({ checks }: Pick<Checks, 'checks'>) {
  const { t } = useWords()
  return (
    <RowTable
      rows={checks}
      rowKey={({ check }) => check}
      open={({ check }) => `/audit/checks/${check}`}
      columns={[
        {
          key: 'check',
          title: 'audit.column.check',
          wide: true,
          render: ({ check, bound, found }) => (
            <>
              <b>{t(`audit.check.${check}`)}</b>
              <div className="quiet audit-why">
                {found ? t(`audit.check.${check}.why`) : t('audit.no-bound')}{' '}
                {found && <CheckBound check={check} bound={bound} />}
              </div>
            </>
          ),
        },
        {
          key: 'weight',
          title: 'audit.column.weight',
          render: ({ weight, found }) => <Weight of={weight} quiet={!found?.homes} />,
        },
        { key: 'clauses', title: 'audit.column.clauses', render: ({ clauses }) => <Clauses ids={clauses} /> },
        {
          key: 'homes',
          title: 'audit.column.homes',
          align: 'right',
          render: ({ found }) => <Count of={found?.homes} />,
        },
        {
          key: 'fen',
          title: 'audit.column.fen',
          align: 'right',
          render: ({ found }) => <Money fen={found?.fen} />,
        },
      ]}
    />
  )
}

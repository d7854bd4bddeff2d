import type { Said } from '../../../kernel/words/words.ts'
import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import './suppliers.css'

interface ShownPaper {
  id: string
  label: Said
  state: 'there' | 'run-out' | 'missing' | 'not-needed'
  status: 'plan' | 'assumed'
  number: string | null
  validTo: string | null
  digest: string | null
  clauses: string[]
}

/** The papers of the access standard, each there, run out, missing or not needed. */
export function PapersPanel({ papers, open }: { papers: readonly ShownPaper[]; open: boolean }) {
  const { t, pick } = useWords()
  return (
    <RowTable
      rows={papers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'label',
          title: 'field.papers',
          render: ({ label, status }) => (
            <>
              {pick(label)} {status === 'assumed' && <Assumed />}
            </>
          ),
        },
        { key: 'state', title: 'bars.state', render: ({ state }) => <PaperState state={state} /> },
        { key: 'number', title: 'papers.number', render: ({ number }) => number ?? <Blank /> },
        { key: 'validTo', title: 'papers.valid-to', render: ({ validTo }) => <DayText day={validTo} /> },
        ...(open
          ? [
              {
                key: 'digest',
                title: 'evidence.document',
                render: ({ digest }: ShownPaper) =>
                  digest ? (
                    <a href={evidenceAddress(digest)} target="_blank" rel="noreferrer">
                      {t('papers.file')}
                    </a>
                  ) : (
                    <Blank />
                  ),
              },
            ]
          : []),
        { key: 'clauses', title: 'policy.clause', render: ({ clauses }) => <Clauses ids={clauses} /> },
      ]}
    />
  )
}

function PaperState({ state }: Pick<ShownPaper, 'state'>) {
  const { t } = useWords()
  const isFault = state === 'missing' || state === 'run-out'
  return (
    <span className={isFault ? 'supplier-no' : state === 'there' ? 'supplier-yes' : 'quiet'}>
      {t(`papers.${state}`)}
    </span>
  )
}

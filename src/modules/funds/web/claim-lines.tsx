import { Reckoned } from '../../../web/kit/policy/reckoned.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import { Built } from './built.tsx'
import { FailedRules } from './failed-rules.tsx'

/** The homes of a claim; each opens the home, and says so where it has fallen out of the conditions. */
export function ClaimLines({ claim, only }: { claim: string; only?: 'unpayable' | 'left' }) {
  const { t } = useWords()
  return (
    <AnswerTable
      name="claim.lines"
      input={{ claim, only }}
      rowKey={(row) => row.home}
      open={(row) => `/homes/${row.home}`}
      columns={[
        { key: 'householder' },
        {
          key: 'village',
          render: ({ village, sequence }) => t('money.village-number', { village, number: sequence }),
        },
        { key: 'units', title: 'claim.units', align: 'right', render: (row) => <Built {...row} /> },
        {
          key: 'formula',
          wide: true,
          title: 'money.formula',
          render: ({ formula }) => <Reckoned formula={formula} />,
        },
        {
          key: 'subsidyFen',
          title: 'claim.subsidy',
          align: 'right',
          render: ({ subsidyFen }) => <Money fen={subsidyFen} />,
        },
        {
          key: 'failedRules',
          wide: true,
          title: 'money.conditions',
          render: ({ failedRules }) =>
            failedRules.length > 0 ? (
              <FailedRules rules={failedRules} />
            ) : (
              <span className="quiet">{t('money.met')}</span>
            ),
        },
      ]}
      empty={<Empty>{t('claim.no-lines')}</Empty>}
    />
  )
}

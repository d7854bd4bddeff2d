import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { AddressCheck } from '../../../web/kit/table/address-check.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { WageMark } from './wage-mark.tsx'
import './workers.css'

type Months = Answer<'wage.months'>

const lateStates = ['late', 'escalated'] as const

/** Months by firms, each with its standing; a month opens to the people behind it (§3.2.3). */
export function WagesPage() {
  const { t } = useWords()
  const [texts] = useSearchTexts()
  const state = lateStates.find((each) => each === texts.state)
  const answer = useAnswer('wage.months', state ? { state } : {})
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageFrame
          title={t('wages.title')}
          lead={
            <>
              {t('wages.lead', { day: page.terms.dueDay, days: page.terms.escalateDays })}{' '}
              {page.terms.status === 'assumed' && <Assumed />}
            </>
          }
        >
          <AddressCheck
            filters={[
              {
                key: 'state',
                label: 'change.state',
                kind: 'choice',
                options: lateStates.map((value) => ({ value, label: t(`wages.state.${value}`) })),
              },
            ]}
          />
          <Panel extra={state && <AddressLink to="/wages">{t('wages.all-months')}</AddressLink>}>
            {page.rows.length === 0 ? (
              <Empty>{t(state ? 'wages.none-late' : 'wages.empty')}</Empty>
            ) : (
              <WageGrid page={page} />
            )}
          </Panel>
          <OwnAccount page={page} />
        </PageFrame>
      )}
    </Answered>
  )
}

function WageGrid({ page: { rows, months } }: { page: Months }) {
  const { t } = useWords()
  return (
    <div className="wage-grid" tabIndex={0} role="region" aria-label={t('wages.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('wages.firm')}</th>
            {[...months].reverse().map((month) => (
              <th key={month} scope="col" className="figure">
                {month}
              </th>
            ))}
            <th scope="col">{t('wages.account')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ firm, firmName, bank, account, cells }) => (
            <tr key={firm}>
              <th scope="row">{firmName}</th>
              {[...months].reverse().map((month) => {
                const cell = cells.find((each) => each.month === month)
                return (
                  <td key={month}>
                    {cell ? (
                      <AddressLink to={`/wages/${firm}/${month}`}>
                        <WageMark state={cell.state} />
                        <br />
                        <span className="quiet figure">
                          {t('wages.of', { paid: cell.paid, worked: cell.worked })}
                        </span>
                      </AddressLink>
                    ) : (
                      <WageMark state="nothing" />
                    )}
                  </td>
                )
              })}
              <td>
                {account ? (
                  <>
                    {bank}
                    <br />
                    <span className="quiet figure">{account}</span>
                  </>
                ) : (
                  <span className="wage-state-open">! {t('wages.account.none')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A firm declares its wage account here; nobody else is offered anything. */
function OwnAccount({ page }: { page: Months }) {
  const { t } = useWords()
  const mayProve = useMay('wage.prove')
  const [own] = page.rows
  if (!mayProve || !own || page.rows.length > 1) return null
  return (
    <Panel title={t('wages.account')}>
      <AvailableActs type="organisation" id={own.firm} subjectField="firm" only={['wage-account.declare']} />
    </Panel>
  )
}

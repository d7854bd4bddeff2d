import { useParams } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { download } from '../../../web/kit/api/download.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import { PayForm } from './pay-form.tsx'
import { WageMark } from './wage-mark.tsx'
import './workers.css'

const steps = ['wage.urge', 'wage.interview'] as const

/** A firm's month: who worked, who is paid, what was done about what is late. */
export function WagePage() {
  const { t } = useWords()
  const { firm, month } = useParams({ strict: false }) as { firm: string; month: string }
  const mayPay = useMay('wage.prove')
  const [mayUrge, mayInterview] = [useMay('wage.urge'), useMay('wage.interview')]
  const answer = useAnswer('wage.page', { firm, month })
  const { loading, trouble, start } = useDownload()
  const [paying, setPaying] = useState(false)
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageFrame
          title={t('wages.month', { month })}
          lead={
            <>
              {page.firmName} · <WageMark state={page.state} />
            </>
          }
          back={{ to: '/wages', label: t('wages.title') }}
          actions={
            <Button loading={loading} onClick={() => start(() => download('wage.export', { firm, month }))}>
              {t('wages.export')}
            </Button>
          }
        >
          {trouble}
          {mayPay && page.paid < page.worked && (
            <Panel>
              <Button type="primary" onClick={() => setPaying(true)}>
                {t('wages.pay')}
              </Button>
              <Modal
                open={paying}
                title={t('wages.pay')}
                footer={null}
                onCancel={() => setPaying(false)}
                width={720}
                destroyOnHidden
              >
                <PayForm page={page} onDone={() => setPaying(false)} onCancel={() => setPaying(false)} />
              </Modal>
            </Panel>
          )}
          {(mayUrge || mayInterview) && (
            <Panel>
              <AvailableActs
                type="organisation"
                id={firm}
                subjectField="firm"
                only={steps}
                given={{ month }}
              />
            </Panel>
          )}
          <Panel>
            <Facts
              items={[
                { key: 'due', label: t('wages.due'), value: <DayText day={page.due} /> },
                {
                  key: 'people',
                  label: t('wages.people'),
                  value: t('wages.of', { paid: page.paid, worked: page.worked }),
                },
                { key: 'total', label: t('wages.total'), value: <Money fen={page.totalFen} /> },
                {
                  key: 'account',
                  label: t('wages.account'),
                  value: page.account ? `${page.bank ?? ''} ${page.account}` : t('wages.account.none'),
                },
              ]}
            />
          </Panel>
          {page.steps.length > 0 && (
            <Panel title={t('wages.steps')}>
              <ul className="plain-lines">
                {page.steps.map(({ id, kind, said, on, by }) => (
                  <li key={id}>
                    <DayText day={on} /> · {t(`wages.step.${kind}`)} · {by}
                    <br />
                    {said}
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          <Panel title={t('wages.people')}>
            <RowTable
              rows={page.people}
              rowKey={({ worker }) => worker}
              empty={<Empty>{t('wages.nobody')}</Empty>}
              columns={[
                {
                  key: 'name',
                  title: 'wages.name',
                  render: ({ worker, name }) => <AddressLink to={`/workers/${worker}`}>{name}</AddressLink>,
                },
                { key: 'trade', render: ({ trade }) => t(`choice.trade.${trade}`) },
                {
                  key: 'days',
                  title: 'wages.days',
                  align: 'right',
                  render: ({ days }) => <Count of={days} />,
                },
                {
                  key: 'amountFen',
                  title: 'wages.amount',
                  align: 'right',
                  render: ({ amountFen }) => <Money fen={amountFen} />,
                },
                {
                  key: 'paidOn',
                  title: 'wages.paid-on',
                  render: ({ paidOn }) =>
                    paidOn ? (
                      <>
                        ✓ <DayText day={paidOn} />
                      </>
                    ) : (
                      <span className="wage-state-open">○ {t('wages.unpaid')}</span>
                    ),
                },
              ]}
            />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

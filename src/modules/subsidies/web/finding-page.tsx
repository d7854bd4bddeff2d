import { useParams } from '@tanstack/react-router'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { PaperLinks } from '../../funds/web/paper-links.tsx'
import { FindingMark } from './state-mark.tsx'

/** One finding of coal: what was found, what the household says, what was decided and why (§3.3.2b). */
export function FindingPage() {
  const { t } = useWords()
  const { finding: id } = useParams({ strict: false }) as { finding: string }
  const answer = useAnswer('coal.finding', { finding: id })
  const mayHear = useMay('coal.hear')
  const mayDecide = useMay('coal.decide')
  return (
    <Answered answer={answer}>
      {(finding) => (
        <PageFrame
          title={t('coal-finding.of', { name: finding.householder })}
          lead={
            <>
              {finding.village} <FindingMark state={finding.state} /> <Clauses ids={['§3.3.2b']} />
            </>
          }
          back={{ to: '/coal-findings', label: t('coal-findings.title') }}
        >
          <Panel>
            <Facts items={factsOf(finding, t)} />
          </Panel>
          {finding.state === 'open' && (mayHear || mayDecide) && (
            <Panel title={t('money.what-now')}>
              <AvailableActs type="coal-finding" id={id} subjectField="finding" />
            </Panel>
          )}
          <Panel title={t('coal-finding.hearings-of')}>
            <RowTable
              rows={finding.hearings}
              rowKey={(row) => row.id}
              columns={[
                { key: 'heardOn', title: 'field.heardOn', render: (row) => <DayText day={row.heardOn} /> },
                { key: 'statement', title: 'field.statement' },
                { key: 'heardBy', title: 'money.by', render: (row) => row.heardBy ?? <Blank /> },
                {
                  key: 'papers',
                  title: 'money.papers',
                  render: (row) => <PaperLinks papers={row.papers} />,
                },
              ]}
              empty={<Empty>{t('coal-finding.no-hearing')}</Empty>}
            />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

function factsOf(finding: Answer<'coal.finding'>, t: ReturnType<typeof useWords>['t']) {
  return [
    {
      key: 'found',
      label: t('coal-finding.found-on'),
      value: (
        <>
          <DayText day={finding.foundOn} /> {finding.foundBy}
        </>
      ),
    },
    { key: 'description', label: t('field.description'), value: finding.description },
    { key: 'papers', label: t('money.papers'), value: <PaperLinks papers={finding.papers} /> },
    ...(finding.hearUntil
      ? [
          {
            key: 'until',
            label: t('coal-finding.hear-until'),
            value: <DayText day={finding.hearUntil} />,
          },
        ]
      : []),
    ...(finding.decidedOn
      ? [
          {
            key: 'decided',
            label: t('coal-finding.decided-on'),
            value: (
              <>
                <DayText day={finding.decidedOn} /> {finding.decidedBy}
              </>
            ),
          },
          { key: 'decision', label: t('coal-finding.decision'), value: finding.decision },
        ]
      : []),
    {
      key: 'home',
      label: t('recovery.home'),
      value: <AddressLink to={`/homes/${finding.home}`}>{finding.householder}</AddressLink>,
    },
    ...(finding.recovery
      ? [
          {
            key: 'recovery',
            label: t('recoveries.title'),
            value: (
              <AddressLink to={`/recoveries/${finding.recovery}`}>{t('change-money.recovery')}</AddressLink>
            ),
          },
        ]
      : []),
  ]
}

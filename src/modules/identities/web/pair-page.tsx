import { useParams } from '@tanstack/react-router'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { CaseGrounds } from './case-grounds.tsx'
import { DecideForm } from './decide-form.tsx'
import { EvidenceTable } from './evidence-table.tsx'
import { PairExceptions } from './pair-exceptions.tsx'
import { SameNumbers } from './same-numbers.tsx'
import { SideBySide } from './side-by-side.tsx'
import './pairs.css'

/** Two records side by side with all that speaks for and against their being one, and the decision. */
export function PairPage() {
  const { t } = useWords()
  const { first, second } = useParams({ strict: false }) as { first: string; second: string }
  const answer = useAnswer('pair.get', { first, second })
  if (!answer.data && answer.error?.kind === 'missing') return <FormerPair first={first} second={second} />
  return (
    <Answered answer={answer}>
      {(pair) => {
        const decided = pair.state === 'decided' ? pair.decisions.find(({ holds }) => holds) : undefined
        return (
          <PageFrame
            title={`${t('pair.title')} · ${decided ? t(`choice.answer.${decided.answer}`) : t(`choice.pair-case.${pair.case}`)}`}
            back={{ to: '/duplicates', label: t('pairs.title') }}
            lead={
              <>
                {t(`choice.pair-state.${pair.state}`)} · {t('pairs.found')} <DayText day={pair.foundOn} />
              </>
            }
          >
            <CaseGrounds pair={pair} />
            <Panel title={t('pair.side-by-side')}>
              <SideBySide records={pair.records} />
            </Panel>
            <Panel title={t('act.pair.decide')}>
              {pair.mayDecide ? (
                <DecideForm key={`${first} ${second} ${waitingExceptions(pair)}`} pair={pair} />
              ) : (
                <p className="quiet">
                  {pair.decidedByTown === null
                    ? t('pair.bureau-decides')
                    : t('pair.town-decides', { town: pair.decidedByTown })}
                </p>
              )}
              <Decisions decisions={pair.decisions} />
              {decided?.answer === 'different' && <SameNumbers pair={pair} />}
              <PairExceptions exceptions={pair.exceptions} />
            </Panel>
            <Panel title={t('pair.evidence')}>
              <p className="quiet">{t('pair.evidence.lead')}</p>
              <div className="pair-evidence">
                <EvidenceTable question="person" evidence={pair.evidence.person} />
                <EvidenceTable question="dwelling" evidence={pair.evidence.dwelling} />
              </div>
            </Panel>
          </PageFrame>
        )
      }}
    </Answered>
  )
}

/** Where an address kept from before leads once comparison holds the two to be one no more. */
function FormerPair({ first, second }: { first: string; second: string }) {
  const { t } = useWords()
  return (
    <Answered answer={useAnswer('pair.former', { first, second })}>
      {({ homes, decisions, hasLeft }) => (
        <PageFrame
          title={`${t('pair.title')} · ${t('pair.former')}`}
          back={{ to: '/duplicates', label: t('pairs.title') }}
          lead={t(hasLeft ? 'pair.former.left' : 'pair.former.lead')}
        >
          <Panel>
            <ul className="plain-list">
              {homes.map(({ id, householder, sequence, villageName, ended }) => (
                <li key={id}>
                  <AddressLink to={`/homes/${id}`}>
                    {householder} · {villageName} · {t('register.number', { number: sequence })}
                  </AddressLink>
                  {ended && ` ${t(`stage.${ended}`)}`}
                </li>
              ))}
            </ul>
            <Decisions decisions={decisions} hasLeft={hasLeft} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

/** An exception asked for on this page is preselected from then on. */
const waitingExceptions = ({ exceptions }: Answer<'pair.get'>): number =>
  exceptions.flatMap(({ requests }) => requests.filter(({ state }) => state === 'asked')).length

function Decisions({
  decisions,
  hasLeft = false,
}: {
  decisions: Answer<'pair.get'>['decisions']
  /** One of the two left: what was decided is not undone by that, it is settled. */
  hasLeft?: boolean
}) {
  const { t, pick } = useWords()
  if (decisions.length === 0) return null
  return (
    <section>
      <h3>{t('pair.decided')}</h3>
      <ul>
        {decisions.map((one, at) => (
          <li key={one.id}>
            {[t(`choice.answer.${one.answer}`), ...one.papers.map(pick)].join(' · ')} · {one.reason} ·{' '}
            {one.decidedBy} · <DayText day={one.decidedOn} />{' '}
            {one.papersBy && t('pair.papers-until', { day: one.papersBy })}{' '}
            <span className="quiet">
              {t(`pair.decided.${one.holds ? 'holds' : at > 0 ? 'replaced' : hasLeft ? 'settled' : 'ended'}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

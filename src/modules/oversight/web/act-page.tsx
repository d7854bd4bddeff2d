import { useParams } from '@tanstack/react-router'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { actTitle } from '../../../web/kit/acts/act-words.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import './oversight.css'

type Act = Answer<'log.act'>

/** One act as it was sealed, with its proof, taken when the page is opened. */
export function ActPage() {
  const speech = useWords()
  const { t } = speech
  const { act: id = '' }: { act?: string } = useParams({ strict: false })
  const answer = useAnswer('log.act', { act: id })
  const title = answer.data ? actTitle(speech, answer.data.kind) : t('log.act')
  return (
    <PageFrame title={title} lead={id} back={{ to: '/log', label: t('log.tab.acts') }}>
      <Answered answer={answer}>
        {(act) => (
          <>
            <Proof act={act} />
            <Panel>
              <Facts items={useFactsOf(act)} />
            </Panel>
            <Subjects act={act} />
            <Evidence act={act} />
            <SealedText act={act} />
          </>
        )}
      </Answered>
    </PageFrame>
  )
}

function useFactsOf(act: Act) {
  const { t } = useWords()
  return [
    {
      key: 'who',
      label: t('log.who'),
      value: (
        <AddressLink to={`/log?actor=${act.actor.id}`}>{act.actor.name ?? t('log.program')}</AddressLink>
      ),
    },
    { key: 'recorded', label: t('log.recorded'), value: <InstantText at={act.recordedAt} /> },
    { key: 'happened', label: t('log.happened'), value: <InstantText at={act.happenedAt} /> },
    { key: 'clauses', label: t('log.clauses'), value: <Clauses ids={act.clauses} /> },
    { key: 'kind', label: t('log.kind'), value: `${act.kind} v${act.version}` },
    ...(act.causedBy
      ? [{ key: 'caused', label: t('log.caused-by'), value: <OtherAct {...act.causedBy} /> }]
      : []),
    ...(act.corrects
      ? [{ key: 'corrects', label: t('log.corrects'), value: <OtherAct {...act.corrects} /> }]
      : []),
    ...(act.consequences.length > 0
      ? [
          {
            key: 'consequences',
            label: t('log.consequences'),
            value: act.consequences.map((each) => (
              <div key={each.id}>
                <OtherAct {...each} />
              </div>
            )),
          },
        ]
      : []),
  ]
}

function OtherAct({ id, kind }: { id: string; kind: string | null }) {
  const speech = useWords()
  return <AddressLink to={`/log/acts/${id}`}>{kind === null ? id : actTitle(speech, kind)}</AddressLink>
}

function Proof({ act: { proof } }: { act: Act }) {
  const { t } = useWords()
  if (!proof)
    return (
      <div className="proof proof-waiting" role="status">
        ◔ {t('log.proof.waiting')}
      </div>
    )
  const { position, size } = proof
  return (
    <div className={proof.holds ? 'proof proof-holds' : 'proof proof-fails'} role="status">
      <p>
        {proof.holds
          ? `✓ ${t('log.proof.holds', { position: (position + 1).toLocaleString('en-US'), size: size.toLocaleString('en-US') })}`
          : `✕ ${t('log.proof.fails')}`}
      </p>
      {!proof.holds && <AddressLink to="/log/verify">{t('log.verify')}</AddressLink>}
      <details>
        <summary>{t('log.proof')}</summary>
        <dl className="proof-parts">
          <dt>{t('log.proof.leaf')}</dt>
          <dd>
            <code>{proof.leaf}</code>
          </dd>
          <dt>{t('log.proof.path')}</dt>
          <dd>
            {proof.path.map((hash) => (
              <code key={hash}>{hash}</code>
            ))}
          </dd>
          <dt>{t('log.proof.root')}</dt>
          <dd>
            <code>{proof.root}</code>
          </dd>
          <dt>{t('log.proof.signed')}</dt>
          <dd>
            <InstantText at={proof.madeAt} />
          </dd>
          <dt>{t('log.proof.key')}</dt>
          <dd>
            <code>{proof.keyId}</code>
          </dd>
        </dl>
      </details>
    </div>
  )
}

/** Where a subject's own page is; the others have none. */
const pageOf: Record<string, (id: string) => string> = {
  home: (id) => `/homes/${id}`,
  village: (id) => `/villages/${id}`,
  lot: (id) => `/lots/${id}`,
  notice: (id) => `/notices/${id}`,
}

function Subjects({ act: { subjects, subjectCount } }: { act: Act }) {
  const { t, find } = useWords()
  return (
    <Panel
      title={t('log.subjects')}
      extra={
        subjectCount > subjects.length &&
        t('log.more-subjects', { count: subjectCount.toLocaleString('en-US'), shown: subjects.length })
      }
    >
      <ul className="act-subjects">
        {subjects.map(({ type, id, name, place }) => (
          <li key={`${type} ${id}`}>
            <span className="quiet">{find(`log.subject-type.${type}`) ?? type} </span>
            {pageOf[type] ? (
              <AddressLink to={pageOf[type](id)}>{name ?? id}</AddressLink>
            ) : (
              <AddressLink to={`/log?subject=${id}`}>{name ?? id}</AddressLink>
            )}
            {place && <span className="quiet"> {place}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Evidence({ act: { evidence } }: { act: Act }) {
  const { t, find } = useWords()
  return (
    <Panel title={t('log.evidence')}>
      {evidence.length === 0 && <p className="quiet">{t('log.no-evidence')}</p>}
      <ul className="act-evidence">
        {evidence.map(({ kind, digest, mediaType }) => (
          <li key={`${kind} ${digest}`}>
            <b>{find(`evidence.${kind}`) ?? kind}</b>{' '}
            {mediaType === null ? (
              <span className="case-differs">{t('log.file-missing')}</span>
            ) : kind === 'workbook' ? (
              <span className="quiet">{t('log.workbook-kept')}</span>
            ) : (
              <a href={evidenceAddress(digest)} target="_blank" rel="noreferrer">
                {t('log.open-file')}
              </a>
            )}{' '}
            <span className="quiet">{mediaType}</span>
            <code>{digest}</code>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function SealedText({ act: { text, isWellFormed } }: { act: Act }) {
  const { t } = useWords()
  return (
    <Panel title={t('log.text')}>
      {isWellFormed ? (
        <p className="quiet overview-lead">{t('log.text.why')}</p>
      ) : (
        <p className="proof proof-fails">{t('log.text.broken')}</p>
      )}
      <pre className="sealed-text">{pretty(text)}</pre>
    </Panel>
  )
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

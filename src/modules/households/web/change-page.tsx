import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { download } from '../../../web/kit/api/download.ts'
import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { ChangeUndo } from './change-undo.tsx'
import { Consequences } from './consequences.tsx'
import { ChangeMark, NoticedMark } from './change-marks.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import { answerLabel, decidedLabel } from '../model/change.ts'
import { RewritingAnswer } from './rewriting-outlook.tsx'
import './change.css'

type Change = Answer<'change.page'>

/** 变更审批表: who asks for what and why, what approval brings about, who decided. */
export function ChangePage() {
  const { t } = useWords()
  const { change: id } = useParams({ strict: false }) as { change: string }
  const answer = useAnswer('change.page', { change: id })
  const { loading, start, trouble } = useDownload()
  return (
    <Answered answer={answer}>
      {(change) => (
        <PageFrame
          title={t('change.title', { number: change.number })}
          lead={
            <>
              {t(`change-group.${change.group}`)} · {t(`change-kind.${change.kind}`)} ·{' '}
              <ChangeMark state={change.state} /> <NoticedMark change={change} />
            </>
          }
          back={{ to: '/changes', label: t('changes.title') }}
          actions={
            change.mayReadWhy && (
              <Button loading={loading} onClick={() => start(() => download('change.form', { change: id }))}>
                {t('change.form.export')}
              </Button>
            )
          }
        >
          {trouble}
          <Panel title={t('change.do')}>
            {change.against.length > 0 && (
              <div className="notice-lack" role="status">
                {t('change.against')}
                {change.enters && (
                  <>
                    {' '}
                    <HomeLink
                      id={change.enters}
                      name={change.entersHouseholder ?? ''}
                      sequence={change.entersSequence ?? 0}
                    />
                  </>
                )}
                <ul className="change-consequences">
                  {change.against.map(({ code, facts }) => (
                    <li key={code}>
                      {t(`refusal.${code}`, facts)} {t(`remedy.${code}`, facts)}
                    </li>
                  ))}
                </ul>
              </div>
            )}
            <AvailableActs type="change" id={id} />
            <ChangeUndo change={change} />
            {change.state === 'declined' && change.mayReadWhy && (
              <p>
                {t('change.declined.again')}{' '}
                <HomeLink id={change.home} name={change.householder} sequence={change.sequence} />
              </p>
            )}
            {change.notYet && (
              <p className="notice-lack">
                {t(`change.not-yet.${change.notYet}`)}{' '}
                <HomeLink id={change.home} name={change.householder} sequence={change.sequence} />
              </p>
            )}
          </Panel>
          <Panel title={t('change.form')}>
            <Form change={change} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

function Form({ change }: { change: Change }) {
  const { t } = useWords()
  const person = (name: string | null, day: string | null) =>
    day && (
      <>
        {name} <DayText day={day} />
      </>
    )
  return (
    <Facts
      items={[
        { key: 'village', label: t('change.village'), value: `${change.townName} ${change.villageName}` },
        {
          key: 'home',
          label: t('change.home'),
          value: <HomeLink id={change.home} name={change.householder} sequence={change.sequence} />,
        },
        ...(change.enters && change.kind !== 'add'
          ? [
              {
                key: 'enters',
                label: t('change.enters'),
                value: (
                  <>
                    <HomeLink
                      id={change.enters}
                      name={change.entersHouseholder ?? ''}
                      sequence={change.entersSequence ?? 0}
                    />
                    {change.passed > 0 && <div>{t('change.passed', { count: change.passed })}</div>}
                    {change.passedReason}
                  </>
                ),
              },
            ]
          : []),
        ...(change.kind === 'add' && change.passed > 0
          ? [{ key: 'passed', label: t('change.passed-reason'), value: change.passedReason }]
          : []),
        { key: 'stage', label: t('change.stage'), value: t(`stage.${change.stage}`) },
        { key: 'happened', label: t('change.happened-on'), value: <DayText day={change.happenedOn} /> },
        {
          key: 'reason',
          label: t('change.reason'),
          value: change.mayReadWhy ? change.reason : t('change.reason.not-told'),
        },
        ...(change.explained
          ? [{ key: 'explained', label: t('change.explained'), value: change.explained }]
          : []),
        ...(change.rewritten.length > 0
          ? [{ key: 'rewritten', label: t('change.rewritten'), value: <Rewritten change={change} /> }]
          : []),
        ...(change.outlook
          ? [
              {
                key: 'outlook',
                label: t('change.outlook'),
                value: <RewritingAnswer outlook={change.outlook} />,
              },
            ]
          : []),
        ...(change.mayReadWhy
          ? [{ key: 'papers', label: t('change.papers'), value: <Papers change={change} /> }]
          : []),
        {
          key: 'consequences',
          label: t('change.consequences'),
          value: change.consequences.length > 0 && (
            <Consequences
              home={change.home}
              kind={change.kind}
              state={change.state}
              change={change.id}
              consequences={change.consequences}
            />
          ),
        },
        { key: 'clauses', label: t('change.clauses'), value: <Clauses ids={change.clauses} /> },
        { key: 'asked', label: t('change.asked'), value: person(change.askedBy, change.askedOn) },
        {
          key: 'decided',
          label: t(decidedLabel(change.state)),
          value: person(change.decidedBy, change.decidedOn),
        },
        ...(change.mayReadWhy
          ? [{ key: 'answer', label: t(answerLabel(change.state)), value: change.answer }]
          : []),
        ...(change.undone
          ? [
              {
                key: 'undone',
                label: t('change.undone'),
                value: (
                  <>
                    {person(change.undone.by, change.undone.on)}
                    {change.undone.reason && <div>{change.undone.reason}</div>}
                    {change.undone.papers.map((digest) => (
                      <div key={digest}>
                        <a href={evidenceAddress(digest)} target="_blank" rel="noreferrer">
                          {t('evidence.document')}
                        </a>
                      </div>
                    ))}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function HomeLink({ id, name, sequence }: { id: string; name: string; sequence: number }) {
  const { t } = useWords()
  return <AddressLink to={`/homes/${id}`}>{t('change.numbered', { name, sequence })}</AddressLink>
}

/** What approval would write, or has written: then it stands with the home's corrections too. */
function Rewritten({ change }: { change: Change }) {
  const { t, find } = useWords()
  const told = (field: string, value: unknown): string => {
    if (value === null || value === undefined) return t('change.blank')
    if (typeof value === 'boolean') return t(value ? 'change.yes' : 'change.no')
    return find(`choice.${field}.${String(value)}`) ?? String(value)
  }
  return (
    <>
      <ul className="change-consequences">
        {change.rewritten.map(({ field, before, after }) => (
          <li key={field}>
            {t('change.from-to', {
              field: t(`field.${field}`),
              before: told(field, before),
              after: told(field, after),
            })}
          </li>
        ))}
      </ul>
      {(change.state === 'approved' || change.state === 'undone') && (
        <AddressLink to={`/homes/${change.home}`}>{t('change.see-corrections')}</AddressLink>
      )}
    </>
  )
}

function Papers({ change }: { change: Change }) {
  const { t, pick } = useWords()
  return change.papers.map(({ digest, label }) => (
    <div key={digest}>
      <a href={evidenceAddress(digest)} target="_blank" rel="noreferrer">
        {label ? pick(label) : t('evidence.document')}
      </a>
    </div>
  ))
}

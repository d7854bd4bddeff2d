import { useParams } from '@tanstack/react-router'
import { dayOf } from '../../../kernel/dates/day.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { actTitle } from '../../../web/kit/acts/act-words.ts'
import { Refusals } from '../../../web/kit/acts/refusals.tsx'
import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { PhotoList } from '../../photographs/web/photo-list.tsx'
import { HeldMark } from './held-mark.tsx'
import { SaidInput } from '../../../web/kit/told/said-input.tsx'
import './field.css'

type Held = Answer<'held.page'>

/** Both sides of an act that came late: settled by a person who has seen them. */
export function HeldPage() {
  const speech = useWords()
  const { t } = speech
  const { held: id = '' }: { held?: string } = useParams({ strict: false })
  return (
    <Answered answer={useAnswer('held.page', { held: id })}>
      {(held) => (
        <PageFrame
          title={`${actTitle(speech, held.kind)} · ${held.subjectName ?? ''}`}
          lead={
            <>
              {held.townName} {held.areaName} · <HeldMark state={held.state} />
            </>
          }
          back={{ to: '/held', label: t('held.title') }}
        >
          <Why held={held} />
          <div className="held-sides">
            <Arrived held={held} />
            <Since held={held} />
          </div>
          <Answer held={held} />
        </PageFrame>
      )}
    </Answered>
  )
}

function Why({ held: { reasons } }: { held: Held }) {
  const { t, find } = useWords()
  const said = (key: string, facts: object) => {
    const text = find(key) === undefined ? '' : t(key, { ...facts })
    return { zh: text, en: text }
  }
  return (
    <Panel title={t('held.why')}>
      <Refusals
        refusals={reasons.map((reason) => ({
          ...reason,
          facts: {},
          said: said(`refusal.${reason.code}`, reason.facts),
          remedy: said(`remedy.${reason.code}`, reason.facts),
        }))}
      />
    </Panel>
  )
}

function Arrived({ held }: { held: Held }) {
  const { t, language } = useWords()
  const names = namesIn(held, language)
  return (
    <Panel title={t('held.arrived-side')}>
      <Facts
        items={[
          {
            key: 'maker',
            label: t('held.maker'),
            value: [held.makerName, held.organisationName].filter(Boolean).join(' · '),
          },
          { key: 'happened', label: t('held.happened'), value: <InstantText at={held.happenedAt} /> },
          ...(held.claimedAt === held.happenedAt
            ? []
            : [{ key: 'claimed', label: t('held.claimed'), value: <InstantText at={held.claimedAt} /> }]),
          { key: 'arrived', label: t('held.arrived'), value: <InstantText at={held.arrivedAt} /> },
          { key: 'handset', label: t('held.handset'), value: held.handsetName },
        ]}
      />
      <SaidInput value={held.input} names={names} />
      {held.evidence.length > 0 && <PhotoList told={toldOf(held)} />}
    </Panel>
  )
}

const namesIn = ({ items, models }: Held, language: 'zh' | 'en'): Record<string, string> => ({
  ...models,
  ...Object.fromEntries(Object.entries(items).map(([id, label]) => [id, label[language]])),
})

/** The photographs it brought, each with how it came about. */
const toldOf = ({ id, kind, subject, makerName, organisationName, happenedAt, evidence }: Held) => ({
  act: id,
  kind,
  home: subject,
  makerName,
  organisationName,
  happenedAt,
  photos: evidence.map(({ kind: what, digest, taken }) => ({
    digest,
    by: what === 'signature' ? ('drawn' as const) : (taken?.by ?? null),
    takenAt: taken?.at ?? null,
    latitude: taken?.position?.latitude ?? null,
    longitude: taken?.position?.longitude ?? null,
    accuracyM: taken?.position?.accuracyM ?? null,
    fileAt: taken?.file?.at ?? null,
  })),
})

function Since({ held }: { held: Held }) {
  const speech = useWords()
  const { t, language } = speech
  const { since, subjectType, subject } = held
  const names = namesIn(held, language)
  const mayLog = useMay('log.read')
  return (
    <Panel
      title={t('held.since-side')}
      extra={
        subjectType === 'home' && <AddressLink to={`/homes/${subject}`}>{t('held.open-home')}</AddressLink>
      }
    >
      {since.length === 0 && <p className="quiet">{t('held.since.none')}</p>}
      <ul className="held-acts">
        {together(since).map(({ id, kind, by, recordedAt, digests, told, times }) => (
          <li key={id}>
            {mayLog ? (
              <AddressLink to={`/log/acts/${id}`}>{actTitle(speech, kind)}</AddressLink>
            ) : (
              <b>{actTitle(speech, kind)}</b>
            )}{' '}
            {times > 1 && t('held.since.times', { count: times })}{' '}
            <span className="quiet">
              {by ?? t('log.program')} · <InstantText at={recordedAt} />
            </span>
            {told !== null && <SaidInput value={told} names={names} />}
            <Photos digests={digests} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type Act = Held['since'][number]

/** What the program did several times in a row, with nothing to look at, is one line. */
function together(since: readonly Act[]): (Act & { times: number })[] {
  const lines: (Act & { times: number })[] = []
  for (const act of since) {
    const last = lines.at(-1)
    const isMore = last?.kind === act.kind && last.by === null && act.by === null
    if (isMore && act.digests.length === 0 && act.told === null) last.times++
    else lines.push({ ...act, times: 1 })
  }
  return lines
}

function Photos({ digests }: { digests: readonly string[] }) {
  const { t } = useWords()
  if (digests.length === 0) return null
  return (
    <div className="held-photos">
      {[...new Set(digests)].map((digest) => (
        <a key={digest} href={evidenceAddress(digest)} target="_blank" rel="noreferrer">
          <img loading="lazy" src={evidenceAddress(digest)} alt={t('held.photos')} />
        </a>
      ))}
    </div>
  )
}

function Answer({ held }: { held: Held }) {
  const { t } = useWords()
  const maySettle = useMay('held.settle')
  if (held.state === 'held') return maySettle ? <Settle id={held.id} /> : null
  return (
    <Panel title={t('held.reason')}>
      <p>
        {t('held.settled', {
          by: held.settledByName ?? '',
          on: held.settledAt ? dayOf(new Date(held.settledAt)) : '',
          state: held.state,
        })}
      </p>
      <p>{held.answer}</p>
    </Panel>
  )
}

function Settle({ id }: { id: string }) {
  const { t } = useWords()
  return (
    <Panel title={t('change.do')}>
      <AvailableActs type="held-act" id={id} subjectField="held" />
    </Panel>
  )
}

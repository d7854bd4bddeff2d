import { useParams } from '@tanstack/react-router'
import { Button, Image } from 'antd'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink, useGo } from '../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { download } from '../../../web/kit/api/download.ts'
import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText, InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import type { NoticePhase } from '../model/notice.ts'
import { isOf, type LineOutcome, lineOutcomes } from '../rules/notice.ts'
import { ClosingDay } from './closing-day.tsx'
import { NoticeFigure } from './notice-figure.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import { LeftOut, NoticeLines } from './notice-lines.tsx'
import { noticeForms } from './notice-forms.tsx'
import { Objections } from './objection-cards.tsx'
import './notice.css'

export type Notice = Answer<'notice.get'>

/** One notice: what the board says, its photographs and objections, and what confirmation would do now. */
export function NoticePage() {
  const { t } = useWords()
  const { notice: id } = useParams({ strict: false }) as { notice: string }
  const answer = useAnswer('notice.get', { notice: id })
  const { loading, start, trouble } = useDownload()
  const go = useGo()
  const mayPrint = useMay('letter.print')
  return (
    <Answered answer={answer}>
      {(notice) => (
        <PageFrame
          title={`${notice.villageName} · ${t('board.number', { number: notice.number })}`}
          lead={<Lead notice={notice} />}
          back={{ to: '/notices', label: t('notices.title') }}
          actions={
            <>
              <Button onClick={() => go(`/notices/${id}/poster`)}>{t('notice.poster')}</Button>
              <Button loading={loading} onClick={() => start(() => download('notice.sheet', { notice: id }))}>
                {t('notice.sheet')}
              </Button>
              {mayPrint && (
                <Button onClick={() => go(`/letters/${notice.villageId}`)}>{t('letters.title')}</Button>
              )}
            </>
          }
        >
          {trouble}
          <ToFollow notice={id} />
          {notice.goneSince > 0 && (
            <p className="notice-lack" role="status">
              {t('notice.gone-since', { count: notice.goneSince })}
            </p>
          )}
          <Panel title={t('notice.do')}>
            <AvailableActs type="notice" id={id} forms={noticeForms} />
          </Panel>
          <Panel title={t('notice.facts')}>
            <NoticeFacts notice={notice} />
          </Panel>
          <Board notice={notice} />
          <Panel title={t('objections.title')}>
            <Objections notice={id} />
          </Panel>
          <Panel title={t('notice.photos')}>
            <Photos photos={notice.photos} />
          </Panel>
          <Panel title={t('notice.left-out', { count: notice.leftOut.length })}>
            <LeftOut homes={notice.leftOut} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

function phaseOf({ state, postedOn, isRunning }: Notice): NoticePhase {
  if (state === 'confirmed') return 'confirmed'
  if (!postedOn) return 'to-post'
  return isRunning ? 'running' : 'to-confirm'
}

function Lead({ notice }: { notice: Notice }) {
  const { t } = useWords()
  const phase = phaseOf(notice)
  return (
    <>
      {notice.townName} · {t(`notice-phase.${phase}`)}
      {phase === 'running' && (
        <>
          {' '}
          · {t('notice.closes')} <ClosingDay day={notice.closesOn} running />
        </>
      )}
    </>
  )
}

/** Said above everything: confirmed or not, something promised upon an objection is not done yet. */
function ToFollow({ notice }: { notice: string }) {
  const { t } = useWords()
  const count = useAnswer('objection.list', { notice, state: 'to-follow', pageSize: 1 }).data?.total ?? 0
  if (count === 0) return null
  return (
    <p className="notice-lack" role="status">
      <AddressLink to={`/objections?state=to-follow&notice=${notice}`}>
        {t('notice.to-follow', { count })}
      </AddressLink>
    </p>
  )
}

/** All lines of the board, or those the figure counts that was followed here. */
function Board({ notice }: { notice: Notice }) {
  const { t } = useWords()
  const [{ outcome }] = useSearchTexts()
  const only = lineOutcomes.find((each) => each === outcome)
  const lines = only ? notice.lines.filter((line) => isOf(line, only)) : notice.lines
  const title = t('notice.lines', { count: lines.length })
  return (
    <Panel
      title={only ? `${title} · ${t(`notice-outcome.${only}`)}` : title}
      extra={only && <AddressLink to={`/notices/${notice.id}`}>{t('notice.lines.all')}</AddressLink>}
    >
      <NoticeLines lines={lines} phase={phaseOf(notice)} openObjections={notice.openObjections} />
    </Panel>
  )
}

/** The last day, how it was counted, and what the count could not know. */
function Closes({ notice: { closesOn, period } }: { notice: Notice }) {
  const { t } = useWords()
  const { days, counted, uncoveredYears } = period
  return (
    <>
      <ClosingDay day={closesOn} running={false} />{' '}
      <span className="quiet">{t(`board.counted.${counted}`, { days })}</span>
      {uncoveredYears.length > 0 && (
        <div>{t('notice.holidays-unknown', { years: uncoveredYears.join('、') })}</div>
      )}
    </>
  )
}

function NoticeFacts({ notice }: { notice: Notice }) {
  const { t } = useWords()
  const figure = (outcome: LineOutcome) => (
    <NoticeFigure
      notice={notice.id}
      outcome={outcome}
      of={notice.lines.filter((line) => isOf(line, outcome)).length}
    />
  )
  const address = `${location.origin}${notice.webPath}`
  return (
    <Facts
      items={[
        { key: 'opens', label: t('notice.opens'), value: <DayText day={notice.openedOn} /> },
        {
          key: 'posted',
          label: t('notice.posted'),
          value: notice.postedOn ? <DayText day={notice.postedOn} /> : <b>{t('notice.not-posted')}</b>,
        },
        { key: 'closes', label: t('notice.closes'), value: <Closes notice={notice} /> },
        { key: 'hotline', label: t('column.hotline'), value: notice.hotline },
        { key: 'waiting', label: t('notice-outcome.waiting'), value: figure('waiting') },
        { key: 'confirmed', label: t('notice-outcome.confirmed'), value: figure('confirmed') },
        { key: 'returned', label: t('notice-outcome.returned'), value: figure('returned') },
        {
          key: 'web',
          label: t('notice.web'),
          value: notice.isOnWeb ? (
            <a href={address} target="_blank" rel="noreferrer">
              {t('notice.web.open')}
            </a>
          ) : (
            t(notice.postedOn ? 'notice.web.over' : 'notice.web.unposted')
          ),
        },
      ]}
    />
  )
}

function Photos({ photos }: { photos: Notice['photos'] }) {
  const { t } = useWords()
  if (photos.length === 0) return <Empty>{t('notice.no-photos')}</Empty>
  return (
    <Image.PreviewGroup>
      <ul className="notice-photos">
        {photos.map(({ digest, recordedAt }) => (
          <li key={digest}>
            <Image src={evidenceAddress(digest)} height={160} alt={t('notice.photo-of-board')} />
            <span className="quiet">
              <InstantText at={recordedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  )
}

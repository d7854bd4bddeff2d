import { useParams } from '@tanstack/react-router'
import { Button, Image } from 'antd'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import { download } from '../../../web/kit/api/download.ts'
import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText, InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay, useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { useDownload } from './use-download.ts'
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
  const { today } = useSession()
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
              {mayPrint && notice.lines.some((line) => line.outcome === 'confirmed') && (
                <Button onClick={() => go(`/letters/${notice.villageId}`)}>{t('letters.title')}</Button>
              )}
            </>
          }
        >
          {trouble}
          <Panel title={t('notice.do')}>
            <AvailableActs type="notice" id={id} forms={noticeForms} />
          </Panel>
          <Panel title={t('notice.facts')}>
            <NoticeFacts notice={notice} />
          </Panel>
          <Panel title={t('notice.lines', { count: notice.lines.length })}>
            <NoticeLines lines={notice.lines} running={notice.closesOn >= today} />
          </Panel>
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

function Lead({ notice }: { notice: Notice }) {
  const { t } = useWords()
  const { today } = useSession()
  const phase = notice.state === 'confirmed' ? 'confirmed' : notice.isRunning ? 'running' : 'to-confirm'
  return (
    <>
      {notice.townName} · {t(`notice-phase.${phase}`)}
      {phase === 'running' && (
        <>
          {' '}
          · {t('notice.closes')} <DayText day={notice.closesOn} today={today} />
        </>
      )}
    </>
  )
}

function NoticeFacts({ notice }: { notice: Notice }) {
  const { t } = useWords()
  const count = (outcome: string | null) => notice.lines.filter((line) => line.outcome === outcome).length
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
        { key: 'closes', label: t('notice.closes'), value: <DayText day={notice.closesOn} /> },
        { key: 'hotline', label: t('column.hotline'), value: notice.hotline },
        { key: 'waiting', label: t('notice-outcome.waiting'), value: count(null) },
        { key: 'confirmed', label: t('notice-outcome.confirmed'), value: count('confirmed') },
        { key: 'returned', label: t('notice-outcome.returned'), value: count('returned') },
        {
          key: 'web',
          label: t('notice.web'),
          value: notice.isRunning ? (
            <a href={address} target="_blank" rel="noreferrer">
              {t('notice.web.open')}
            </a>
          ) : (
            t('notice.web.over')
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

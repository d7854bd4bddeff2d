import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { ActButton } from '../../../web/kit/acts/act-button.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay, useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { HowFar } from '../../../web/kit/states/how-far.tsx'
import { TroubleNote } from '../../../web/kit/states/trouble-note.tsx'
import { firstDayOf } from '../rules/first-day.ts'
import { useOwnArea } from '../../households/web/own-towns.ts'
import { type Ground, homesAddress } from './homes-address.ts'
import { MoneyPanel } from './money-panel.tsx'
import { MovesPanel } from './moves-panel.tsx'
import { RulesPanel } from './rules-panel.tsx'
import { TownsPanel } from './towns-panel.tsx'
import { type Trial, useTrial } from './use-trial.ts'
import './trials.css'

/** What a draft would change, on the whole register, before anybody decides on it. */
export function TrialPage() {
  const { t } = useWords()
  const { today } = useSession()
  const { draft = '' }: { draft?: string } = useParams({ strict: false })
  const [texts, change] = useSearchTexts()
  const page = useAnswer('policy.draft', { draft })
  const version = Number(texts.version) || page.data?.version || 1
  const day = texts.day ?? (page.data ? firstDayOf(page.data.changes, today) : today)
  const { answer, progress, again } = useTrial({ draft, version, day }, page.data !== undefined)
  const { data, error, isFetching } = answer
  const name = page.data?.name ?? ''
  return (
    <PageFrame
      title={t('trial.title', { name })}
      back={{ to: `/policy/drafts/${draft}`, label: t('trial.back') }}
      lead={t('trial.lead', { version })}
      actions={
        <Button loading={isFetching} onClick={again}>
          {t('trial.again')}
        </Button>
      }
    >
      {page.data && page.data.version > version && (
        <p className="draft-note">
          {t('trial.newer', { version: page.data.version })}{' '}
          <Button type="link" size="small" onClick={() => change({ version: undefined, day: undefined })}>
            {t('trial.newer.try')}
          </Button>
        </p>
      )}
      <Panel>
        <div className="trial-ground">
          <label htmlFor="trial-day">{t('trial.day')}</label>
          <span className="trial-day">
            <DayInput
              id="trial-day"
              value={day}
              onChange={(chosen) => change({ day: chosen ?? undefined })}
            />
          </span>
          <span className="quiet">{t('trial.day.why')}</span>
        </div>
        {data?.trial && (
          <p className="quiet">
            {t('trial.read-at')} <InstantText at={data.trial.readAt} />
          </p>
        )}
        {isFetching &&
          (progress ? (
            <HowFar progress={{ ...progress, label: progress.label ?? 'trial.running' }} />
          ) : (
            <p className="quiet" role="status">
              {t('trial.running')}
            </p>
          ))}
        {error && <TroubleNote trouble={error} onRetry={again} />}
      </Panel>
      <Answered answer={page}>
        {() =>
          data &&
          (data.trial ? (
            <Figures trial={data.trial} draft={draft} version={version} />
          ) : (
            <Panel>
              <p role="alert">
                {t('trial.faulty')}{' '}
                <AddressLink to={`/policy/drafts/${draft}`}>{t('trial.back')}</AddressLink>
              </p>
            </Panel>
          ))
        }
      </Answered>
    </PageFrame>
  )
}

function Figures({ trial, draft, version }: { trial: Trial; draft: string; version: number }) {
  const ground = { draft, version, day: trial.day, reading: trial.reading }
  return (
    <>
      <MovesPanel trial={trial} ground={ground} />
      <MoneyPanel trial={trial} />
      <TownsPanel trial={trial} ground={ground} />
      <RulesPanel trial={trial} ground={ground} />
      {trial.stale > 0 && <Stale trial={trial} ground={ground} />}
    </>
  )
}

interface StaleProps {
  trial: Trial
  ground: Ground
}

/** Homes that differ whatever becomes of the draft; whoever may screens them by what is in force. */
function Stale({ trial, ground }: StaleProps) {
  const { t } = useWords()
  const { programme } = useSession()
  const may = useMay('register.screen')
  const area = useOwnArea()
  return (
    <Panel>
      <p>
        {t('trial.stale', { count: trial.stale })}{' '}
        <AddressLink to={homesAddress(ground, { stale: 'yes' })}>{trial.stale}</AddressLink>
      </p>
      {may && area && (
        <ActButton
          kind="register.screen"
          input={{ programme, area }}
          confirm={t('trial.screen.confirm', { count: trial.stale, day: trial.day })}
        >
          {t('trial.screen')}
        </ActButton>
      )}
    </Panel>
  )
}

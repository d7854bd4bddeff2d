import { Select } from 'antd'
import { useState } from 'react'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Decision } from '../../../web/kit/decision/decision.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Stage } from '../../../web/kit/road/stage.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import type { Home } from './home.ts'
import { NameChecks } from './name-checks.tsx'

/** Why: the newest screening, or an earlier one as it was decided then, rebuilt from its facts and its pack. */
export function DecisionPanel({ home: page }: { home: Home }) {
  const { t } = useWords()
  const home = page.id
  const [screening, setScreening] = useState<string>()
  const answer = useAnswer('home.decision', { home, screening })
  const history = answer.data?.history ?? []
  return (
    <Panel
      title={t('home.decision')}
      extra={
        history.length > 1 && (
          <Select
            size="small"
            aria-label={t('home.decision.earlier')}
            value={screening ?? history[0]?.screening}
            onChange={setScreening}
            options={history.map((one) => ({
              value: one.screening,
              label: `${one.day} · ${t(`kit.answer.${one.answer}`)}`,
            }))}
          />
        )
      }
    >
      <Answered
        answer={answer}
        isEmpty={(found) => found === null}
        empty={<Empty>{t('home.not-screened')}</Empty>}
      >
        {(found) =>
          found && (
            <>
              {found.current && <Ending home={page} />}
              {found.current && !page.ended && <NameChecks home={page} />}
              <Decision decision={found.decision} terms={found.terms} over={page.ended !== null} />
              {found.current && <AddressLink to={`/homes/${home}/told`}>{t('told.open')}</AddressLink>}
            </>
          )
        }
      </Answered>
    </Panel>
  )
}

/** A home that left is decided no more: how it left stands first, the last answer after it. */
function Ending({ home: { ended, corrections } }: { home: Home }) {
  const { t } = useWords()
  if (ended === null) return null
  const left = corrections.find(({ field, after }) => field === 'ended' && after === ended)
  return (
    <div className="home-ending">
      <p>
        <Stage stage={ended} />{' '}
        {left && (
          <>
            <DayText day={left.on} /> {left.by}
          </>
        )}
      </p>
      {left && <p>{t('home.ended.why', { reason: left.reason })}</p>}
      <p className="quiet">{t('home.ended.last-answer')}</p>
    </div>
  )
}

import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActButton } from '../../../web/kit/acts/act-button.tsx'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import { useSeasonRefusals } from './use-season-refusals.ts'

interface DrawnUp {
  statements: number
  payable: number
  blocked: number
  totalFen: number
}

/** What concerns the whole season: reading in, drawing up, freezing; each button says why it cannot be pressed. */
export function SeasonActs({ season }: { season: Answer<'season.page'> }) {
  const { t } = useWords()
  const go = useGo()
  const refusals = useSeasonRefusals(season.id)
  const [drawn, setDrawn] = useState<DrawnUp>()
  // A batch keeps its id until it is frozen, so that pressing twice freezes once.
  const batch = useMemo(() => newId(), [])
  const ready = season.towns.flatMap(({ states }) =>
    states.filter(({ state }) => state === 'bureau-reviewed'),
  )
  const imports = refusals.get('usage.import')
  const drawUp = refusals.get('statement.draw-up')
  const freeze = refusals.get('batch.freeze')
  if (!imports && !drawUp && !freeze) return null
  return (
    <Panel title={t('money.what-now')}>
      <div className="season-acts">
        {imports && (
          <Button type="primary" onClick={() => go(`/seasons/${season.id}/usage`)}>
            {t('act.usage.import')}
          </Button>
        )}
        {drawUp && (
          <ActButton
            type="primary"
            kind="statement.draw-up"
            input={{ season: season.id }}
            refusals={drawUp}
            confirm={t('season.draw-up.confirm')}
            onDone={(receipt) => setDrawn(receipt.result as DrawnUp)}
          />
        )}
        {freeze && (
          <ActButton
            type="primary"
            kind="batch.freeze"
            input={{ id: batch, season: season.id }}
            refusals={freeze}
            confirm={t('season.freeze.confirm', {
              homes: ready.reduce((sum, row) => sum + row.homes, 0),
              total: yuanText(ready.reduce((sum, row) => sum + row.amountFen, 0)),
            })}
            onDone={() => go(`/batches/${batch}`)}
          />
        )}
      </div>
      {drawn && (
        <p role="status" className="dry-run-facts">
          {t('season.drawn-up', { ...drawn, total: yuanText(drawn.totalFen) })}
        </p>
      )}
    </Panel>
  )
}

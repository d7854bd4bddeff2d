import { InputNumber } from 'antd'
import { useState } from 'react'
import { ActButton } from '../../../web/kit/acts/act-button.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { ToldRefusal } from '../../../web/kit/api/acts.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'

interface Drawn {
  visits: number
  byLot: number
  byScore: number
}

/** Asks for a list of so many homes to visit. */
export function DrawVisits({
  page,
  refusals,
}: {
  page: Answer<'season.analysis'>
  refusals: readonly ToldRefusal[]
}) {
  const { t } = useWords()
  const [count, setCount] = useState(200)
  const [drawn, setDrawn] = useState<Drawn>()
  return (
    <>
      <p className="quiet">
        {t('visits.lead')} {t('visits.draw-lead', { percent: page.byLotPercent })}
      </p>
      <div className="import-acts">
        <InputNumber
          aria-label={t('visits.count')}
          min={1}
          max={2000}
          precision={0}
          value={count}
          onChange={(value) => setCount(value ?? 1)}
        />
        <ActButton
          kind="visits.draw"
          input={{ season: page.id, count }}
          refusals={refusals}
          confirm
          onDone={(receipt) => setDrawn(receipt.result as Drawn)}
        />
        <AddressLink to={`/visits?season=${page.id}`}>{t('visits.title')}</AddressLink>
      </div>
      {drawn && (
        <p role="status" className="dry-run-facts">
          ✓ {t('visits.drawn', { ...drawn })}
        </p>
      )}
    </>
  )
}

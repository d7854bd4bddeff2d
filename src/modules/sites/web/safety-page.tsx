import { useMemo } from 'react'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import './sites.css'

type Town = Answer<'safety.towns'>['rows'][number]

/** 安全巡查 by town: officers, patrols, hazards; each figure opens what it counts (§5.3, §A.2). */
export function SafetyPage() {
  const { t } = useWords()
  const answer = useAnswer('safety.towns', {})
  const since = answer.data?.since ?? ''
  const columns = useMemo<Column<Town>[]>(() => {
    const figure = (
      key: Exclude<keyof Town, 'town' | 'name'>,
      title: string,
      to: (town: string) => string,
      isBad = false,
    ): Column<Town> => ({
      key,
      title,
      align: 'right',
      render: (row) => (
        <AddressLink to={to(row.town)} className={isBad && row[key] > 0 ? 'site-bad' : undefined}>
          <Count of={row[key]} />
        </AddressLink>
      ),
    })
    const villages = (search: string) => (town: string) => `/safety/villages?town=${town}${search}`
    const hazards = (state: string) => (town: string) => `/matters?kind=hazard&state=${state}&town=${town}`
    return [
      { key: 'name', title: 'safety.town' },
      figure('villages', 'safety.villages.count', villages('')),
      figure('noFirm', 'safety.no-firm', villages('&missing=firm'), true),
      figure('noVillage', 'safety.no-village', villages('&missing=village'), true),
      figure('firmBehind', 'safety.behind-firm', villages('&behind=firm'), true),
      figure('villageBehind', 'safety.behind-village', villages('&behind=village'), true),
      figure('patrols', 'safety.patrols-week', (town) => `/safety/patrols?town=${town}&since=${since}`),
      figure('open', 'safety.hazards.open', hazards('open')),
      figure('overdue', 'safety.hazards.overdue', hazards('overdue'), true),
      figure('toRecheck', 'safety.hazards.recheck', hazards('to-recheck')),
    ]
  }, [since])
  return (
    <Answered answer={answer}>
      {({ rows, firmEvery, villageEvery }) => (
        <PageFrame
          title={t('safety.title')}
          lead={t('safety.lead', { firm: String(firmEvery), village: String(villageEvery) })}
          actions={
            <>
              <AddressLink to="/safety/villages">{t('safety.villages')}</AddressLink>{' '}
              <AddressLink to="/safety/patrols">{t('patrols.title')}</AddressLink>
            </>
          }
        >
          <RowTable
            rows={rows}
            rowKey={({ town }) => town}
            columns={columns}
            empty={<Empty>{t('safety.empty')}</Empty>}
          />
        </PageFrame>
      )}
    </Answered>
  )
}

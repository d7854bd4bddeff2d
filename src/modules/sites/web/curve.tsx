import type { EChartsCoreOption } from 'echarts/core'
import { useMemo } from 'react'
import type { Answer } from '../../../web/kit/api/names.ts'
import { Chart } from '../../../web/kit/chart/chart.tsx'
import { useIsNarrow } from '../../../web/kit/frame/use-is-narrow.ts'
import { type Speech, useWords } from '../../../web/kit/language/use-words.ts'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { paper } from '../../../web/kit/theme/colours.ts'

type Page = Answer<'schedule.lot'>

/** Planned against actual, and where this pace leads (§3.2.1). */
export function Curve({ page, whole }: { page: Page; whole: boolean }) {
  const speech = useWords()
  const { t } = speech
  const narrow = useIsNarrow()
  const option = useMemo(() => drawing(page, whole, speech), [page, whole, speech])
  if (page.planned.length === 0 && page.actual.length === 0) return <Empty>{t('schedule.curve.none')}</Empty>
  const last = page.actual.at(-1)?.homes ?? 0
  return (
    <Chart
      option={option}
      height={narrow ? 260 : 320}
      label={`${t('schedule.curve.actual')} ${last} · ${t('schedule.curve.planned')} ${plannedBy(page)}`}
    />
  )
}

const plannedBy = ({ planned, today }: Page): number =>
  planned.filter(({ day }) => day <= today).at(-1)?.homes ?? 0

function drawing(page: Page, whole: boolean, { t }: Speech): EChartsCoreOption {
  const { planned, actual, today, deadline, finish, remaining } = page
  const last = actual.at(-1)?.homes ?? 0
  const drawn = actual.map(({ day, homes }) => [day, homes])
  const forecast = whole && finish !== null && remaining > 0
  return {
    tooltip: { trigger: 'axis' },
    legend: { type: 'scroll' },
    xAxis: { type: 'time' },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      {
        name: t('schedule.curve.planned'),
        type: 'line',
        showSymbol: false,
        lineStyle: { type: 'dashed', width: 1.5, color: paper.series[0] },
        itemStyle: { color: paper.series[0] },
        data: planned.map(({ day, homes }) => [day, homes]),
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: paper.inkQuiet, width: 1 },
          label: { color: paper.inkQuiet, position: 'insideEndTop', formatter: '{b}' },
          data: [
            { name: t('office.today'), xAxis: today },
            { name: t('schedule.curve.deadline'), xAxis: deadline },
          ],
        },
      },
      {
        name: t('schedule.curve.actual'),
        type: 'line',
        step: 'end',
        showSymbol: false,
        lineStyle: { width: 2.5, color: paper.series[2] },
        itemStyle: { color: paper.series[2] },
        data: last > 0 ? [...drawn, [today, last]] : drawn,
      },
      ...(forecast
        ? [
            {
              name: t('schedule.curve.forecast'),
              type: 'line',
              showSymbol: false,
              lineStyle: { type: 'dotted', width: 2, color: paper.series[2] },
              itemStyle: { color: paper.series[2] },
              data: [
                [today, last],
                [finish, last + remaining],
              ],
            },
          ]
        : []),
    ],
  }
}

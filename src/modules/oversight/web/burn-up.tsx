import type { EChartsCoreOption } from 'echarts/core'
import { useMemo } from 'react'
import type { Answer } from '../../../web/kit/api/names.ts'
import { Chart } from '../../../web/kit/chart/chart.tsx'
import { useIsNarrow } from '../../../web/kit/frame/use-is-narrow.ts'
import { type Speech, useWords } from '../../../web/kit/language/use-words.ts'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { paper } from '../../../web/kit/theme/colours.ts'
import { dailyStages } from '../rules/daily.ts'

type Page = Answer<'overview.page'>

/** What has been confirmed, installed and accepted so far, against the pace the milestones ask for (§3.2.1). */
export function BurnUp({ page }: { page: Page }) {
  const speech = useWords()
  const { t } = speech
  const narrow = useIsNarrow()
  const option = useMemo(() => drawing(page, speech), [page, speech])
  if (dailyStages.every((stage) => page.burnUp.done[stage].length === 0))
    return <Empty>{t('overview.burn-up.none')}</Empty>
  return (
    <>
      <p className="quiet overview-lead">{t('overview.burn-up.lead')}</p>
      <Chart option={option} height={narrow ? 260 : 320} label={spoken(page, speech)} />
    </>
  )
}

const colours = { confirmed: paper.series[0], installed: paper.series[2], accepted: paper.series[3] }

function drawing({ burnUp, today }: Page, { t, pick }: Speech): EChartsCoreOption {
  return {
    tooltip: { trigger: 'axis' },
    legend: { type: 'scroll' },
    xAxis: { type: 'time', max: burnUp.schedule.at(-1)?.to ?? today },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      ...dailyStages.map((stage, i) => ({
        name: t(`overview.burn-up.done.${stage}`),
        type: 'line',
        step: 'end',
        showSymbol: false,
        lineStyle: { width: 2.5, color: colours[stage] },
        itemStyle: { color: colours[stage] },
        data: untilToday(burnUp.done[stage], today),
        // The day itself is drawn once.
        ...(i === 0 && {
          markLine: {
            symbol: 'none',
            silent: true,
            label: { formatter: t('office.today'), color: paper.inkQuiet, position: 'insideEndTop' },
            lineStyle: { color: paper.inkQuiet, type: 'solid', width: 1 },
            data: [{ xAxis: today }],
          },
        }),
      })),
      ...burnUp.schedule.map(({ stage, from, to, target, label }) => ({
        name: t('overview.burn-up.schedule', { milestone: pick(label) }),
        type: 'line',
        showSymbol: false,
        lineStyle: { type: 'dashed', width: 1.5, color: colours[stage] },
        itemStyle: { color: colours[stage] },
        data: [
          [from, 0],
          [to, target],
        ],
      })),
    ],
  }
}

/** A line that stops on its last day would look as if it had ended there. */
function untilToday(points: readonly { day: string; homes: number }[], today: string) {
  const last = points.at(-1)
  const drawn = points.map(({ day, homes }) => [day, homes])
  return last && last.day < today ? [...drawn, [today, last.homes]] : drawn
}

function spoken({ burnUp }: Page, { t }: Speech): string {
  return dailyStages
    .map((stage) => `${t(`overview.burn-up.done.${stage}`)} ${burnUp.done[stage].at(-1)?.homes ?? 0}`)
    .join(t('kit.list-comma'))
}

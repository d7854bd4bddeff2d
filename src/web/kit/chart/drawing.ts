import type { Language } from '../../../kernel/words/words.ts'
import { BarChart, FunnelChart, LineChart, ScatterChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { getInstanceByDom, init, registerTheme, use, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { paper } from '../theme/colours.ts'

use([
  BarChart,
  LineChart,
  FunnelChart,
  ScatterChart,
  GridComponent,
  TooltipComponent,
  LegendComponent,
  MarkLineComponent,
  VisualMapComponent,
  AriaComponent,
  CanvasRenderer,
])

const axis = {
  axisLine: { lineStyle: { color: paper.line } },
  axisTick: { show: false },
  axisLabel: { color: paper.inkQuiet },
  splitLine: { lineStyle: { color: paper.lineFaint } },
}

registerTheme('paper', {
  color: paper.series,
  textStyle: { color: paper.ink, fontFamily: paper.fontFamily },
  grid: { left: 8, right: 16, top: 32, bottom: 8, containLabel: true },
  tooltip: {
    backgroundColor: paper.sheet,
    borderColor: paper.line,
    textStyle: { color: paper.ink },
    extraCssText: 'box-shadow: none',
  },
  legend: { textStyle: { color: paper.ink }, top: 0 },
  categoryAxis: { ...axis, splitLine: { show: false } },
  valueAxis: { ...axis, axisLine: { show: false } },
  timeAxis: axis,
  aria: { enabled: true },
})

/** Months and days of a time axis are named in the given language. */
export function drawOn(element: HTMLElement, language: Language): EChartsType {
  return init(element, 'paper', { renderer: 'canvas', locale: language === 'zh' ? 'ZH' : 'EN' })
}

export const chartOn = (element: HTMLElement): EChartsType | undefined => getInstanceByDom(element)

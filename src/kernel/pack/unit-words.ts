import type { Said } from '../words/words.ts'
import type { Measure } from './units.ts'

/** What follows an amount: 60 天, 60 days. */
export const unitWords: Readonly<Record<Measure, Said>> = {
  bit: { zh: '位差异', en: 'bits' },
  COP: { zh: '（能效比）', en: '(COP)' },
  day: { zh: '天', en: 'days' },
  'day of month': { zh: '日', en: 'of the month' },
  digit: { zh: '位', en: 'digits' },
  dwelling: { zh: '宅', en: 'dwellings' },
  factor: { zh: '倍', en: 'times' },
  h: { zh: '小时', en: 'h' },
  hour: { zh: '小时', en: 'h' },
  home: { zh: '户', en: 'homes' },
  'km/h': { zh: '公里/小时', en: 'km/h' },
  kW: { zh: '千瓦', en: 'kW' },
  kWh: { zh: '度', en: 'kWh' },
  m2: { zh: '平方米', en: 'm²' },
  'm²': { zh: '平方米', en: 'm²' },
  metre: { zh: '米', en: 'm' },
  minute: { zh: '分钟', en: 'min' },
  mm: { zh: '毫米', en: 'mm' },
  MPa: { zh: '兆帕', en: 'MPa' },
  photo: { zh: '张', en: 'photographs' },
  premises: { zh: '处', en: 'premises' },
  route: { zh: '种', en: 'routes' },
  month: { zh: '个月', en: 'months' },
  season: { zh: '季', en: 'seasons' },
  unit: { zh: '台', en: 'units' },
  '℃': { zh: '℃', en: '℃' },
}

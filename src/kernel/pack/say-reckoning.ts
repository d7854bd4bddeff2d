import { grouped, yuanText } from '../words/yuan-text.ts'
import type { Said } from '../words/words.ts'
import type { Lacking, Level, ReckonedPart, Reckoning } from './reckon.ts'

/** Hundredths, of money, m² and kWh alike, without decimals where there are none. */
const quantity = (centi: number): string =>
  centi % 100 === 0 ? grouped(String(centi / 100)) : yuanText(centi)

/** A rate in yuan; a part of a fen is written out. */
const rateText = (fen: number): string =>
  Number.isInteger(fen) ? yuanText(fen) : String(Number((fen / 100).toFixed(6)))

const same = (text: string): Said => ({ zh: text, en: text })

export const lackingWords: Readonly<Record<Lacking, Said>> = {
  route: { zh: '本村技术路线没有录入', en: 'the technical route of the village is not entered' },
  hardship: { zh: '是否低保、特困没有录入', en: 'whether the family is in hardship is not entered' },
  area: { zh: '取暖面积没有录入', en: 'the heated area is not entered' },
  'valley-kWh': { zh: '谷段电量没有提供', en: 'the electricity of valley hours was not supplied' },
}

export const levelWords: Readonly<Record<Level, Said>> = {
  central: { zh: '中央', en: 'centre' },
  province: { zh: '省级', en: 'province' },
  city: { zh: '市级', en: 'city' },
  county: { zh: '县级', en: 'county' },
}

/** One subsidy as it was reckoned: the formula with its figures, then what bounded, stepped down or rounded it. */
export interface SaidPart {
  formula: Said
  notes: Said[]
}

/** How an amount came about, in words, part by part. */
export const sayReckoning = ({ parts }: Pick<Reckoning, 'parts'>): SaidPart[] => parts.map(sayPart)

/** The same in one line. */
export function reckoningLine(reckoning: Pick<Reckoning, 'parts'>): Said {
  const several = reckoning.parts.length > 1
  const lines = sayReckoning(reckoning).map(({ formula, notes }, i): Said => {
    const part = reckoning.parts[i]
    const line = (language: 'zh' | 'en') =>
      [
        several && part ? `${part.label[language]} ${formula[language]}` : formula[language],
        ...notes.map((note) => note[language]),
        ...(several && part ? [`= ¥${yuanText(part.amountFen)}`] : []),
      ].join(' ')
    return { zh: line('zh'), en: line('en') }
  })
  return { zh: lines.map(({ zh }) => zh).join('；'), en: lines.map(({ en }) => en).join('; ') }
}

function sayPart(part: ReckonedPart): SaidPart {
  if (part.lacking) {
    const { zh, en } = lackingWords[part.lacking]
    return { formula: { zh: `${zh}，暂不能计算`, en: `cannot be reckoned yet: ${en}` }, notes: [] }
  }
  return { formula: formulaOf(part), notes: [...countedNotes(part), ...amountNotes(part)] }
}

function formulaOf(part: ReckonedPart): Said {
  const { of, step, products } = part
  if (step) {
    const sum = `¥${yuanText(step.amountFen)}`
    const from = quantityOf(part, step.fromCenti)
    return {
      zh: `${quantityOf(part, part.countedCenti).zh}，达到 ${from.zh}：${sum}`,
      en: `${quantityOf(part, part.countedCenti).en}, which reaches ${from.en}: ${sum}`,
    }
  }
  const terms = products.map(({ centi, rate }): Said => {
    if (of === 'home') return same(`¥${rateText(rate)}`)
    if (of === 'price') {
      const price = `¥${yuanText(part.priceFen ?? 0)}`
      return {
        zh: `${price} × ${quantity(centi)} 台 × ${rate}%`,
        en: `${price} × ${quantity(centi)} × ${rate}%`,
      }
    }
    const counted = quantityOf(part, centi)
    return { zh: `${counted.zh} × ¥${rateText(rate)}`, en: `${counted.en} × ¥${rateText(rate)}` }
  })
  if (terms.length === 0) return quantityOf(part, part.countedCenti)
  const sum = (language: 'zh' | 'en') => {
    const all = terms.map((term) => term[language]).join(' + ')
    if (part.over === undefined) return all
    return `${terms.length > 1 ? `(${all})` : all} ÷ ${part.over}`
  }
  return { zh: sum('zh'), en: sum('en') }
}

function quantityOf({ of }: ReckonedPart, centi: number): Said {
  switch (of) {
    case 'home':
      return { zh: '1 户', en: '1 home' }
    case 'unit':
    case 'price':
      return { zh: `${quantity(centi)} 台`, en: `${quantity(centi)} units` }
    case 'm2':
      return { zh: `${Number(centi) / 100} 平方米`, en: `${Number(centi) / 100} m²` }
    case 'kWh':
      return { zh: `${yuanText(centi)} 度`, en: `${yuanText(centi)} kWh` }
    case 'valley-kWh':
      return { zh: `谷段 ${yuanText(centi)} 度`, en: `${yuanText(centi)} kWh in valley hours` }
  }
}

/** What of the quantity does not count. */
function countedNotes(part: ReckonedPart): Said[] {
  const { of, centi, aboveCenti, mostCenti } = part
  const notes: Said[] = []
  const plain = of === 'valley-kWh' ? { ...part, of: 'kWh' as const } : part
  const have = quantityOf(plain, centi)
  if (aboveCenti !== undefined) {
    const above = quantityOf(plain, aboveCenti)
    notes.push({
      zh: `（共 ${have.zh}，超过 ${above.zh}的部分）`,
      en: `(of ${have.en}, what is above ${above.en})`,
    })
  }
  if (mostCenti === undefined || centi - (aboveCenti ?? 0) <= mostCenti) return notes
  if (of === 'unit' || of === 'price')
    notes.push({
      zh: `（装 ${quantity(centi)} 台，补 ${quantity(mostCenti)} 台）`,
      en: `(${quantity(centi)} installed, ${quantity(mostCenti)} subsidised)`,
    })
  else if (of === 'm2')
    notes.push({
      zh: `（${have.zh}，封顶 ${quantity(mostCenti)} 平方米）`,
      en: `(${have.en}, at most ${quantity(mostCenti)} count)`,
    })
  else
    notes.push({
      zh: `（用了 ${yuanText(centi)} 度，封顶 ${quantity(mostCenti)} 度）`,
      en: `(${yuanText(centi)} kWh used, at most ${quantity(mostCenti)} count)`,
    })
  return notes
}

function amountNotes({
  season,
  priceFen,
  isUpToPrice,
  isCapped,
  capFen,
  isRounded,
  rounding,
}: ReckonedPart): Said[] {
  const notes: Said[] = []
  if (season) {
    const { nth, most, percent } = season
    if (most !== undefined && nth > most)
      notes.push({ zh: `（第 ${nth} 季，只补 ${most} 季）`, en: `(season ${nth}; ${most} are subsidised)` })
    else if (percent !== undefined)
      notes.push({ zh: `× ${percent}%（第 ${nth} 季）`, en: `× ${percent}% (season ${nth})` })
  }
  if (isUpToPrice)
    notes.push({
      zh: `（超过中标价，按中标价 ¥${yuanText(priceFen ?? 0)}）`,
      en: `(more than the contract price; ¥${yuanText(priceFen ?? 0)} counts)`,
    })
  if (isCapped)
    notes.push({ zh: `封顶 ¥${yuanText(capFen ?? 0)}`, en: `capped at ¥${yuanText(capFen ?? 0)}` })
  if (isRounded) notes.push(roundingNote(rounding))
  return notes
}

function roundingNote({ toFen, how }: ReckonedPart['rounding']): Said {
  const [zh, en] = toFen === 1 ? ['分', 'fen'] : toFen === 10 ? ['角', 'jiao'] : ['元', 'yuan']
  return how === 'down'
    ? { zh: `（不足一${zh}的舍去）`, en: `(rounded down to the ${en})` }
    : { zh: `（四舍五入到${zh}）`, en: `(rounded to the nearest ${en})` }
}

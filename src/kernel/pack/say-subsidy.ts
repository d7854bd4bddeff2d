import type { Day } from '../dates/day.ts'
import type { Said } from '../words/words.ts'
import type { Operand } from './condition.ts'
import { hasParameter, type Pack, parameter } from './pack.ts'
import type { Level } from './reckon.ts'
import { levelWords } from './say-reckoning.ts'
import type { Subsidy } from './schema.ts'
import { figuresOf } from './subsidies.ts'

/** One term of a subsidy: what it says, and the parameter that says how much, with its value today. */
export interface Term {
  said: Said
  figure: { name: string; label: Said; unit: string; value: Operand | null; isAssumed: boolean } | null
}

const multiplied: Readonly<Record<Subsidy['of'], Said>> = {
  home: { zh: '按户计', en: 'by the home' },
  unit: { zh: '按验收台数计', en: 'by the machine accepted' },
  price: { zh: '按中标价的比例计', en: 'by a share of the contract price' },
  m2: { zh: '按面积计', en: 'by the area' },
  kWh: { zh: '按取暖季电量计', en: 'by the electricity of the season' },
  'valley-kWh': { zh: '只按谷段电量计', en: 'by the electricity of valley hours alone' },
}

const hardshipWords: Readonly<Record<NonNullable<Subsidy['hardship']>[number], Said>> = {
  'low-income': { zh: '低保', en: 'low income' },
  destitute: { zh: '特困', en: 'destitute' },
  other: { zh: '其他困难', en: 'other hardship' },
}

const roles: Readonly<Record<string, Said>> = {
  rateOf: { zh: '标准', en: 'rate' },
  aboveOf: { zh: '超过的部分才补', en: 'only what is above' },
  mostOf: { zh: '最多计', en: 'counted at most' },
  capOf: { zh: '封顶', en: 'at most' },
  seasonsOf: { zh: '补', en: 'for' },
  bySeasonOf: { zh: '按第几季逐季递减', en: 'by the season of the home' },
}

/** A subsidy in words, term by term, in the order it is worked out. */
export function termsOf(pack: Pack, each: Subsidy, day: Day): Term[] {
  const alone = (zh: string, en: string): Term => ({ said: { zh, en }, figure: null })
  const said = (said: Said): Term => ({ said, figure: null })
  const routes = (each.routes ?? []).map(
    (id) => pack.facts['village.route']?.values?.[id] ?? { zh: id, en: id },
  )
  const hardship = (each.hardship ?? []).map((kind) => hardshipWords[kind])
  const figures = figuresOf(each)
  const told = (of: (first: string) => boolean) =>
    figures
      .filter(({ path }) => of(String(path[0])))
      .map(
        ({ name, path }): Term => ({
          said: roleOf(each, path),
          figure: figureOf(pack, name, day),
        }),
      )
  const rest = each.split?.find(({ percentOf }) => percentOf === undefined)
  const { to = 'fen', how = 'down' } = each.rounding ?? {}
  const unit = { fen: ['分', 'fen'], jiao: ['角', 'jiao'], yuan: ['元', 'yuan'] }[to]
  return [
    ...(each.pays === 'operating' ? [alone('每季一次', 'every season')] : [alone('一次', 'once')]),
    ...(routes.length > 0
      ? [
          alone(
            `只限${routes.map(({ zh }) => zh).join('、')}`,
            `only ${routes.map(({ en }) => en).join(', ')}`,
          ),
        ]
      : []),
    ...(hardship.length > 0
      ? [
          alone(
            `只限${hardship.map(({ zh }) => zh).join('、')}`,
            `only ${hardship.map(({ en }) => en).join(', ')}`,
          ),
        ]
      : []),
    said(multiplied[each.of]),
    ...told((first) => first !== 'split' && first !== 'capOf'),
    ...(each.over === undefined ? [] : [alone(`除以 ${each.over}`, `divided by ${each.over}`)]),
    ...(each.upToPrice ? [alone('不超过中标价', 'never more than the contract asks')] : []),
    ...told((first) => first === 'capOf'),
    how === 'down'
      ? alone(`不足一${unit?.[0]}的舍去`, `rounded down to the ${unit?.[1]}`)
      : alone(`四舍五入到${unit?.[0]}`, `rounded to the nearest ${unit?.[1]}`),
    ...told((first) => first === 'split'),
    ...(rest ? [said(restWords(rest.level, each.split?.length === 1))] : []),
  ]
}

const restWords = (level: Level, isAlone: boolean): Said =>
  isAlone
    ? { zh: `由${levelWords[level].zh}承担`, en: `borne by the ${levelWords[level].en}` }
    : { zh: `其余由${levelWords[level].zh}承担`, en: `the rest from the ${levelWords[level].en}` }

function roleOf(each: Subsidy, path: readonly (string | number)[]): Said {
  const [first, at, last] = path
  const known = roles[String(first)]
  if (known) return known
  if (first === 'split') {
    const level = each.split?.[Number(at)]?.level ?? 'county'
    return { zh: `${levelWords[level].zh}承担`, en: `borne by the ${levelWords[level].en}` }
  }
  const nth = Number(at) + 1
  if (last === 'toOf') return { zh: `第 ${nth} 档到`, en: `tier ${nth} up to` }
  if (last === 'fromOf') return { zh: `第 ${nth} 档达到`, en: `step ${nth} from` }
  return last === 'amountOf'
    ? { zh: `第 ${nth} 档金额`, en: `step ${nth} pays` }
    : { zh: `第 ${nth} 档标准`, en: `tier ${nth} rate` }
}

function figureOf(pack: Pack, name: string, day: Day): Term['figure'] {
  const found = pack.parameters[name]
  if (!found) return null
  const { label, unit, status } = found
  const value = hasParameter(pack, name, day) ? parameter(pack, name, day).value : null
  return { name, label, unit, value, isAssumed: status === 'assumed' }
}

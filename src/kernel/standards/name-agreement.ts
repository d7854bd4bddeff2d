import { align, type Pairing, unitsOf } from './name-alignment.ts'
import { areVariants, composedOf, likenessOf } from './name-characters.ts'
import { compareLatin, type LatinLikeness, spells } from './name-latin.ts'
import { isHan, type ReadName, readName, unreadable } from './name-reading.ts'

/** From the very same name to quite another, the closest first. */
export const nameGrades = [
  'same',
  'variant',
  'sound',
  'slip',
  'one-character',
  'surname',
  'different',
] as const
export type NameGrade = (typeof nameGrades)[number]

/** What explains a difference: how two characters are taken for one another, or what befell the whole name. */
export type NameReason =
  | Exclude<Pairing['how'], 'same'>
  | 'remark'
  | 'described'
  | 'one-of-several'
  | 'contained'
  | 'split'
  | 'pinyin'
  | 'order'
  | 'partial'
  | 'clan'
  | 'illegible'

export interface NameComparison {
  grade: NameGrade
  why: readonly { reason: NameReason; a: string; b: string }[]
  /** The places of the characters that differ, counted in characters of the texts given. */
  where: { a: readonly number[]; b: readonly number[] }
}

export type NameAnswer = 'agrees' | 'correct-record' | 'look' | 'mismatch'

/**
 * What a grade says about two names of one application (§4.4). Corroborated: an ID number or the police household list
 * says that both are one person. Only then is a slip more than something to look at, and another name no mismatch.
 */
export function nameAgreement(grade: NameGrade, corroborated: boolean): NameAnswer {
  switch (grade) {
    case 'same':
      return 'agrees'
    case 'variant':
      return 'correct-record'
    case 'sound':
    case 'slip':
      return corroborated ? 'correct-record' : 'look'
    case 'one-character':
      return 'look'
    case 'surname':
    case 'different':
      return corroborated ? 'look' : 'mismatch'
  }
}

type Graded = Pick<NameComparison, 'grade' | 'why'>

const compoundSurnames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 百里 呼延 东郭 南门 西门 公西 第五'.split(
    ' ',
  ),
)

/** How far two names as they were written agree, and what explains the difference. Sees the names and nothing else. */
export function compareNames(a: string, b: string): NameComparison {
  const graded = gradeTexts(a, b)
  return { ...graded, where: graded.grade === 'same' ? { a: [], b: [] } : differences(a, b) }
}

function gradeTexts(a: string, b: string): Graded {
  const [one, other] = [readName(a), readName(b)]
  if (isIllegible(one.name) || isIllegible(other.name)) return slip('illegible', one.name, other.name)
  const several = [one, other].some(({ people }) => people.length > 1)
  const names = ({ people, name }: ReadName) => (people.length > 1 ? people : [name])
  let best: Graded | undefined
  for (const left of names(one))
    for (const right of names(other)) best = closer(best, gradeNames(left, right))
  if (!best) return slip('illegible', one.name, other.name)
  if (!isFar(best.grade)) {
    if (several) return atBest(best, 'one-of-several', one.whole, other.whole)
    if (one.isRemarked || other.isRemarked) return atBest(best, 'remark', one.whole, other.whole)
    if (one.isDescribed || other.isDescribed) return atBest(best, 'described', one.whole, other.whole)
  } else if (contains(one.whole, other.name) || contains(other.whole, one.name))
    return slip('contained', one.whole, other.whole)
  return best
}

const isFar = (grade: NameGrade): boolean => grade === 'surname' || grade === 'different'
const isIllegible = (name: string): boolean =>
  ![...name].some((c) => /\p{L}/u.test(c) && !unreadable.test(c)) ||
  /[\u00A0-\u00B6\u00B8-\u00BF]|锟斤|烫烫/u.test(name)
const slip = (reason: NameReason, a: string, b: string): Graded => ({
  grade: 'slip',
  why: [{ reason, a, b }],
})
const closer = (best: Graded | undefined, next: Graded): Graded =>
  best && nameGrades.indexOf(best.grade) <= nameGrades.indexOf(next.grade) ? best : next
/** What stands beside a name takes its certainty away, however alike the names are. */
const atBest = (graded: Graded, reason: NameReason, a: string, b: string): Graded => ({
  grade: graded.grade === 'one-character' ? 'one-character' : 'slip',
  why: [...graded.why, { reason, a, b }],
})
const contains = (whole: string, name: string): boolean =>
  [...name].length >= 2 && whole.includes(name.replace(/·/gu, ''))

function gradeNames(a: string, b: string): Graded {
  const [one, other] = [a.replace(/[·\s]/gu, '').toLowerCase(), b.replace(/[·\s]/gu, '').toLowerCase()]
  const isMasked = [...one, ...other].some((c) => unreadable.test(c) && !(c === 'x' && !isHan(one)))
  if (one === other && (!isMasked || !/\p{Script=Han}/u.test(one))) return { grade: 'same', why: [] }
  const [hasHan, otherHasHan] = [one, other].map((name) => /\p{Script=Han}/u.test(name))
  if (!hasHan && !otherHasHan) return latinGrades[compareLatin(a, b)](a, b)
  if (!hasHan || !otherHasHan) {
    const [letters, characters] = hasHan ? [b, one] : [a, other]
    const isSpelled = spells(letters, [...characters].filter(isHan))
    return isSpelled ? slip('pinyin', a, b) : { grade: 'different', why: [] }
  }
  return closer(gradeDotted(a, b), gradeSplit(one, other))
}

const latinGrades: Readonly<Record<LatinLikeness, (a: string, b: string) => Graded>> = {
  same: () => ({ grade: 'variant', why: [] }),
  order: (a, b) => slip('order', a, b),
  letters: (a, b) => slip('letters', a, b),
  part: (a, b) => slip('partial', a, b),
  surname: () => ({ grade: 'surname', why: [] }),
  different: () => ({ grade: 'different', why: [] }),
}

/** Names of several parts: the first is one's own, the next one's father's, which brothers share. */
function gradeDotted(a: string, b: string): Graded {
  const [parts, others] = [a.split('·'), b.split('·')]
  if (parts.length === 1 && others.length === 1) return gradeUnits(unitsOf(a), unitsOf(b))
  if (parts.length > 1 && others.length > 1) {
    const graded = parts
      .slice(0, others.length)
      .map((part, at) => gradeUnits(unitsOf(part), unitsOf(others[at] ?? '')))
    const [first, ...rest] = graded
    if (!first || isFar(first.grade))
      return rest.some(({ grade }) => !isFar(grade))
        ? { grade: 'surname', why: first?.why ?? [] }
        : { grade: 'different', why: first?.why ?? [] }
    const worst = graded.reduce((far, next) => (closer(far, next) === far ? next : far))
    const why = graded.flatMap((part) => part.why)
    if (isFar(worst.grade)) return { grade: 'one-character', why }
    if (parts.length !== others.length) return { grade: 'slip', why: [...why, { reason: 'partial', a, b }] }
    return { grade: worst.grade, why }
  }
  const [dotted, whole] = parts.length > 1 ? [parts, b] : [others, a]
  const graded = gradeUnits(unitsOf(a), unitsOf(b))
  const own = gradeUnits(unitsOf(dotted[0] ?? ''), unitsOf(whole))
  return isFar(graded.grade) && !isFar(own.grade) ? slip('partial', a, b) : graded
}

/** One character read as two, or two as one: 木子 for 李. */
function gradeSplit(a: string, b: string): Graded {
  const far: Graded = { grade: 'different', why: [] }
  const joined = (name: string): { name: string; pair: string }[] =>
    [...name].slice(1).flatMap((character, at) => {
      const pair = ([...name][at] ?? '') + character
      const whole = composedOf(pair)
      return whole
        ? [{ name: [...name].slice(0, at).join('') + whole + [...name].slice(at + 2).join(''), pair }]
        : []
    })
  const tries = [
    ...joined(a).map(({ name, pair }) => ({ left: name, right: b, pair })),
    ...joined(b).map(({ name, pair }) => ({ left: a, right: name, pair })),
  ]
  return tries.reduce<Graded>((best, { left, right, pair }) => {
    const graded = gradeUnits(unitsOf(left), unitsOf(right))
    if (isFar(graded.grade) || graded.grade === 'one-character') return best
    return closer(best, {
      grade: 'slip',
      why: [...graded.why, { reason: 'split', a: pair, b: composedOf(pair) ?? '' }],
    })
  }, far)
}

const weak: ReadonlySet<string> = new Set(['radical', 'key', 'rare'])

function gradeUnits(a: readonly string[], b: readonly string[]): Graded {
  const [one, other] = [a.join(''), b.join('')]
  const pairings = align(a, b)
  const odd = pairings.filter(({ how }) => how !== 'same')
  const why = odd.map(({ how, a: left, b: right }) => ({ reason: how as NameReason, a: left, b: right }))
  const count = (test: (how: Pairing['how']) => boolean) => pairings.filter(({ how }) => test(how)).length
  const most = Math.max(a.length, b.length)
  const kept = count((how) => how === 'same' || how === 'variant')
  const [gaps, unlike] = [count((how) => how === 'missing'), count((how) => how === 'unlike')]
  const alike = pairings.length - kept - gaps - unlike
  if (gaps === 0 && unlike === 0) {
    if (odd.every(({ how }) => how === 'variant'))
      return { grade: odd.length === 0 ? 'same' : 'variant', why }
    if (odd.every(({ how }) => how === 'sound' || how === 'near-sound' || how === 'variant'))
      return { grade: 'sound', why }
    if (odd.length === 1 && odd.some(({ how }) => weak.has(how))) return { grade: 'one-character', why }
    return { grade: 'slip', why }
  }
  if (isRearranged(a, b)) return slip('order', one, other)
  if (one.endsWith('氏') || other.endsWith('氏')) {
    const [clan, name] = one.endsWith('氏') ? [one, other] : [other, one]
    if ([...clan.slice(0, -1)].some((surname) => areVariants(surname, [...name][0] ?? '')))
      return slip('clan', one, other)
  }
  if (unlike === 0 && gaps === 1 && kept >= 1) return { grade: 'slip', why }
  if (
    unlike === 0 &&
    most >= 2 &&
    (a.every((unit) => b.includes(unit)) || b.every((unit) => a.includes(unit)))
  )
    return slip('contained', one, other)
  if (unlike === 1 && gaps === 0 && most >= 3 && kept >= 1 && kept + alike >= most - 1)
    return { grade: 'one-character', why }
  if (most >= 5 && (kept + 0.9 * alike) / most >= 0.6) return { grade: 'slip', why }
  return { grade: isSameSurname(one, other) ? 'surname' : 'different', why }
}

const isRearranged = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.length > 1 && [...a].sort().join('') === [...b].sort().join('')

function isSameSurname(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) =>
    compoundSurnames.has(name.slice(0, 2)) ? name.slice(0, 2) : name.slice(0, 1),
  )
  if (one === undefined || other === undefined || one.length !== other.length) return false
  return [...one].every((character, at) => {
    const likeness = likenessOf(character, other.charAt(at))
    return likeness !== 'unlike' && !weak.has(likeness)
  })
}

/** The characters outside the longest text both have in common. */
function differences(a: string, b: string): NameComparison['where'] {
  const [one, other] = [[...a], [...b]]
  const length: number[][] = Array.from({ length: one.length + 1 }, () =>
    new Array<number>(other.length + 1).fill(0),
  )
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--) {
      const row = length[i]
      if (row) row[j] = isOne(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const where = { a: [] as number[], b: [] as number[] }
  for (let [i, j] = [0, 0]; i < one.length || j < other.length; )
    if (i < one.length && j < other.length && isOne(i, j)) [i, j] = [i + 1, j + 1]
    else if (j >= other.length || (i < one.length && at(i + 1, j) >= at(i, j + 1))) where.a.push(i++)
    else where.b.push(j++)
  return where

  function isOne(i: number, j: number): boolean {
    return one[i]?.normalize('NFKC').toLowerCase() === other[j]?.normalize('NFKC').toLowerCase()
  }
}

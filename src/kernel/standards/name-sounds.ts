import { pinyin } from 'pinyin-pro'

const known = new Map<string, readonly string[]>()

/** Every reading of a character without its tone, ü as v; none where no dictionary has it. */
export function readingsOf(character: string): readonly string[] {
  const kept = known.get(character)
  if (kept) return kept
  const read = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })
  // As a surname a character may be read as nowhere else (查 zha, 员 yun).
  const asSurname = pinyin(character, { toneType: 'none', type: 'array', mode: 'surname', v: true })
  const readings = [...new Set([...read, ...asSurname].map((syllable) => syllable.toLowerCase()))]
  const plain = readings.filter((syllable) => /^[a-z]+$/.test(syllable))
  known.set(character, plain)
  return plain
}

export const soundSame = (a: string, b: string): boolean =>
  readingsOf(a).some((reading) => readingsOf(b).includes(reading))

/** One is easily heard as the other, in ordinary Mandarin or in Shandong. */
export const soundNear = (a: string, b: string): boolean =>
  readingsOf(a).some((one) => readingsOf(b).some((other) => syllablesNear(one, other)))

/** One key beside the right one, one left out or too many, or two in the wrong order. */
export const keyedNear = (a: string, b: string): boolean =>
  readingsOf(a).some((one) => readingsOf(b).some((other) => oneKeyOff(one, other)))

const pairs = (text: string): ReadonlySet<string> =>
  new Set(
    text.split(' ').flatMap((pair) => {
      const [one = '', other = ''] = pair.split('-')
      return [`${one}-${other}`, `${other}-${one}`]
    }),
  )

// Flat and curled tongue, n and l, f and h, r and y, and breathed or not; a nought is no initial at all.
const nearInitials = pairs(
  'z-zh c-ch s-sh zh-j ch-q sh-x z-j c-q s-x n-l l-r r-0 f-h b-p d-t g-k j-q zh-ch z-c q-x c-s ch-sh g-h k-h h-0 p-m b-m',
)
// -n and -ng, the medials that speech drops, and the vowels of the peninsula.
const nearFinals = pairs(
  'an-ang en-eng in-ing ian-iang uan-uang un-ong en-un eng-ong ing-eng in-en in-eng en-ing ing-iong o-uo o-e uo-e ei-ui ' +
    'ai-ei e-ei e-ai u-v ou-u ie-ve ve-iao uo-ao ian-van in-vn un-vn iao-ao ia-a ian-an iang-ang iu-ou ong-iong ua-a ' +
    'uan-an uang-ang uai-ai i-v i-ei i-ie e-ie ve-uo iu-u iu-iao ing-vn vn-iong a-uo a-o ang-ong',
)

function syllablesNear(one: string, other: string): boolean {
  const [a, b] = [heard(one), heard(other)]
  return (
    (a.initial === b.initial || nearInitials.has(`${a.initial}-${b.initial}`)) &&
    (a.final === b.final || nearFinals.has(`${a.final}-${b.final}`))
  )
}

const withoutInitial: Readonly<Record<string, string>> = {
  you: 'iu',
  yue: 've',
  yuan: 'van',
  yun: 'vn',
  yu: 'v',
  yin: 'in',
  ying: 'ing',
  yi: 'i',
  wu: 'u',
  wei: 'ui',
  wen: 'un',
}

function heard(syllable: string): { initial: string; final: string } {
  const whole = withoutInitial[syllable]
  if (whole) return { initial: '0', final: whole }
  if (syllable.startsWith('y')) return { initial: '0', final: `i${syllable.slice(1)}` }
  if (syllable.startsWith('w')) return { initial: '0', final: `u${syllable.slice(1)}` }
  const initial = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcs])/.exec(syllable)?.[0] ?? ''
  const final = syllable.slice(initial.length)
  return { initial: initial || '0', final: /^[jqx]$/.test(initial) ? final.replace(/^u/, 'v') : final }
}

const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const keyPlaces = new Map(
  keyRows.flatMap((row, y) => [...row].map((key, x) => [key, { x: x + y / 2, y }] as const)),
)

function keysBeside(one: string, other: string): boolean {
  const [a, b] = [keyPlaces.get(one), keyPlaces.get(other)]
  return a !== undefined && b !== undefined && Math.abs(a.x - b.x) <= 1 && Math.abs(a.y - b.y) <= 1
}

function oneKeyOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  const [a = '', b = ''] = [short.slice(at), long.slice(at)]
  if (a.slice(1) === b.slice(1)) return keysBeside(a.charAt(0), b.charAt(0))
  return a.charAt(0) === b.charAt(1) && a.charAt(1) === b.charAt(0) && a.slice(2) === b.slice(2)
}

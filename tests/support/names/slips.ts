import { confusablePairs } from './confusable-pairs.ts'
import { type Draw, misheard, nameOf, type Person, pick, soundGroups, traditional } from './invent-names.ts'

/** How one name is written elsewhere, by kind of slip; undefined where this name cannot be so. */
type Slip = (draw: Draw, person: Person) => string | undefined

const swaps = (pairs: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const map = new Map<string, string[]>()
  for (const pair of pairs) {
    const [one = '', other = ''] = [...pair]
    if (one === other) continue
    map.set(one, [...(map.get(one) ?? []), other])
    map.set(other, [...(map.get(other) ?? []), one])
  }
  return map
}
const looks = swaps(confusablePairs)
const sounds = new Map(
  soundGroups.flatMap((group) => group.map((c) => [c, group.filter((other) => other !== c)] as const)),
)
const heard = swaps(misheard)
const older = new Map(traditional.map((pair) => [pair.charAt(0), [pair.charAt(1)]] as const))

/** Replaces one character that has something to be replaced by; the given name three times as often as the surname. */
function replaced(draw: Draw, name: string, by: ReadonlyMap<string, readonly string[]>): string | undefined {
  const characters = [...name]
  const places = characters.flatMap((c, at) => (by.get(c)?.length ? (at === 0 ? [at] : [at, at, at]) : []))
  if (places.length === 0) return undefined
  const at = pick(draw, places)
  characters[at] = pick(draw, by.get(characters[at] ?? '') ?? [])
  return characters.join('')
}

const at = (draw: Draw, name: string, change: (c: string, all: readonly string[], at: number) => string) => {
  const characters = [...name]
  const place = 1 + Math.floor(draw() * (characters.length - 1))
  return characters.map((c, i) => (i === place ? change(c, characters, i) : c)).join('')
}

const splits: Readonly<Record<string, string>> = {
  李: '木子', 张: '弓长', 明: '日月', 林: '木木', 好: '女子', 朋: '月月', 胡: '古月', 杨: '木易', 许: '讠午', 陈: '阝东',
  刘: '文刂', 林林: '', 吕: '口口', 章: '立早', 志: '士心', 思: '田心', 孟: '子皿', 孝: '耂子', 昌: '日日', 琳: '王林', 炎: '火火',
  玲: '王令', 英: '艹央', 芳: '艹方', 松: '木公', 柏: '木白', 桂: '木圭', 梅: '木每', 秋: '禾火', 和: '禾口', 岩: '山石', 鹏: '朋鸟',
  伟: '亻韦', 信: '亻言', 仁: '亻二', 峰: '山夆', 妍: '女开', 婷: '女亭', 娟: '女肙', 琴: '珏今', 程: '禾呈', 徐: '彳余',
} // prettier-ignore

export const passing: Readonly<Record<string, Slip>> = {
  spacing: (draw, person) => {
    const name = nameOf(person)
    return pick(draw, [
      [...name].join(' '),
      `${name}　`,
      `${name}\u200B`,
      [...name].join('　'),
      `\uFEFF${name}`,
    ])
  },
  remark: (draw, person) =>
    nameOf(person) + pick(draw, ['（户主）', '(已故)', '（亡）', '(本人)', '户主', '【户主】']),
  numeral: (draw, person) =>
    `${1 + Math.floor(draw() * 300)}${pick(draw, ['.', '、', ' '])}${nameOf(person)}`,
  traditional: (draw, person) => replaced(draw, nameOf(person), older),
}

export const slips: Readonly<Record<string, Slip>> = {
  sound: (draw, person) => replaced(draw, nameOf(person), sounds),
  misheard: (draw, person) => replaced(draw, nameOf(person), heard),
  look: (draw, person) => replaced(draw, nameOf(person), looks),
  masked: (draw, person) => {
    const mark = pick(draw, ['*', '＊', 'X', 'x', '□', '?', '？', '某', '○', '\uFFFD', '\uE123', '＿', '〇'])
    return at(draw, nameOf(person), () => mark)
  },
  'masked-whole': (draw, { surname, given }) =>
    surname + pick(draw, ['某', '某某', '**', '*', given.length > 1 ? 'XX' : 'X']),
  dropped: (draw, person) =>
    [...nameOf(person)].length > 2 ? at(draw, nameOf(person), () => '') : undefined,
  doubled: (draw, person) => at(draw, nameOf(person), (c) => c + c),
  added: (draw, person) => at(draw, nameOf(person), (c) => c + pick(draw, ['家', '的', '一', '小', '文'])),
  swapped: (draw, { surname, given }) => {
    const characters = [...given]
    if (characters.length === 2 && draw() < 0.7) return surname + characters.reverse().join('')
    return given + surname
  },
  split: (_draw, person) => {
    const characters = [...nameOf(person)]
    const place = characters.findIndex((c) => splits[c])
    if (place < 0) return undefined
    return characters.map((c, i) => (i === place ? splits[c] : c)).join('')
  },
  described: (draw, person) => {
    const characters = [...nameOf(person)]
    const place = characters.findIndex((c, i) => i > 0 && splits[c])
    const parts = [...(splits[characters[place] ?? ''] ?? '')]
    if (parts.length !== 2) return undefined
    const said = pick(draw, [
      `（左${parts[0]}右${parts[1]}）`,
      `(${parts[0]}+${parts[1]})`,
      `（${parts[0]}${parts[1]}）`,
    ])
    return characters.map((c, i) => (i === place ? said : c)).join('')
  },
  letters: (draw, person) =>
    at(draw, nameOf(person), () => pick(draw, ['yu', 'LI', 'wei', 'zh', 'jq', 'xuan'])),
  relation: (draw, person) =>
    nameOf(person) + pick(draw, ['（代）', '（妻）', '2', '(曾用名)', '（小）', '（子）']),
  joint: (draw, person) =>
    nameOf(person) + pick(draw, ['、', '，', '/', ',']) + pick(draw, ['王秀英', '李国强', '张芳']),
}

/** Two slips in one name, of those that leave it as long as it was. */
export function twice(draw: Draw, person: Person): string | undefined {
  const kinds = ['sound', 'misheard', 'look', 'traditional'] as const
  const once = (name: string) => {
    const kind = pick(draw, kinds)
    const slip = kind === 'traditional' ? passing.traditional : slips[kind]
    return slip?.(draw, { surname: name.charAt(0), given: name.slice(1) })
  }
  const first = once(nameOf(person))
  const second = first === undefined ? undefined : once(first)
  return second === nameOf(person) ? undefined : second
}

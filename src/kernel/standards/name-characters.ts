import tables from './data/characters.json' with { type: 'json' }
import { keyedNear, readingsOf, soundNear, soundSame } from './name-sounds.ts'

/**
 * What makes two characters of a name confusable. `radical`, `key` and `rare` are weak: they excuse a slip, but show no
 * more than that.
 */
export type Likeness =
  | 'same'
  | 'variant'
  | 'sound'
  | 'near-sound'
  | 'glyph'
  | 'part'
  | 'radical'
  | 'key'
  | 'rare'
  | 'unlike'

/** A part that more characters share is a radical, which says little about their looks. */
const mostSharing = 60

// Older and Japanese forms the open tables lack. What the standard list of 2013 gave back to names as characters of
// their own (喆, 堃, 甯) is none of them: those sound alike, and somebody looks.
const oldForms =
  '昇升 陞升 迺乃 甦苏 邨村 淩凌 勠戮 祕秘 皙晰 晳晰 絜洁 菓果 秌秋 烖灾 珎珍 勳勋 勛勋 峯峰 羣群 嶽岳 崑昆 崙仑 淨净 恆恒 眞真 靑青 啓启 晧皓 ' +
  '皡皞 暎映 欵款 豔艳 艷艳 栢柏 樑梁 槑梅 桒桑 枬楠 柟楠 栁柳 慤悫 悳德 徳德 惪德 恵惠 竒奇 竝并 竚伫 筍笋 箇个 籐藤 綉绣 綵彩 綫线 缐线 翺翱 聡聪 聦聪 脩修 翶翱 華华 荘庄 蒐搜 ' +
  '蓆席 虗虚 衞卫 覇霸 譌讹 讌宴 賛赞 贑赣 跡迹 蹟迹 軆体 逥回 週周 遊游 郷乡 鄕乡 醻酬 鉅巨 鍊炼 鎗枪 鑑鉴 鑒鉴 閑闲 閒闲 闗关 関关 阯址 隣邻 雝雍 霛灵 霊灵 頴颖 顔颜 顕显 飈飙 飜翻 騐验 ' +
  '驩欢 髙高 鬪斗 鷄鸡 鶏鸡 麐麟 黒黑 龝秋 龜龟 亀龟 兎兔 冨富 寳宝 寶宝 寕宁 寜宁 廹迫 彦彥 挙举 拡扩 斉齐 斎斋 晩晚 曽曾 栄荣 桜樱 楽乐 歓欢 沢泽 浄净 涙泪 渋涩 済济 滝泷 満满 澤泽 濱滨 浜滨 ' +
  '渊渕 淵渊 瑠琉 璢琉 畄留 畱留 疎疏 発发 県县 竜龙 経经 絵绘 続续 継继 総总 緑绿 縁缘 繊纤 薬药 虎虝 虵蛇 裏里 裡里 読读 豊丰 辺边 遅迟 郞郎 鋭锐 録录 鎭镇 鎮镇 雑杂 頼赖 ' +
  '駆驱 騒骚 鮮鲜 鹸碱 塩盐 塚冢 増增 壱壹 壽寿 夀寿 変变 姉姊 姙妊 姪侄 媿愧 嫺娴 嫻娴 孃娘 冲沖 况況 减減 凉涼 决決 〇零 弍二 弎三 弌一 貳贰 陸陆'

interface Tables {
  plain: ReadonlyMap<string, readonly string[]>
  alike: ReadonlyMap<string, ReadonlySet<string>>
  parts: ReadonlyMap<string, readonly string[]>
  whole: ReadonlyMap<string, string>
  /** In how many characters a part is found. */
  sharing: ReadonlyMap<string, number>
}

let loaded: Tables | undefined
const loadedTables = (): Tables => (loaded ??= load())

const entriesOf = (lines: readonly string[]) =>
  lines.flatMap((line) => line.split(' ')).map((entry) => [...entry])

function load(): Tables {
  const plain = new Map<string, string[]>()
  for (const [from = '', ...to] of [...entriesOf(tables.variants), ...entriesOf([oldForms])])
    plain.set(from, [...(plain.get(from) ?? []), ...to])
  const alike = new Map<string, Set<string>>()
  const near = (one: string, other: string) =>
    (alike.get(one) ?? alike.set(one, new Set()).get(one))?.add(other)
  for (const [one = '', ...others] of entriesOf(tables.lookAlikes))
    for (const other of others) {
      near(one, other)
      near(other, one)
    }
  const parts = new Map<string, string[]>()
  const whole = new Map<string, string>()
  const sharing = new Map<string, number>()
  for (const [character = '', ...of] of entriesOf(tables.parts)) {
    const own = of.map(asCharacter)
    parts.set(character, own)
    // The plain characters come first, so that 木子 is 李 and nothing rarer.
    if (!whole.has(own.join(''))) whole.set(own.join(''), character)
    for (const part of new Set(own)) sharing.set(part, (sharing.get(part) ?? 0) + 1)
  }
  return { plain, alike, parts, whole, sharing }
}

const radicals = new Map(
  '亻人 氵水 扌手 忄心 钅金 釒金 讠言 訁言 纟糸 糹糸 丝糸 艹草 ⺮竹 王玉 犭犬 饣食 飠食 衤衣 礻示 刂刀 灬火 牜牛 ⻊足 丬爿 彳行 罒网'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
)
const asCharacter = (part: string): string => radicals.get(part) ?? part

/** The character two parts make when they are read as characters of their own: 木子 is 李. */
export const composedOf = (parts: string): string | undefined =>
  loadedTables().whole.get([...parts].map(asCharacter).join(''))

function plainForms(character: string): readonly string[] {
  const forms = loadedTables().plain.get(character)
  return forms ? [character, ...forms] : [character]
}

const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one))

export const areVariants = (a: string, b: string): boolean => meet(plainForms(a), plainForms(b))

/** The strongest of the ways in which one character is taken for another. */
export function likenessOf(a: string, b: string): Likeness {
  if (a === b) return 'same'
  if (areVariants(a, b)) return 'variant'
  if (soundSame(a, b)) return 'sound'
  if (soundNear(a, b)) return 'near-sound'
  const [forms, others] = [plainForms(a), plainForms(b)]
  const any = (test: (one: string, other: string) => boolean) =>
    forms.some((one) => others.some((other) => test(one, other)))
  const { alike } = loadedTables()
  if (any((one, other) => alike.get(one)?.has(other) ?? false)) return 'glyph'
  if (any((one, other) => sharesPart(one, other, (times) => times <= mostSharing))) return 'part'
  if (any((one, other) => sharesPart(one, other, () => true))) return 'radical'
  if (keyedNear(a, b)) return 'key'
  return isUnheardOf(a) || isUnheardOf(b) ? 'rare' : 'unlike'
}

function sharesPart(a: string, b: string, isTelling: (times: number) => boolean): boolean {
  const { parts, sharing } = loadedTables()
  const [own, others] = [parts.get(a) ?? [], parts.get(b) ?? []]
  if (own.includes(asCharacter(b)) || others.includes(asCharacter(a))) return true
  return own.some((part) => others.includes(part) && isTelling(sharing.get(part) ?? 0))
}

/** So rare that keyboards and fonts lack it: anything may stand in its place. */
const isUnheardOf = (character: string): boolean =>
  readingsOf(character).length === 0 && !loadedTables().parts.has(character)

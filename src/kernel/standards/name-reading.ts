import { composedOf } from './name-characters.ts'

/** A name as it was written somewhere, taken apart: the name itself and what stands beside it. */
export interface ReadName {
  /** The name alone, dots kept, nothing else. */
  name: string
  /** Whole text without spaces, remarks included. */
  whole: string
  /** Where several people are named, each of them. */
  people: readonly string[]
  /** A remark stands beside it that may name somebody else: `（妻）`, `（代）`, `2`. */
  isRemarked: boolean
  /** A character was described, since no keyboard had it: `（左王右韦）`. */
  isDescribed: boolean
}

const han = /\p{Script=Han}/u
export const isHan = (character: string): boolean => han.test(character)
/** Placeholders: masks, unknown characters and the boxes of missing glyphs, private characters included. */
export const unreadable = /[*?×xX□■◻◼▢▯○◯●〇_#~囗\u{FFFD}\u{E000}-\u{F8FF}\u{F0000}-\u{10FFFD}]/u

const radicalForms = new Map(
  '⻢马 ⻓长 ⻔门 ⻛风 ⻜飞 ⻝食 ⻥鱼 ⻦鸟 ⻩黄 ⻰龙 ⻬齐 ⻋车 ⻅见 ⻚页 ⻘青 ⻄西 ⻤鬼 ⻧卤 ⻨麦 ⻮齿 ⻳龟 ⺟母 ⺠民 ⺒巳 ⻁虎 ⻉贝 ⻌辶 ⻙韦 ⻟饣 ⻣骨'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
)
// Said of the bearer himself, so the name is whole without it.
const ofBearer =
  /^(户主|本人|户|已故|亡|已亡|故|殁|已殁|去世|已去世|死亡|已死亡|亡故|病故|过世|已过世|男|女|先生|女士|同志|低保|低保户|五保|五保户|特困|残疾|党员|贫困户|脱贫户|军属|烈属|汉|汉族|回族|满族|\d+)$/u
const label =
  /^(?:户主姓名|户主|户名|姓名|用电户名|用户名称|用户名|用户|客户|产权人|所有权人|权利人|使用权人|申请人)[::]\s*/u

/** Takes apart a name as a register, a deed or a meter has it. */
export function readName(text: string): ReadName {
  const plain = [...text.replace(/&#(x?)([0-9a-f]{2,6});/giu, decoded).normalize('NFKC')]
    .map((character) => radicalForms.get(character) ?? character)
    .join('')
    .replace(
      /[\u00AD\u034F\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\u{E0000}-\u{E0FFF}]/gu,
      '',
    )
    .replace(/[\u0000-\u001F\u007F-\u009F\s]+/gu, ' ')
    .replace(/[•‧・∙⋅･⸱．.●˙∘◦▪。]/gu, '·')
    .replace(/[〔【[{〈《「『＜<]/gu, '(')
    .replace(/[〕】\]}〉》」』＞>]/gu, ')')
    .trim()
  const joined = han.test(plain) ? plain.replace(/ /gu, '') : plain
  const bare = joined
    .replace(label, '')
    .replace(/^\(?\d{1,4}\)?[·、,:)-]*(?=\p{L})/u, '')
    .replace(/^(?:户主|已故)(?=\p{Script=Han}{2})/u, '')
  return takeApart(bare)
}

const decoded = (_all: string, hex: string, digits: string): string => {
  const code = Number.parseInt(digits, hex ? 16 : 10)
  return code > 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

function takeApart(text: string): ReadName {
  let isRemarked = false
  let isDescribed = false
  const described = text
    .replace(/[⿰-⿻](.)(.)/gu, (_all, one: string, other: string) => described2(one + other))
    .replace(/\(?左(.)右(.)\)?|\(?上(.)下(.)\)?|\(?(.)\+(.)\)?/gu, (_all, ...found: (string | undefined)[]) =>
      described2(found.slice(0, 6).join('')),
    )
  const withoutRemarks = described.replace(
    /\(([^()]*)\)?/gu,
    (_all, inside: string, at: number, whole: string) => {
      if (ofBearer.test(inside)) return ''
      const before = whole.slice(0, at).length
      const composed = [...inside].length === 2 ? composedOf(inside) : undefined
      const isWithin = at + inside.length + 2 < whole.length
      if (composed && (isWithin || before < 2)) {
        isDescribed = true
        return composed
      }
      isRemarked = true
      return ''
    },
  )
  const people = withoutRemarks
    .split(/[、,，;；/|&\\]/u)
    .map(tidy)
    .filter((name) => name !== '')
  const [first = '', ...others] = people
  return {
    name: first,
    whole: text.replace(/[\s·]/gu, ''),
    people: others.length === 0 ? [] : people,
    isRemarked,
    isDescribed,
  }

  function described2(parts: string): string {
    isDescribed = true
    return composedOf(parts) ?? '□'
  }

  function tidy(name: string): string {
    // An ID or telephone number beside the name says nothing about it; one digit tells namesakes apart.
    const withoutNumber = name.replace(/\d{6,}[xX]?$/u, '')
    const numbered = withoutNumber.replace(/\d{1,5}号?$/u, '')
    if (numbered !== withoutNumber) isRemarked = true
    return numbered
      .replace(/(?<=\p{Script=Han}{2})(?:户主|本人|已故|已去世|去世|先生|女士|同志)$/u, '')
      .replace(/(?<=^\p{Script=Han})(?:先生|女士|师傅|大爷|大娘|大妈|同志|老师)$/u, '**')
      .replace(/某/gu, '*')
      .replace(/·+/gu, '·')
      .replace(/^[·:!'"-]+|[·:!'"-]+$/gu, '')
      .trim()
  }
}

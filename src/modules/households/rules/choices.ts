import { withoutSpacing } from '../../../kernel/standards/plain-text.ts'

/**
 * How the field writes its choices, by the code they are kept under: the first word is the one of the template's
 * drop-down, the others are what lists from elsewhere say.
 */
export const choiceWords = {
  sex: { male: ['男'], female: ['女'] },
  titleKind: {
    certificate: ['房产证', '不动产权证', '不动产证', '房屋所有权证', '产权证'],
    homestead: ['宅基地证', '宅基地使用证', '宅基证', '土地证', '集体土地使用证'],
    'village-proof': ['村证明', '村委证明', '村居证明', '村委会证明', '证明'],
  },
  dwellingKind: {
    'self-built': ['自建住宅', '自建房', '自建', '住宅', '平房'],
    'commercial-estate': ['商品房', '商品住宅', '商住小区'],
    business: ['经营性用房', '经营用房', '商业用房', '门市', '门头房', '商铺'],
    collective: ['集体用房', '集体房屋', '村集体用房', '公用房'],
    illegal: ['违法建筑', '违章建筑', '违建'],
  },
  hardship: {
    none: ['否', '无', '一般户', '普通户'],
    'low-income': ['低保', '低保户'],
    destitute: ['特困', '特困户', '五保', '五保户'],
    other: ['其他困难', '低收入', '低收入户', '边缘户', '易返贫户'],
  },
  formerHeating: {
    'coal-stove': ['燃煤炉', '散煤', '煤炉', '燃煤', '煤', '土暖气', '蜂窝煤'],
    'coal-kang': ['火炕', '煤炕', '土炕'],
    firewood: ['柴草', '柴火', '秸秆', '木柴'],
    electric: ['电', '空调', '电暖', '电暖气', '电热毯'],
    gas: ['气', '燃气', '天然气', '液化气', '壁挂炉'],
    central: ['集中供热', '集中供暖', '暖气'],
    none: ['无', '不取暖'],
  },
  line: {
    heating: ['清洁取暖', '取暖改造', '煤改电', '电代煤'],
    building: ['建筑能效提升', '建筑节能改造', '节能改造', '能效提升'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>

export type ChoiceField = keyof typeof choiceWords

const yes = new Set(['是', '有', '已', '同意', '愿意', '√', '✓', '对', 'Y', 'YES', 'TRUE', '1'])
const no = new Set(['否', '无', '没有', '未', '不', '不是', '不同意', '不愿意', '×', 'N', 'NO', 'FALSE', '0'])

/** A yes or no as people write it; undefined where it is neither. */
export function readYesNo(text: string): boolean | undefined {
  const plain = withoutSpacing(text).toUpperCase()
  if (yes.has(plain)) return true
  return no.has(plain) ? false : undefined
}

const codes = Object.fromEntries(
  Object.entries(choiceWords).map(([field, choices]) => [
    field,
    new Map(
      Object.entries<readonly string[]>(choices).flatMap(([code, words]) =>
        words.map((word): [string, string] => [word, code]),
      ),
    ),
  ]),
) as unknown as Record<ChoiceField, ReadonlyMap<string, string>>

/** The code of a choice as people write it; undefined where it is none of the list. */
export function readChoice<F extends ChoiceField>(
  field: F,
  text: string,
): (keyof (typeof choiceWords)[F] & string) | undefined {
  const found = codes[field].get(withoutSpacing(text))
  return found as (keyof (typeof choiceWords)[F] & string) | undefined
}

/** The words of the template's drop-down. */
export const dropDown = (field: ChoiceField): string[] =>
  Object.values(choiceWords[field]).map((words) => (words as readonly string[])[0] ?? '')

export const wordOfChoice = (field: ChoiceField, code: string): string =>
  (choiceWords[field] as Record<string, readonly string[]>)[code]?.[0] ?? code

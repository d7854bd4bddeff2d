import { filled } from '../../../kernel/sheets/sheet-problem.ts'
import type { NameReason } from '../../../kernel/standards/name-agreement.ts'
import { nameGradeWords, nameReasonWords } from '../../../kernel/standards/name-words.ts'
import type { Said } from '../../../kernel/words/words.ts'
import type { NameCheck } from '../rules/names.ts'

/** What is said of one character beside another; of two people's names it would say nothing. */
const ofCharacters: ReadonlySet<NameReason> = new Set<NameReason>([
  'variant',
  'sound',
  'near-sound',
  'glyph',
  'part',
  'radical',
  'key',
  'rare',
  'unlike',
  'missing',
])

/** What explains that two names differ, each reason once; that two are simply different their grade says. */
export const sayReasons = ({ grade, why }: NameCheck): Said[] => {
  const isOther = grade === 'different' || grade === 'surname'
  const told = why.filter(({ reason }) => !(isOther && ofCharacters.has(reason)))
  const said = told.map(({ reason, a, b }) => filled(nameReasonWords[reason], { a, b }))
  return said.filter(({ zh }, at) => said.findIndex((other) => other.zh === zh) === at)
}

const others: Readonly<Record<NameCheck['field'], Said>> = {
  titleOwner: { zh: '房产所有人', en: 'the title owner' },
  accountHolder: { zh: '用电户名', en: 'the account holder' },
  registeredHolder: { zh: '供电公司登记户名', en: 'the holder in the grid company’s register' },
}

/** The next step where two names are near but not the same. */
export function sayLook(check: NameCheck): Said {
  const [grade, other, reasons] = [nameGradeWords[check.grade], others[check.field], sayReasons(check)]
  const because = (language: 'zh' | 'en', comma: string) =>
    reasons.length === 0 ? '' : `${comma}${reasons.map((reason) => reason[language]).join(comma)}`
  return {
    zh: `户主“${check.householder}”与${other.zh}“${check.other}”${grade.zh}${because('zh', '，')}。请对照身份证核对是否同一人：是同一人的，更正写错的姓名，或凭材料核实；不是的，核实为否。`,
    en: `Householder ${check.householder} and ${other.en} ${check.other}: ${grade.en.toLowerCase()}${because('en', '; ')}. Look at the ID card: for one person, correct the name that is wrong or settle it with a document; otherwise settle it as no.`,
  }
}

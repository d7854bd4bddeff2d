import { filled } from '../../../kernel/sheets/sheet-problem.ts'
import { nameGradeWords, nameReasonWords } from '../../../kernel/standards/name-words.ts'
import type { Said } from '../../../kernel/words/words.ts'
import type { NameCheck } from '../rules/names.ts'

/** What explains that two names differ, each reason once. */
export const sayReasons = ({ why }: NameCheck): Said[] => {
  const said = why.map(({ reason, a, b }) => filled(nameReasonWords[reason], { a, b }))
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

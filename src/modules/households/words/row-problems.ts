import {
  accountNumberWords,
  bankCardWords,
  idNumberWords,
  telephoneWords,
} from '../../../kernel/standards/words.ts'
import { filled } from '../../../kernel/sheets/sheet-problem.ts'
import type { Said } from '../../../kernel/words/words.ts'
import type { RowProblem, RowProblemCode } from '../rules/row.ts'

type OwnCode = Exclude<RowProblemCode, `${string}.${string}`>

/** What a row of the register is told: what is wrong and what to do next. */
const sentences: Record<OwnCode, Said> = {
  blank: {
    zh: '未填写。可以导入，甄别时会显示为“待核”，请尽快补充。',
    en: 'Left blank. It can be imported and will wait for this fact; add it soon.',
  },
  'column-absent': {
    zh: '没有“{{label}}”列，各户这一项按未填写登记，甄别时会显示为“待核”。有这一列而没认出的，请在上面指明；没有的，请尽快补充。',
    en: 'There is no column “{{label}}”: every home is entered without it and will wait for this fact. Where the sheet has it under another name, say so above; otherwise add it soon.',
  },
  'blank-householder': { zh: '户主姓名未填，请补填。', en: 'The householder is missing. Fill it in.' },
  'not-name': {
    zh: '“{{text}}”不是姓名（像是公式、网址或纯数字符号）。请改填证件上的姓名。',
    en: '“{{text}}” is no name but a formula, a web address, or signs and figures. Enter the name on the document.',
  },
  'too-long': {
    zh: '内容超过 {{longest}} 个字，请精简。',
    en: 'Longer than {{longest}} characters. Shorten it.',
  },
  'not-in-list': {
    zh: '“{{text}}”不在选项中，请从下拉列表中选择。',
    en: '“{{text}}” is not one of the choices. Choose from the list.',
  },
  'not-yes-no': { zh: '“{{text}}”应填“是”或“否”。', en: '“{{text}}” should be 是 (yes) or 否 (no).' },
  'not-number': {
    zh: '“{{text}}”不是数字，请只填数值。',
    en: '“{{text}}” is not a number. Enter the figure only.',
  },
  'wrong-unit': {
    zh: '“{{text}}”的单位是“{{unit}}”，这一列按“{{wanted}}”填写。请换算后填写。',
    en: '“{{text}}” is in “{{unit}}”; this column is in “{{wanted}}”. Convert it.',
  },
  'line-area-blank': {
    zh: '{{line}}按{{unit}}计，未填建筑面积，不计入完成量，请补填。',
    en: '{{lineEn}} is counted in {{unitEn}}: without the building area nothing is counted. Fill it in.',
  },
  'line-area-implausible': {
    zh: '{{line}}每户的建筑面积应在 {{least}} 到 {{most}} {{unit}}之间，填的是 {{area}} {{unit}}。请核对数值和单位（如填成了亩或整栋楼）。',
    en: '{{lineEn}}: the building area of one home is between {{least}} and {{most}} {{unitEn}}, and {{area}} {{unitEn}} is given. Check figure and unit: it may be in mu, or of the whole block.',
  },
  'out-of-range': {
    zh: '数值应在 {{least}} 到 {{most}} 之间，请核对。',
    en: 'The figure should be between {{least}} and {{most}}. Check it.',
  },
  'not-yuan': {
    zh: '“{{text}}”不是金额，请按元填写，最多两位小数。',
    en: '“{{text}}” is not an amount. Enter yuan with two decimals at most.',
  },
  'digits-lost': {
    zh: '表格软件把长号码当成了数值，末尾几位已丢失。请把该列设为“文本”后重新填写。',
    en: 'The spreadsheet took the long number for a quantity and lost its last digits. Format the column as text and enter it again.',
  },
  'became-day': {
    zh: '表格软件把这一格变成了日期 {{text}}。请核对，并把该列设为“文本”后重新填写。',
    en: 'A spreadsheet turned this cell into the day {{text}}. Check it, format the column as text and enter it again.',
  },
  'ends-in-zeros': {
    zh: '号码末尾全是 0，可能是表格软件按数值缩短后丢失了末几位。请对照原件核对；有误的把该列设为“文本”后重新填写。',
    en: 'The number ends in nothing but zeros: a spreadsheet may have lost its last digits. Check it against the document; where it is wrong, format the column as text and enter it again.',
  },
  'broken-cell': {
    zh: '单元格是公式，文件里没有存下结果，或结果是错误值。请用 Excel 或 WPS 打开、保存后再上传；仍是错误值的，请改填实际内容。',
    en: 'The cell is a formula whose result the file does not hold, or an error. Open the file in Excel or WPS, save it and upload again; if it still shows an error, enter the value itself.',
  },
  'sex-differs': {
    zh: '性别与身份证号第 17 位所示不一致，请对照证件核对性别和身份证号。',
    en: 'The sex differs from what digit 17 of the ID number says. Check both against the card.',
  },
  'names-look': {
    zh: '“{{text}}”与户主姓名相近但不相同，甄别时会请人核对是否同一人。如属笔误，请更正。',
    en: '“{{text}}” is near the householder’s name but not the same; somebody will have to look at it. Correct it if it is a slip.',
  },
  'names-variant': {
    zh: '“{{text}}”与户主姓名是同名异写，按一致处理。请按身份证写法更正。',
    en: '“{{text}}” is the householder’s name written otherwise, and counts as the same. Correct it to the form on the ID card.',
  },
  'names-differ': {
    zh: '与户主姓名不一致，甄别时会显示为不符合。如属填写有误，请更正。',
    en: 'Not the householder’s name, which screening will refuse. Correct it if it is a slip.',
  },
  'title-short': {
    zh: '证号“{{text}}”过短，无法用来比对重复，请对照证件核对。',
    en: '“{{text}}” is too short to be compared with other titles. Check it against the document.',
  },
  'area-exceeds': {
    zh: '取暖面积大于建筑面积，请核对。',
    en: 'The heated area exceeds the building’s. Check it.',
  },
  'no-village': {
    zh: '未填村居，请从下拉列表中选择。',
    en: 'The village is missing. Choose it from the list.',
  },
  'unknown-village': {
    zh: '本次填报范围内没有“{{text}}”，请从下拉列表中选择村居。',
    en: 'There is no “{{text}}” in the area this list is for. Choose the village from the list.',
  },
  'other-town': {
    zh: '“{{text}}”不在本次填报范围内，请核对镇街，或由该镇街另行上报。',
    en: '“{{text}}” is not in the area this list is for. Check the town, or let that town send its own list.',
  },
  'town-needed': {
    zh: '有同名村居，请填写镇街。',
    en: 'More than one village has this name. Fill in the town.',
  },
  'repeated-in-file': {
    zh: '与《{{sheet}}》第 {{row}} 行相同。可以导入，但重复的申请不能确户，请核对。',
    en: 'The same as row {{row}} of “{{sheet}}”. It can be imported, but duplicates cannot be confirmed. Check it.',
  },
  'in-register': {
    zh: '台账中已有相同的申请。可以导入，但重复的申请不能确户，请核对。',
    en: 'The register has an application with the same number. It can be imported, but duplicates cannot be confirmed.',
  },
}

/** A title that is entered and yet leaves open whether another home has it too. */
/** The number of an account differs in one digit from the householder's own in the register. */
export const accountMayBeMistyped: Said = {
  zh: '户号可能抄错：供电公司档案里没有这个号，但有户主名下只差一位数字的户号。请对照电费单更正户号；确是另一块电表的，请供电公司更新档案。',
  en: "The account number may be mistyped: it is not in the power company's register, which has one in the householder's name that differs in a single digit. Compare with the bill and correct it; if it is another meter, the company renews its register.",
}

export const sayTitleTooShort = (titleNumber: string): Said =>
  filled(
    {
      zh: '已登记的证号“{{titleNumber}}”过短，无法与其他户比对。请对照证件更正后再重新甄别。',
      en: 'The title number entered, “{{titleNumber}}”, is too short to be compared. Correct it from the document, then screen again.',
    },
    { titleNumber },
  )

const standards = {
  'id-number': idNumberWords,
  telephone: telephoneWords,
  account: accountNumberWords,
  card: bankCardWords,
} as const satisfies Record<string, Record<string, Said>>

export function sayRowProblem({ code, values }: Pick<RowProblem, 'code' | 'values'>): Said {
  const [standard, problem] = code.split('.')
  const words: Said | undefined = problem
    ? (standards[standard as keyof typeof standards] as Record<string, Said>)[problem]
    : sentences[code as OwnCode]
  if (!words) throw new Error(`No words for the row problem '${code}'`)
  return filled(words, values ?? {})
}

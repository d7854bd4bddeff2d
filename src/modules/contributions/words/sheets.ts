import type { Words } from '../../../kernel/words/words.ts'

/** What is wrong in a town's sheet of receipts, row by row. */
export const sheetWords = {
  'contribution.sheet.no-name': { zh: '没有填户主。', en: 'The householder is missing.' },
  'contribution.sheet.id-number': {
    zh: '身份证号不对。请对照证件更正；被表格软件改成数字的，把该列设为文本再粘贴。',
    en: 'The ID number is wrong. Correct it from the card; if the spreadsheet made it a number, format the column as text and paste it again.',
  },
  'contribution.sheet.no-home': {
    zh: '认不出是哪一户。请填身份证号，或者填村居和登记序号。',
    en: 'Nobody can tell which home it is. Give the ID number, or the village and the number in its register.',
  },
  'contribution.sheet.number': {
    zh: '收据号应为 1 至 8 位数字。',
    en: 'A receipt number is one to eight digits.',
  },
  'contribution.sheet.amount': {
    zh: '金额应为大于零的数（最多两位小数）。',
    en: 'The amount is more than nothing, with at most two decimals.',
  },
  'contribution.sheet.day': {
    zh: '日期应为年-月-日，且不晚于今天。',
    en: 'The date is year-month-day, and not after today.',
  },
  'contribution.sheet.way': {
    zh: '方式只能填“现金”“转账”“扫码”。',
    en: 'The way is 现金 (cash), 转账 (transfer) or 扫码 (scan).',
  },
  'contribution.sheet.twice': {
    zh: '同一收据号在第 {{first}} 行已出现。请只保留一行。',
    en: 'This receipt number is in row {{first}} already. Keep one row.',
  },
  'contribution.sheet.unknown-home': {
    zh: '本镇街的确户台账里没有这一户。请核对身份证号，或村居和登记序号。',
    en: 'The town’s register has no such home. Check the ID number, or the village and its number.',
  },
  'contribution.sheet.several-homes': {
    zh: '有 {{homes}} 户用这个身份证号。请改填村居和登记序号。',
    en: '{{homes}} homes have this ID number. Give the village and its number instead.',
  },
  'contribution.sheet.other-name': {
    zh: '户主与台账不一致。请核对是否填错了户。',
    en: 'The name is not the register’s. Check that this is the right home.',
  },
  'contribution.sheet.not-confirmed': {
    zh: '这一户还没有确户，不能收自筹款。',
    en: 'This home is not confirmed yet; nothing may be collected from it.',
  },
  'contribution.sheet.used': {
    zh: '收据号 {{number}} 已经登记过。请核对收据。',
    en: 'Receipt {{number}} is recorded already. Check the receipt.',
  },
  'contribution.sheet.beyond-due': {
    zh: '超过应收：这一户还差 {{left}} 元。请核对金额。',
    en: 'More than is due: ¥{{left}} is open for this home. Check the amount.',
  },
} satisfies Words

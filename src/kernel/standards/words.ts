import type { AccountNumberProblem } from './account-number.ts'
import type { BankCardProblem } from './bank-card.ts'
import type { CreditCodeProblem } from './credit-code.ts'
import type { IdNumberProblem } from './id-number.ts'
import type { TelephoneProblem } from './telephone.ts'

import type { Said } from '../words/words.ts'

const DIGITS_LOST: Said = {
  zh: '表格软件把长号码当成了数值，末尾几位已丢失。请把该列设为“文本”格式后重新填写原号码。',
  en: 'The spreadsheet took the long number for a quantity and its last digits are gone. Format the column as text and enter the number again.',
}
const BLANK_ID: Said = { zh: '身份证号未填，请补填。', en: 'The ID number is empty. Please fill it in.' }

/** What is wrong with an ID number, and what to do next. */
export const idNumberWords: Record<IdNumberProblem, Said> = {
  blank: BLANK_ID,
  'digits-lost': DIGITS_LOST,
  'wrong-length': {
    zh: '身份证号应为 18 位（旧证 15 位），请对照证件核对是否漏填或多填。',
    en: 'An ID number has 18 characters (15 on old cards). Check it against the card for a missing or extra digit.',
  },
  'wrong-characters': {
    zh: '身份证号只能有数字，末位可以是 X，请对照证件修改。',
    en: 'An ID number has digits only, with a possible X at the end. Correct it from the card.',
  },
  'no-such-region': {
    zh: '身份证号开头的地区代码不存在，请对照证件修改。',
    en: 'The region at the start of the ID number does not exist. Correct it from the card.',
  },
  'no-such-day': {
    zh: '身份证号中的出生日期不存在，请对照证件修改。',
    en: 'The day of birth inside the ID number does not exist. Correct it from the card.',
  },
  'not-yet-born': {
    zh: '身份证号中的出生日期还没有到，请对照证件核对出生年月日。',
    en: 'The day of birth inside the ID number has not come yet. Check year, month and day against the card.',
  },
  'born-too-long-ago': {
    zh: '身份证号中的出生日期在一百三十年以前，请对照证件核对出生年份。',
    en: 'The day of birth inside the ID number is over 130 years ago. Check the year against the card.',
  },
  'wrong-check-digit': {
    zh: '身份证号校验位不符，多半有一位填错，请对照证件逐位核对。',
    en: 'The check digit does not fit, so a digit is probably wrong. Compare it with the card digit by digit.',
  },
}

/** What is wrong with a telephone number, and what to do next. */
export const telephoneWords: Record<TelephoneProblem, Said> = {
  blank: { zh: '电话未填，请补填。', en: 'The telephone is empty. Please fill it in.' },
  'digits-lost': DIGITS_LOST,
  'wrong-characters': {
    zh: '电话中有不是数字的内容，一格只填一个号码，说明请写在备注。',
    en: 'The telephone holds something other than digits. Enter one number per cell and put remarks in the remarks column.',
  },
  'wrong-length': {
    zh: '电话位数不对：手机为 11 位，座机请带区号，如 0535-2212345。',
    en: 'The telephone has the wrong length: a mobile has 11 digits, a landline needs its area code, as 0535-2212345.',
  },
  'area-code-missing': {
    zh: '座机缺区号，请补上，如 0535-2212345。',
    en: 'The landline lacks its area code. Add it, as 0535-2212345.',
  },
}

/** What is wrong with an electricity account number, and what to do next. */
export const accountNumberWords: Record<AccountNumberProblem, Said> = {
  blank: {
    zh: '用电户号未填，请对照电费单补填。',
    en: 'The account number is empty. Copy it from the electricity bill.',
  },
  'digits-lost': DIGITS_LOST,
  'wrong-characters': {
    zh: '用电户号只能是数字，请对照电费单修改。',
    en: 'An account number has digits only. Correct it from the electricity bill.',
  },
  'leading-zero-missing': {
    zh: '用电户号少一位，可能是开头的 0 被表格软件去掉了。请把该列设为“文本”格式，对照电费单补全。',
    en: 'The account number is one digit short; the spreadsheet may have dropped a leading 0. Format the column as text and complete it from the bill.',
  },
  'wrong-length': {
    zh: '用电户号应为 13 位（旧户号 10 位），请对照电费单核对。注意不要填成电表编号。',
    en: 'An account number has 13 digits (10 on older bills). Check it against the bill, and that it is not the meter number.',
  },
}

/** What is wrong with a bank card or account, and what to do next. */
export const bankCardWords: Record<BankCardProblem | 'fails-luhn', Said> = {
  blank: { zh: '收款账号未填，请补填。', en: 'The receiving account is empty. Please fill it in.' },
  'digits-lost': DIGITS_LOST,
  'wrong-characters': {
    zh: '收款账号只能是数字，请对照卡或存折修改。',
    en: 'A receiving account has digits only. Correct it from the card or passbook.',
  },
  'wrong-length': {
    zh: '收款账号位数不对，应为 12 至 30 位，请对照卡或存折核对。',
    en: 'The receiving account has the wrong length; it has 12 to 30 digits. Check it against the card or passbook.',
  },
  'fails-luhn': {
    zh: '卡号校验不符，可能填错一位或两位颠倒。请对照银行卡逐位核对；确为存折、社保卡账号的不用改。',
    en: 'The card number fails its check: a digit may be wrong, or two changed places. Compare it with the card digit by digit; leave it if it is a passbook or social-security account.',
  },
}

/** What is wrong with a unified social credit code, and what to do next. */
export const creditCodeWords: Record<CreditCodeProblem, Said> = {
  blank: {
    zh: '统一社会信用代码未填，请对照营业执照补填。',
    en: 'The credit code is empty. Copy it from the business licence.',
  },
  'digits-lost': DIGITS_LOST,
  'wrong-length': {
    zh: '统一社会信用代码应为 18 位，请对照营业执照核对。',
    en: 'A credit code has 18 characters. Check it against the business licence.',
  },
  'letter-not-used': {
    zh: '统一社会信用代码不使用字母 I、O、S、V、Z，可能把数字 1、0、5、2 填成了字母，请对照营业执照修改。',
    en: 'A credit code never uses I, O, S, V or Z; a digit 1, 0, 5 or 2 may have been typed as a letter. Correct it from the licence.',
  },
  'wrong-characters': {
    zh: '统一社会信用代码只能有数字和大写字母，请对照营业执照修改。',
    en: 'A credit code has digits and capital letters only. Correct it from the business licence.',
  },
  'wrong-check-character': {
    zh: '统一社会信用代码校验位不符，多半有一位填错，请对照营业执照逐位核对。',
    en: 'The check character does not fit, so a character is probably wrong. Compare it with the licence one by one.',
  },
}

import type { Words } from '../../../kernel/words/words.ts'

/** What is wrong in a workbook, cell by cell: said on the screen and written into the marked workbook. */
export const sheetWords = {
  'usage.mangled': {
    zh: '户号被表格软件改成了数字并丢失了位数。请把该列设为文本，重新粘贴原户号。',
    en: 'The spreadsheet turned this account number into a number and lost digits. Format the column as text and paste it again.',
  },
  'usage.account': {
    zh: '户号“{{text}}”不是 10 位或 13 位数字。请对照营销系统更正。',
    en: 'The account number “{{text}}” is not 10 or 13 digits. Correct it from the billing system.',
  },
  'usage.reading-missing': {
    zh: '没有填示数。请填写表码；确无读数的户请删去该行。',
    en: 'The reading is missing. Enter it; take the row out where there is none.',
  },
  'usage.reading': {
    zh: '示数“{{text}}”不是数字（最多两位小数）。请填写表码。',
    en: 'The reading “{{text}}” is not a number with at most two decimals. Enter what the meter shows.',
  },
  'usage.backwards': {
    zh: '截止示数小于起始示数。换过表的，请按两块表的电量之和折算后填写；否则请核对两次示数。',
    en: 'The last reading is below the first. For a replaced meter enter readings that span the sum of both; otherwise check the two.',
  },
  'usage.valley': {
    zh: '谷段电量“{{text}}”大于用电量。请核对三个数。',
    en: 'The quantity of valley hours, “{{text}}”, is more than was used. Check the figures.',
  },
  'usage.difference': {
    zh: '用电量“{{text}}”与两次示数之差不符。请核对三个数。',
    en: 'The quantity “{{text}}” is not the difference of the readings. Check the three figures.',
  },
  'usage.twice': {
    zh: '同一户号在第 {{first}} 行已出现。请只保留一行。',
    en: 'This account number is in row {{first}} already. Keep one row.',
  },
  'usage.unknown-account': {
    zh: '台账里没有用这个户号的改造户，这一行不导入。确属改造户的，请镇街先更正台账中的户号。',
    en: 'No home of the register has this account, so the row is left out. If it is a converted home, have the town correct the register first.',
  },
  'usage.shared-account': {
    zh: '台账里有 {{homes}} 户用同一户号，无法确定是哪一户，这一行不导入。请镇街核实后更正。',
    en: '{{homes}} homes of the register share this account, so nobody can tell whose it is and the row is left out. The town settles it.',
  },
  'usage.other-name': {
    zh: '户名“{{text}}”与台账不一致（台账户主{{householder}}）。请核对户号是否填错；确属同一户的可以导入。',
    en: 'The name “{{text}}” is not the register’s (householder {{householder}}). Check the account number; if it is the same home, import it.',
  },
  'usage.read-before': {
    zh: '这一户本季已有读数。要更正的，请镇街先退回它的明细；其余请删去该行。',
    en: 'This home has its reading for the season. To correct it, have its statement sent back first; otherwise take the row out.',
  },
  'receipt.no-reference': { zh: '缺少支付编号。', en: 'The payment reference is missing.' },
  'receipt.amount': {
    zh: '金额不是数字（最多两位小数）。',
    en: 'The amount is not a number with at most two decimals.',
  },
  'receipt.result': {
    zh: '结果只能填“成功”或“失败”。',
    en: 'The result is 成功 (paid) or 失败 (failed).',
  },
  'receipt.no-reason': { zh: '失败的请写明原因。', en: 'Say why the payment failed.' },
  'receipt.row-twice': {
    zh: '支付编号“{{reference}}”与第 {{first}} 行重复，内容相同，只计一次。',
    en: 'The reference “{{reference}}” stands in row {{first}} already and says the same; it counts once.',
  },
  'receipt.contradiction': {
    zh: '支付编号“{{reference}}”在第 {{first}} 行有不同的结果、金额、户号或户名。请核对后只留一行。',
    en: 'The reference “{{reference}}” has another result, amount, account or name in row {{first}}. Keep the right one.',
  },
  'receipt.unknown-reference': {
    zh: '支付编号“{{reference}}”不在这个批次里。请核对是否选对了批次。',
    en: 'The reference “{{reference}}” is not of this batch. Check that this is the right batch.',
  },
  'receipt.other-amount': {
    zh: '“{{reference}}”的金额与发放清单不符。请向付款单位核实实付金额。',
    en: 'The amount of “{{reference}}” is not the one of the batch. Ask the payer what was really paid.',
  },
  'receipt.elsewhere': {
    zh: '“{{reference}}”的户号或户名与发放清单不符。请向付款单位核实钱付给了谁。',
    en: 'The account or name of “{{reference}}” is not the one of the batch. Ask the payer whom the money went to.',
  },
  'receipt.other-result': {
    zh: '“{{reference}}”与先前回执的结果相反。请向付款单位核实。',
    en: '“{{reference}}” contradicts an earlier receipt. Ask the payer.',
  },
} satisfies Words

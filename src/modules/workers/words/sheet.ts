import type { Words } from '../../../kernel/words/words.ts'

/** What is wrong in a real-name register, cell by cell: said on the screen and written into the marked workbook. */
export const sheetWords = {
  'workers.name': {
    zh: '没有填姓名。请按身份证填写。',
    en: 'The name is missing. Enter it as on the identity card.',
  },
  'workers.mangled': {
    zh: '身份证号被表格软件改成了数字并丢失了位数。请把该列设为文本，重新填写。',
    en: 'The spreadsheet turned the ID number into a number and lost digits. Format the column as text and enter it again.',
  },
  'workers.id-number': {
    zh: '身份证号不正确。请对照身份证更正。',
    en: 'The ID number is not a valid one. Correct it from the card.',
  },
  'workers.twice': {
    zh: '同一身份证号在第 {{first}} 行已出现。请只保留一行。',
    en: 'This ID number is in row {{first}} already. Keep one row.',
  },
  'workers.telephone': {
    zh: '电话“{{text}}”不正确。请填 11 位手机号，或带区号的座机。',
    en: 'The telephone “{{text}}” is not one. Enter a mobile of 11 digits or a landline with its area code.',
  },
  'workers.trade': {
    zh: '工种“{{text}}”不在下拉项中。请选：{{trades}}。',
    en: 'The trade “{{text}}” is not one of the list: {{trades}}.',
  },
  'workers.day': {
    zh: '日期“{{text}}”不正确。请填成 2023-05-01 这样的日期。',
    en: 'The day “{{text}}” is not one. Enter it like 2023-05-01.',
  },
  'workers.known': {
    zh: '此人已在本单位实名册中，这一行不再登记。',
    en: 'This person is on your register already; the row is passed over.',
  },
  'workers.elsewhere': {
    zh: '此人在其他单位的实名册中，尚未离职。请本人在原单位办理离职后再登记。',
    en: 'This person is on another firm’s register. They must leave there first.',
  },
} satisfies Words

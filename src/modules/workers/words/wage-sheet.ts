import type { Words } from '../../../kernel/words/words.ts'

/** What is wrong in a pay list, cell by cell. */
export const wageSheetWords = {
  'wage-sheet.id-number': {
    zh: '身份证号不正确。请对照身份证更正，或留空按姓名认人。',
    en: 'The ID number is not a valid one. Correct it, or leave it blank to go by the name.',
  },
  'wage-sheet.nobody': {
    zh: '这个月的考勤里没有“{{name}}”。请先登记实名和考勤，或改正姓名。',
    en: 'Nobody called “{{name}}” was on site this month. Register them and their days first, or correct the name.',
  },
  'wage-sheet.namesakes': {
    zh: '这个月有 {{count}} 人叫“{{name}}”。请填身份证号。',
    en: '{{count}} people called “{{name}}” were on site this month. Enter the ID number.',
  },
  'wage-sheet.other-name': {
    zh: '这个身份证号登记的姓名是“{{registered}}”，表里是“{{name}}”。请核对。',
    en: 'This ID number is registered as “{{registered}}”, the list says “{{name}}”. Check which is right.',
  },
  'wage-sheet.no-amount': {
    zh: '“{{name}}”没有填实发金额，这一行不登记。',
    en: 'No amount for “{{name}}”; the row is passed over.',
  },
  'wage-sheet.amount': {
    zh: '金额“{{text}}”不正确。请填元，最多两位小数。',
    en: 'The amount “{{text}}” is not one. Enter yuan with at most two decimals.',
  },
  'wage-sheet.paid': {
    zh: '“{{name}}”这个月的工资已在 {{day}} 登记，这一行不再登记。',
    en: '“{{name}}” was paid for this month on {{day}}; the row is passed over.',
  },
  'wage-sheet.twice': {
    zh: '“{{name}}”在第 {{first}} 行已出现。请只保留一行。',
    en: '“{{name}}” is in row {{first}} already. Keep one row.',
  },
} satisfies Words

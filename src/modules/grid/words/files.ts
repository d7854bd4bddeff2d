import type { Words } from '../../../kernel/words/words.ts'

/** What is wrong in a file of readings or temperatures, cell by cell. */
export const fileWords = {
  'readings.mangled': {
    zh: '户号被表格软件改成了数字并丢失了位数。请把该列设为文本，重新粘贴原户号。',
    en: 'The spreadsheet turned this account number into a number and lost digits. Format the column as text and paste it again.',
  },
  'readings.account': {
    zh: '户号“{{text}}”不是 10 位或 13 位数字。请对照营销系统更正。',
    en: 'The account number “{{text}}” is not 10 or 13 digits. Correct it from the billing system.',
  },
  'readings.time': {
    zh: '“{{text}}”不是日期或时刻，应如 2023-11-15 或 2023-11-15 00:00。',
    en: '“{{text}}” is no day or moment such as 2023-11-15 or 2023-11-15 00:00.',
  },
  'readings.outside': {
    zh: '“{{text}}”不在本季可用的日期内（{{from}} 至 {{to}}）。请核对年份，或选对取暖季。',
    en: '“{{text}}” is outside of what counts for this season ({{from}} to {{to}}). Check the year, or choose the right season.',
  },
  'readings.kwh': {
    zh: '示数“{{text}}”不是电表示数。请填写表上的累计数；没有读数的请删去该行。',
    en: 'The figure “{{text}}” is no register reading. Enter what the meter shows; take the row out where there is none.',
  },
  'readings.kind': {
    zh: '类型“{{text}}”应为实抄、估抄、起度或止度。',
    en: 'The kind “{{text}}” is not 实抄 (read), 估抄 (estimated), 起度 (initial) or 止度 (final).',
  },
  'readings.unknown-account': {
    zh: '台账里没有用户号“{{account}}”的改造户，它的 {{rows}} 个示数不导入。确属改造户的，请镇街先更正台账。',
    en: 'No home of the register has the account “{{account}}”; its {{rows}} readings are left out. If it is a converted home, have the town correct the register first.',
  },
  'readings.shared-account': {
    zh: '台账里有 {{homes}} 户用户号“{{account}}”，无法确定是哪一户，它的 {{rows}} 个示数不导入。请镇街核实后更正。',
    en: '{{homes}} homes of the register share the account “{{account}}”; its {{rows}} readings are left out. The town settles it.',
  },
  'temperature.day': {
    zh: '“{{text}}”不是日期，应如 2023-11-15。',
    en: '“{{text}}” is no day such as 2023-11-15.',
  },
  'temperature.celsius': {
    zh: '“{{text}}”不是气温（摄氏度）。',
    en: '“{{text}}” is no temperature in degrees Celsius.',
  },
  'temperature.twice': {
    zh: '“{{text}}”这一天有两个不同的气温。请只留一个。',
    en: '“{{text}}” has two different temperatures. Keep the right one.',
  },
} satisfies Words

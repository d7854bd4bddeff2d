import type { Words } from '../kernel/words/words.ts'

export const matchWords = {
  'match.usage': {
    zh: [
      '用法:npm run -s match -- 名单.csv [另一名单.csv] --map 列.json --out 结果.csv',
      '  一个名单:找出其中的重复;两个名单:找出两边的同一个。',
      '  列.json 写明编号列和各列的内容,例如:',
      '    { "id": "编号", "columns": { "户主": "pinyin-able name", "身份证号": "id number", "村": "area" } }',
      '  内容可以是:name 姓名(字母)、pinyin-able name 姓名(汉字)、id number 身份证号、date 日期、address 地址、',
      '    number 号码、telephone 电话、area 区划、text 其他文字',
      '  "question": "dwelling" 写进列.json 则按同一处住房比对;不写按同一个人比对。',
      '  --at-least 0.5    只写出可能性不低于此数的(0 到 1,默认 0.5)',
      '  --model 权重.json 同时写出由数据估计的权重',
      '结果.csv 的列:left,right,score(是同一个的可能性)。返回码:0 完成,2 未能比对。',
    ].join('\n'),
    en: [
      'Usage: npm run -s match -- FILE.csv [OTHER.csv] --map MAP.json --out pairs.csv',
      '  One file: finds its duplicates. Two files: finds who is in both.',
      '  MAP.json names the id column and what each column holds, such as',
      '    { "id": "rec_id", "columns": { "given_name": "name", "date_of_birth": "date", "suburb": "text" } }',
      '  Kinds: name, pinyin-able name, id number, date, address, number, telephone, area, text',
      '  "question": "dwelling" in MAP.json asks for the same dwelling; without it, for the same person.',
      '  --at-least 0.5     write only pairs at least this probable (0 to 1; 0.5 where nothing is said)',
      '  --model FILE.json  write the weights estimated from the data as well',
      'pairs.csv has the columns left,right,score (the probability). Exit code: 0 done, 2 could not compare.',
    ].join('\n'),
  },
  'match.no-file': { zh: '读不到文件 {{file}}：{{why}}', en: 'Cannot read {{file}}: {{why}}' },
  'match.not-csv': {
    zh: '{{file}} 第 {{line}} 行不是完整的 CSV：{{why}}。请另存为 CSV 再试。',
    en: '{{file}}, line {{line}}, is no proper CSV: {{why}}. Save it as CSV and try again.',
  },
  'match.bad-map': {
    zh: '{{file}} 不是可用的列说明：{{why}}',
    en: '{{file}} is no usable map of columns: {{why}}',
  },
  'match.bad-kind': {
    zh: '列“{{column}}”的内容“{{kind}}”不认识，可用：{{kinds}}',
    en: 'The kind "{{kind}}" of column "{{column}}" is unknown; use one of {{kinds}}',
  },
  'match.no-columns': { zh: '没有写明任何要比对的列。', en: 'It names no column to compare.' },
  'match.no-column': {
    zh: '{{file}} 里没有列“{{column}}”，只有：{{columns}}',
    en: '{{file}} has no column "{{column}}"; it has {{columns}}',
  },
  'match.no-id': {
    zh: '{{file}} 第 {{row}} 行的编号列“{{column}}”是空的。',
    en: '{{file}}, row {{row}}: the id column "{{column}}" is blank.',
  },
  'match.same-id': {
    zh: '{{file}} 第 {{row}} 行的编号“{{id}}”在第 {{first}} 行已有。',
    en: '{{file}}, row {{row}}: the id "{{id}}" stands in row {{first}} already.',
  },
  'match.too-few': { zh: '至少要有两条记录才能比对。', en: 'It takes at least two records to compare.' },
  'match.bad-number': {
    zh: '--at-least 要写 0 到 1 之间的数。',
    en: '--at-least takes a number between 0 and 1.',
  },
  'match.needed': { zh: '请写明名单、--map 和 --out。', en: 'Name the file, --map and --out.' },
  'match.comparing': { zh: '正在比对 {{records}} 条记录…', en: 'Comparing {{records}} records …' },
  'match.done': {
    zh: '比对 {{records}} 条记录，写出 {{pairs}} 对，用时 {{seconds}} 秒。',
    en: 'Compared {{records}} records, wrote {{pairs}} pairs, in {{seconds}} s.',
  },
  'match.failed': { zh: '未能比对：{{why}}', en: 'Could not compare: {{why}}' },
} satisfies Words

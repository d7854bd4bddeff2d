import type { Words } from '../kernel/words/words.ts'

export const seasonWords = {
  'season.usage': {
    zh: [
      '用法:npm run -s season -- 示数.csv 气温.csv --out 结果.csv',
      '  示数.csv 的列:meter 电表,at 日期或时刻,kwh 累计示数,kind 类型',
      '    类型:actual 实抄、estimated 估抄、initial 起度(新表)、final 止度(旧表);只有日期的按当天零点',
      '  气温.csv 的列:day 日期,celsius 平均气温',
      '  --from 日 --to 日    采暖季首日和末日,电量为两日冻结示数之差。不写时:文件只含一个冬天的,以文件首末日为准;',
      '                       否则为最近一个冬天的 11 月 15 日至次年 3 月 15 日',
      '  --homes 户.csv       列 meter,village:写明各表所在村,与同村比较;不写则与全部用户比较',
      '  --findings 结果.csv  列 meter,found(yes/no):入户查看是否烧煤,据此调整各项依据的分量',
      '  --visits 数          另写 visit 列:下一批入户名单(random 抽签,score 按可能性)',
      '  --lots 数            其中抽签的户数(尚无入户结果时为一半,之后为 0)',
      '  --seed 数            抽签的种子(默认 1)',
      '  --lang zh|en         说明用哪种文字(默认 zh)',
      '结果只用于安排入户查看,不能据此拒付:用电少多半是因为困难。返回码:0 完成,2 未能分析。',
    ].join('\n'),
    en: [
      'Usage: npm run -s season -- READINGS.csv TEMPERATURE.csv --out season.csv',
      '  READINGS.csv has the columns meter,at,kwh,kind: cumulative register readings at a day (its midnight) or an instant,',
      '    Asia/Shanghai; kind is actual, estimated, initial (of a new meter) or final (of the old one)',
      '  TEMPERATURE.csv has the columns day,celsius',
      '  --from DAY --to DAY  first and last day of the season; its kWh lie between the readings of these two days.',
      '                       Without them: the first and last day of a file that holds one winter only, otherwise',
      '                       15 November to 15 March of the latest winter in it',
      '  --homes FILE.csv     columns meter,village: compare with the village instead of with all meters',
      '  --findings FILE.csv  columns meter,found (yes/no): what visits found; re-weights the evidence',
      '  --visits N           adds a column visit: whom to visit next, by lot (random) or by score (score)',
      '  --lots N             how many of them by lot (half while nothing was found yet, then none)',
      '  --seed N             for the lots (1 where nothing is said)',
      '  --lang zh|en         language of the reasons (zh where nothing is said)',
      'A list for visits, never a ground for refusal: low use is most often poverty. Exit code: 0 done, 2 could not.',
    ].join('\n'),
  },
  'season.needed': {
    zh: '请写明示数、气温两个文件和 --out。',
    en: 'Name the readings, the temperatures and --out.',
  },
  'season.no-file': { zh: '读不到文件 {{file}}：{{why}}', en: 'Cannot read {{file}}: {{why}}' },
  'season.too-large': {
    zh: '{{file}} 太大（超过 {{limit}} 兆字节），请按镇街分开。',
    en: '{{file}} is too large (over {{limit}} MB); split it by town.',
  },
  'season.bad-option': { zh: '{{option}} 不能是“{{value}}”。', en: '{{option}} cannot be "{{value}}".' },
  'season.bad-files': {
    zh: '文件有 {{count}} 处错误，没有写出结果：',
    en: 'The files have {{count}} faults; nothing was written:',
  },
  'season.bad-files_one': {
    zh: '文件有 {{count}} 处错误，没有写出结果：',
    en: 'The files have {{count}} fault; nothing was written:',
  },
  'season.more': { zh: '……另有 {{count}} 处', en: '… and {{count}} more' },
  'season.at': {
    zh: '{{file}} 第 {{row}} 行“{{column}}”列：{{what}}',
    en: '{{file}}, row {{row}}, column {{column}}: {{what}}',
  },
  'season.at-row': { zh: '{{file}} 第 {{row}} 行：{{what}}', en: '{{file}}, row {{row}}: {{what}}' },
  'season.file.no-column': {
    zh: '缺少“{{column}}”列，只有：{{value}}',
    en: 'the column {{column}} is missing; there are {{value}}',
  },
  'season.file.bad-quote': { zh: '引号没有结束', en: 'a quotation mark is never closed' },
  'season.file.blank': { zh: '空白', en: 'it is blank' },
  'season.file.bad-time': {
    zh: '“{{value}}”不是日期或时刻，应如 2023-11-15 或 2023-11-15T00:00',
    en: '"{{value}}" is no day or instant such as 2023-11-15 or 2023-11-15T00:00',
  },
  'season.file.bad-kwh': { zh: '“{{value}}”不是示数', en: '"{{value}}" is no register reading' },
  'season.file.bad-kind': {
    zh: '“{{value}}”应为 actual、estimated、initial 或 final',
    en: '"{{value}}" is not actual, estimated, initial or final',
  },
  'season.file.bad-day': { zh: '“{{value}}”不是日期', en: '"{{value}}" is no day' },
  'season.file.bad-celsius': { zh: '“{{value}}”不是气温', en: '"{{value}}" is no temperature' },
  'season.file.two-temperatures': {
    zh: '“{{value}}”这一天有两个气温',
    en: '"{{value}}" has two temperatures',
  },
  'season.file.unknown-meter': { zh: '没有电表“{{value}}”', en: 'there is no meter "{{value}}"' },
  'season.file.bad-found': { zh: '“{{value}}”应为 yes 或 no', en: '"{{value}}" is not yes or no' },
  'season.file.no-rows': { zh: '没有数据', en: 'there are no rows' },
  'season.no-temperature': {
    zh: '采暖季 {{from}} 至 {{to}} 中有 {{missing}} 天没有气温，请补齐。',
    en: 'There is no temperature for {{missing}} days of the season from {{from}} to {{to}}; add them.',
  },
  'season.no-readings': {
    zh: '采暖季 {{from}} 至 {{to}} 内没有示数。',
    en: 'There is no reading within the season from {{from}} to {{to}}.',
  },
  'season.reading': { zh: '正在读取 {{file}}…', en: 'Reading {{file}} …' },
  'season.analysing': { zh: '正在分析 {{rows}} 条示数…', en: 'Analysing {{rows}} readings …' },
  'season.done': {
    zh: '{{meters}} 块表，{{rows}} 条示数，采暖季 {{from}} 至 {{to}}，共 {{kwh}} 千瓦时；读取 {{read}} 秒，分析 {{spent}} 秒。{{unknown}}',
    en: '{{meters}} meters, {{rows}} readings, season from {{from}} to {{to}}, {{kwh}} kWh in all; read in {{read}} s, analysed in {{spent}} s.{{unknown}}',
  },
  'season.unknown': {
    zh: '有 {{count}} 行写的电表没有示数，未用。',
    en: ' {{count}} rows name meters without readings and were left out.',
  },
  'season.unknown_one': {
    zh: '有 {{count}} 行写的电表没有示数，未用。',
    en: ' {{count}} row names a meter without readings and was left out.',
  },
  'season.failed': { zh: '未能分析：{{why}}', en: 'Could not analyse: {{why}}' },
} satisfies Words

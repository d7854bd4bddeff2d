import type { Said } from '../words/words.ts'
import { unitWords } from './unit-words.ts'

/** Units that are no word of Chinese; measures are told by what follows an amount. */
const unitNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(unitWords).map(([unit, { zh }]) => [unit, zh])),
  percent: '百分比',
  fen: '金额',
  date: '日期',
  choice: '选项',
  answer: '是或否',
}

const list = (names: readonly string[]) => names.join(', ')

/** What is said to the editor of a pack: what is wrong and what to do. */
export const problemWords = {
  fileMissing: (file: string): Said => ({
    zh: `缺少文件 ${file}，请补上。`,
    en: `${file} is missing: add it.`,
  }),
  fileUnexpected: (files: readonly string[]): Said => ({
    zh: `政策包中没有这个文件，请删除或改名。可用：${list(files)}`,
    en: `Not a file of a pack: delete or rename it. There may be: ${list(files)}`,
  }),
  unreadable: (message: string): Said => ({
    zh: `YAML 格式有误，请检查缩进、冒号和引号（${message}）`,
    en: `Not valid YAML: check indentation, colons and quotes (${message})`,
  }),
  misshapen: (zh: string, en: string): Said => ({
    zh: `${zh}。请按 packs/schema 中的格式修改。`,
    en: `${en}. Correct it to the format in packs/schema.`,
  }),
  textEmpty: (): Said => ({
    zh: '这里没有填写，请填写中文和英文。',
    en: 'Nothing is written here: fill in Chinese and English.',
  }),
  listEmpty: (): Said => ({
    zh: '这里一项也没有，请至少列出一项。',
    en: 'There is nothing in this list: name at least one.',
  }),
  undeclared: (what: Said, id: string, file: string): Said => ({
    zh: `${what.zh}“${id}”没有声明，请在 ${file} 中补充或改正名称。`,
    en: `The ${what.en} '${id}' is not declared: declare it in ${file} or correct the name.`,
  }),
  repeated: (id: string): Said => ({
    zh: `编号“${id}”重复，请改用不同编号。`,
    en: `The id '${id}' is used twice: choose another.`,
  }),
  testMismatch: (test: string, fact: string, type: string): Said => ({
    zh: `“${test}”不适用于 ${type} 型事实“${fact}”，请换一种比较。`,
    en: `'${test}' does not suit '${fact}', which is a ${type}: choose another test.`,
  }),
  valueMismatch: (value: string, fact: string, type: string): Said => ({
    zh: `“${value}”不是事实“${fact}”（${type} 型）的可能取值，请改正。`,
    en: `${value} is not a possible value of '${fact}', which is a ${type}: correct it.`,
  }),
  noPossibleValues: (): Said => ({
    zh: '文本型事实须列出 values（可能取值），其他类型不列。',
    en: 'A text fact lists its possible values; other types do not.',
  }),
  groupEmpty: (): Said => ({
    zh: '这一组没有规则，请补充规则或删除该组。',
    en: 'This group has no rule: add one or delete the group.',
  }),
  tooMany: (what: Said, most: number): Said => ({
    zh: `${what.zh}超过 ${most} 个，请拆分。`,
    en: `More than ${most} ${what.en}: split it.`,
  }),
  notAscending: (): Said => ({
    zh: '取值应按生效日期从早到晚排列，日期不重复。',
    en: 'Values are listed by date, earliest first, each date once.',
  }),
  notInForce: (day: string): Said => ({
    zh: `参数在规则生效日 ${day} 还没有取值，请补一个更早的取值。`,
    en: `The parameter has no value on ${day}, when the rule comes into force: add an earlier one.`,
  }),
  notFromTheStart: (day: string): Said => ({
    zh: `第一个取值须从政策包生效日 ${day} 或更早起执行，否则此前没有取值可用。`,
    en: `The first value must hold from ${day}, when the pack does, or earlier: before it there would be none.`,
  }),
  unitMismatch: (unit: string): Said => ({
    zh: `取值与单位“${unitNames[unit] ?? unit}”不符，请改正（数量填数字、不小于 0，天数填整数，百分比在 0 到 100 之间，日期写成 2023-04-05）。`,
    en: `The value does not suit the unit '${unit}': correct it (amounts are numbers from 0, days whole, percentages 0 to 100, dates as 2023-04-05).`,
  }),
  groupOff: (day: string): Said => ({
    zh: `从 ${day} 起这一组没有任何规则在执行，无法作出结论。请至少保留一条。`,
    en: `From ${day} no rule of this group is in force, so nothing could be answered: keep at least one.`,
  }),
  notWholeFen: (): Said => ({
    zh: '金额以分为单位，须为非负整数。',
    en: 'Money is in fen: a whole number, not negative.',
  }),
  daysUncounted: (): Said => ({
    zh: '单位为 day 的参数须用 days 写明自然日（calendar）或工作日（working），其他参数不写。',
    en: 'A parameter in days says by `days` whether calendar or working days count; others do not.',
  }),
  untilBeforeFrom: (): Said => ({
    zh: '失效日期早于生效日期，请改正。',
    en: 'The last day is before the first: correct it.',
  }),
  totalDiffers: (total: number, sum: number): Said => ({
    zh: `合计 ${total} 与各项之和 ${sum} 不符，请核对。`,
    en: `The total ${total} is not the sum ${sum} of its targets: check both.`,
  }),
  eachOfCounted: (unit: string): Said => ({
    zh: `“${unitNames[unit] ?? unit}”按个数计，每户为 1，不填 each；只有按面积计的才填。`,
    en: `'${unit}' is counted one by one: leave out 'each', which is for area only.`,
  }),
  eachTurned: (least: number, most: number): Said => ({
    zh: `下限 ${least} 大于上限 ${most}，请核对。`,
    en: `The least, ${least}, is more than the most, ${most}: check both.`,
  }),
  caseLacking: (rule: string, answers: readonly string[]): Said => ({
    zh: `规则“${rule}”缺少结果为 ${list(answers)} 的用例，请在 cases.yaml 中补充。`,
    en: `Rule '${rule}' has no case that answers ${list(answers)}: add one to cases.yaml.`,
  }),
  holidayBackwards: (): Said => ({
    zh: '假期的结束日早于开始日，请改正。',
    en: 'The holiday ends before it begins: correct it.',
  }),
  holidayElsewhere: (year: string): Said => ({
    zh: `这一天不属于${year}年的安排（含上年12月末），请核对年份。`,
    en: `Not a day of ${year}'s notice (the last days of December before included): check the year.`,
  }),
  workdayOnWeekday: (day: string): Said => ({
    zh: `${day} 不是周六、周日，或同时列为放假，请核对调休上班日。`,
    en: `${day} is no Saturday or Sunday, or is a holiday too: check the days worked instead.`,
  }),
  recoversMissing: (): Said => ({
    zh: '退出类变更须用 recovers 写明已享受的补贴如何处理，其他变更不写。',
    en: 'A change by which a home leaves says in `recovers` what is owed back; others do not.',
  }),
  noSuchItem: (item: string): Said => ({
    zh: `清单里没有项目“${item}”，请写 proof 所指清单（self-check 或 in-home）里的项目。`,
    en: `There is no item “${item}”: name one of the checklist that \`proof\` names, self-check or in-home.`,
  }),
  noSuchPaper: (paper: string): Said => ({
    zh: `papers.yaml 里没有“${paper}”，请写那里有的文书编号。`,
    en: `papers.yaml has no “${paper}”: name a paper that stands there.`,
  }),
  noMeasurement: (): Said => ({
    zh: '调试清单的每一项都要写 reading（单位和上下限）。',
    en: 'Every item of a commissioning list needs its `reading`: unit and bounds.',
  }),
  noSuchMeasurement: (item: string): Said => ({
    zh: `notBelow 所指“${item}”不是本清单的项目。`,
    en: `\`notBelow\` names “${item}”, which is no item of this list.`,
  }),
  routeTwice: (route: string): Said => ({
    zh: `技术路线“${route}”有两份调试清单，请只留一份。`,
    en: `The route “${route}” has two commissioning lists: keep one.`,
  }),
  subsidyOfOther: (what: string, pays: 'equipment' | 'operating'): Said => ({
    zh: `“${what}”不能用于${pays === 'equipment' ? '建设补贴' : '运行补贴'}，请改正 of 或 pays。`,
    en: `'${what}' is nothing an ${pays} subsidy is reckoned by: correct it, or what the subsidy pays.`,
  }),
  subsidyUnit: (name: string, unit: string, units: readonly string[]): Said => ({
    zh:
      units.length === 0
        ? `按户计的补贴没有数量可比，请去掉“${name}”。`
        : `参数“${name}”的单位是 ${unit}，这里需要 ${list(units)}。请换一个参数或改正单位。`,
    en:
      units.length === 0
        ? `What is paid by the home has no quantity to compare: leave out '${name}'.`
        : `The parameter '${name}' is in ${unit}; here it must be in ${list(units)}: choose another or correct its unit.`,
  }),
  subsidyOneNumber: (name: string): Said => ({
    zh: `参数“${name}”在这里须是一个数，请改正。`,
    en: `Here the parameter '${name}' must be one number: correct it.`,
  }),
  tierWithoutEnd: (): Said => ({
    zh: '只有最后一档可以没有上限，请用 toOf 写明这一档到哪里。',
    en: 'Only the last tier may go on without end: say by `toOf` where this one ends.',
  }),
  notAscendingTiers: (name: string, before: string): Said => ({
    zh: `各档应从低到高：“${name}”须大于“${before}”，请核对两者的取值和日期。`,
    en: `Tiers go from low to high: '${name}' must be more than '${before}'; check their values and dates.`,
  }),
  splitRest: (): Said => ({
    zh: '各级分担中，须有且只有一级不写 percentOf，由它承担余下部分。',
    en: 'Exactly one level goes without `percentOf`: it bears what is left.',
  }),
  splitOver: (day: string): Said => ({
    zh: `从 ${day} 起各级分担比例之和超过 100%，请核对。`,
    en: `From ${day} the shares come to more than 100 %: check them.`,
  }),
  caseFails: (expected: string, answer: string): Said => ({
    zh: `用例应为 ${expected}，规则得出 ${answer}，请核对规则或用例。`,
    en: `The case expects ${expected}, the rules answer ${answer}: check the rules or the case.`,
  }),
}

export const kinds = {
  fact: { zh: '事实', en: 'fact' },
  parameter: { zh: '参数', en: 'parameter' },
  group: { zh: '规则组', en: 'group' },
  rule: { zh: '规则', en: 'rule' },
  evidence: { zh: '证明材料', en: 'evidence' },
  supplier: { zh: '提供方', en: 'supplier' },
  place: { zh: '办理地点', en: 'place to go' },
  clause: { zh: '条款', en: 'clause' },
  line: { zh: '工作类别', en: 'line of work' },
  checklist: { zh: '清单', en: 'checklist' },
  route: { zh: '技术路线', en: 'technical route' },
  rulesOfGroup: { zh: '一组内的规则', en: 'rules in a group' },
  valuesOfFact: { zh: '一个事实需区分的取值', en: 'values to tell apart for a fact' },
}

import type { Said } from '../../../kernel/words/words.ts'

/** What is said of a line of a source beyond what the standards say of numbers. */
export const rowWords = {
  blank: { zh: '这一格必填，请补填。', en: 'This cell must be filled in.' },
  tooLong: {
    zh: '内容太长，请缩短或核对是否填错列。',
    en: 'Too long. Shorten it, or check that it is in the right column.',
  },
  organisationCode: {
    zh: '信用代码中的组织机构代码校验不符，请核对；确实如此的可不改。',
    en: 'The organisation code inside fails its own check. Compare it; leave it if the licence says so.',
  },
  idNumberKept: {
    zh: '身份证号校验不通过，按原样保留，只用于比对线索。',
    en: 'The ID number does not check. It is kept as it is, as a clue for comparison only.',
  },
  noIdNumber: {
    zh: '没有身份证号，照收。比对时只凭姓名、地址、村居、户号和电话，同名的人可能分不清，查出后请人工核看。',
    en: 'No ID number; taken all the same. It is compared by name, address, village, account and telephone alone; people of one name may not be told apart, so look at what is found.',
  },
  nameAlone: {
    zh: '只有姓名，没有身份证号、村居、地址、户号或电话，照收，但认不出是谁，比对不会用它查出人。请向提供单位补齐后再导入。',
    en: 'A name alone, without ID number, village, address, account or telephone. It is taken, but nobody can be recognised by it. Ask whoever delivered the list for the rest and import it again.',
  },
  year: { zh: '年度应为四位年份，如 2021。', en: 'The year has four digits, as 2021.' },
  ownYear: {
    zh: '这一年度不在往年之列：当年享受的不算“此前已享受”，这一行不进往年名册。请核对年度，或从名册中去掉。',
    en: 'This is no earlier year: help of the programme’s own year is not help before it, so the row is left out. Check the year, or take it off the list.',
  },
  day: { zh: '日期看不懂，请写成 2021-05-03。', en: 'The day is not understood. Write it as 2021-05-03.' },
  dayAsWritten: {
    zh: '“{{text}}”不是完整的日期，按原样保留，日期记为未知，不算出错。',
    en: '“{{text}}” is not a whole date. It is kept as written, the day is unknown, and the row is taken.',
  },
  repeated: {
    zh: '与第 {{row}} 行是同一号码，两行都会保留。',
    en: 'The same number stands in row {{row}}; both are kept.',
  },
  'no-village': { zh: '没有写明村居。', en: 'No village is named.' },
  'unknown-village': {
    zh: '没有叫“{{text}}”的村居，请对照区划名单核对。',
    en: 'There is no village “{{text}}”. Check it against the list of areas.',
  },
  'other-town': {
    zh: '没有叫“{{text}}”的镇街，请核对。',
    en: 'There is no town “{{text}}”. Check it.',
  },
  'town-needed': {
    zh: '叫“{{text}}”的村居不止一个，请写明镇街。',
    en: 'More than one village is called “{{text}}”. Name its town.',
  },
  withdrawn: {
    zh: '区划代码 {{text}} 自 {{day}} 起停用，并入{{into}}，已按后者读取。',
    en: 'Area code {{text}} was withdrawn on {{day}} and merged into {{into}}, under which the row is read.',
  },
  'withdrawn-nowhere': {
    zh: '区划代码 {{text}} 自 {{day}} 起停用，没有并入其他村居，请核对。',
    en: 'Area code {{text}} was withdrawn on {{day}} without a successor. Check it.',
  },
} satisfies Record<string, Said>

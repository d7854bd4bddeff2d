/** A small pack as its files: one boolean rule, one on a number. */
export const sampleFiles: Readonly<Record<string, string>> = {
  'subsidies.yaml': `- id: operating
  pays: operating
  label: { zh: 运行补贴, en: Operating subsidy }
  clauses: [§1.1]
  of: home
  rateOf: price.unitFen
`,
  'pack.yaml': `id: sample-2023
title: { zh: 样例, en: Sample }
county: { code: '000000', name: { zh: 样例县, en: Sample county } }
document: { number: '1', issuedOn: 2023-01-01, issuer: { zh: 办公室, en: Office } }
validFrom: 2023-01-01
season:
  start: { day: 2023-11-15, status: plan, clauses: [§1.1], note: { zh: 起, en: start } }
  end: { day: 2024-03-15, status: assumed, clauses: [], note: { zh: 止, en: end } }
supersedes: []
`,
  'parameters.yaml': `size.least:
  label: { zh: 最小, en: Least }
  unit: m2
  clauses: [§1.1]
  status: assumed
  note: { zh: 假定, en: Assumed }
  values:
    - { from: 2023-01-01, value: 10 }
    - { from: 2023-07-01, value: 12 }
price.unitFen:
  label: { zh: 单价, en: Price }
  unit: fen
  clauses: [§1.1]
  status: assumed
  note: { zh: 假定, en: Assumed }
  values: [{ from: 2023-01-01, value: 20 }]
wait.days:
  label: { zh: 期限, en: Wait }
  unit: day
  days: calendar
  clauses: [§1.1]
  status: plan
  note: { zh: 规定, en: Ruled }
  values: [{ from: 2023-01-01, value: 5 }]
`,
  'facts.yaml': `evidence: { paper: { zh: 证明, en: paper } }
suppliers: { clerk: { zh: 经办人, en: clerk } }
facts:
  home.lived:
    label: { zh: 有人住, en: Lived in }
    type: boolean
    clauses: [§1.1]
    evidence: [paper]
    suppliedBy: [clerk]
    remedy: { zh: 请核实。, en: Ask. }
    unlessRecorded: true
  home.size:
    label: { zh: 面积, en: Size }
    type: number
    clauses: [§1.1]
    evidence: [paper]
    suppliedBy: [clerk]
    remedy: { zh: 请丈量。, en: Measure. }
`,
  'rules.yaml': `groups:
  - { id: fit, label: { zh: 资格, en: Fitness } }
rules:
  - id: lived-in
    groups: [fit]
    label: { zh: 有人住, en: Lived in }
    clauses: [§1.1]
    when: { fact: home.lived, is: true }
    refusal: { zh: 无人居住。, en: Nobody lives there. }
  - id: large-enough
    groups: [fit]
    label: { zh: 够大, en: Large enough }
    clauses: [§1.2]
    when:
      any:
        - { fact: home.size, atLeast: { parameter: size.least } }
    refusal: { zh: 面积不足。, en: Too small. }
`,
  'milestones.yaml': `- id: done
  label: { zh: 完工, en: Done }
  line: homes
  clauses: [§1.1]
  status: plan
  after: { season: end, days: wait.days }
`,
  'targets.yaml': `lines: [{ id: homes, label: { zh: 户, en: Homes }, unit: home, unitLabel: { zh: 户, en: homes }, total: 30 }]
targets:
  - { id: town, line: homes, areaType: urban, label: { zh: 城, en: Town }, count: 10, clauses: [§1.1], status: plan }
  - { id: land, line: homes, areaType: rural, label: { zh: 乡, en: Land }, count: 20, clauses: [§1.1], status: plan }
`,
  'checklists.yaml': `- id: visit
  label: { zh: 入户, en: Visit }
  by: [clerk]
  clauses: [§1.1]
  status: assumed
  note: { zh: 假定, en: Assumed }
  items:
    - { id: lived, label: { zh: 有人住, en: Lived in }, blocks: true, photo: false, clauses: [§1.1], settles: home.lived }
`,
  'calendar.yaml': `source: { zh: 通知, en: Notices }
years:
  '2023':
    document: '16'
    holidays: [{ name: { zh: 元旦, en: New Year }, from: 2022-12-31, to: 2023-01-02 }]
    workdays: [2023-01-28]
`,
  'changes.yaml': `- id: withdraw
  label: { zh: 退出, en: Withdraws }
  clauses: [§1.1]
  status: assumed
  note: { zh: 假定, en: Assumed }
  notice: false
  recovers: equipment
  papers: [{ id: letter, label: { zh: 申请, en: Letter }, required: true }]
`,
  'access.yaml': `papers:
  - id: licence
    of: contractor
    label: { zh: 执照, en: Licence }
    clauses: [§1.1]
    status: assumed
    note: { zh: 假定, en: Assumed }
    required: true
    numbered: true
    expires: false
reasons:
  - { id: quality, label: { zh: 质量, en: Quality }, clauses: [§1.1] }
`,
  'dossier.yaml': `- id: sheet
  label: { zh: 验收单, en: Sheet }
  clauses: [§1.1]
  status: assumed
  note: { zh: 假定, en: Assumed }
  from: applied
  proof: application
  by: [clerk]
`,
  'papers.yaml': `- id: promise
  title: { zh: 承诺书, en: Promise }
  clauses: [§1.1]
  status: assumed
  note: { zh: 假定, en: Assumed }
  from: applied
  until: accepted
  by: [clerk]
  items:
    - { zh: 不烧煤, en: No coal }
`,
  'outreach.yaml': `activities:
  - id: leaflet
    label: { zh: 明白纸, en: Leaflet }
    clauses: [§1.1]
    status: assumed
    note: { zh: 假定, en: Assumed }
    reach: count
reasons:
  - { id: cost, label: { zh: 费用, en: Cost }, clauses: [§1.1] }
`,
  'clauses.yaml': `§1.1: { zh: 第一条, en: First clause }
§1.2: { zh: 第二条, en: Second clause }
`,
  'cases.yaml': `- { title: { zh: 有, en: 'yes' }, rule: lived-in, facts: { home.lived: true }, expect: yes }
- { title: { zh: 无, en: 'no' }, rule: lived-in, facts: { home.lived: false }, expect: no }
- { title: { zh: 争, en: open }, rule: lived-in, facts: { home.lived: conflicting }, expect: unknown }
- { title: { zh: 正好, en: just }, rule: large-enough, facts: { home.size: 10 }, expect: yes }
- { title: { zh: 差一, en: short }, rule: large-enough, facts: { home.size: 9 }, expect: no }
- { title: { zh: 未量, en: open }, rule: large-enough, facts: {}, expect: unknown }
- { title: { zh: 七月, en: July }, rule: large-enough, day: 2023-07-01, facts: { home.size: 11 }, expect: no }
- { title: { zh: 全组, en: group }, group: fit, facts: {}, expect: unknown, missing: [home.size] }
`,
}

import type { Words } from '../../../kernel/words/words.ts'

/** 售后服务点 (§3.3.3). */
export const afterSalesWords = {
  'act.after-sales.name': { zh: '公布售后服务点', en: 'Name the service point' },
  'act.after-sales.name.done': { zh: '已公布，村民可以看到。', en: 'Named; the families can read it.' },
  'after-sales.title': { zh: '售后服务', en: 'After-sales service' },
  'after-sales.lead': {
    zh: '每个村由中标单位公布一个售后服务点，农户在自己的页面上能看到地址、联系人和电话。',
    en: 'For each village its contractor names a service point; families read its address, person and telephone on their own page.',
  },
  'after-sales.empty': { zh: '还没有派工的村。', en: 'No village is in a contractor’s hands yet.' },
  'after-sales.search': { zh: '村名、服务点、联系人', en: 'Village, point or person' },
  'after-sales.village': { zh: '村居', en: 'Village' },
  'after-sales.homes': { zh: '派工户', en: 'Homes handed over' },
  'after-sales.point': { zh: '服务点', en: 'Service point' },
  'after-sales.person': { zh: '联系人', en: 'Person' },
  'after-sales.since': { zh: '公布日期', en: 'Named on' },
  'after-sales.none': { zh: '未公布', en: 'none named' },
  'after-sales.chosen': {
    zh: '为所选 {{count}} 个村公布售后服务点',
    en: 'Name the service point of these {{count}} villages',
  },
  'after-sales.chosen_one': {
    zh: '为所选 {{count}} 个村公布售后服务点',
    en: 'Name the service point of this {{count}} village',
  },
  'after-sales.several-lots': {
    zh: '所选的村分属几个标段，请一次选一个标段的村。',
    en: 'These villages are of several lots; choose those of one lot at a time.',
  },
  'after-sales.replaces': {
    zh: '原来公布的服务点由这一个代替。',
    en: 'It takes the place of the point named before.',
  },
  'field.after-sales.name.name': { zh: '服务点名称', en: 'Name of the point' },
  'field.after-sales.name.address': { zh: '地址', en: 'Address' },
  'field.after-sales.name.person': { zh: '联系人', en: 'Person' },
  'field.after-sales.name.telephone': { zh: '电话', en: 'Telephone' },
  'field.missing': { zh: '未公布', en: 'None named' },
  'own.after-sales': { zh: '报修、售后', en: 'When something is wrong with it' },
  'own.after-sales.of': { zh: '{{contractor}} · {{name}}', en: '{{contractor}} · {{name}}' },
  'own.after-sales.call': { zh: '联系人 {{person}}', en: 'Ask for {{person}}' },
  'refusal.after-sales.other-villages': {
    zh: '有 {{villages}} 个村不属于这个标段。',
    en: '{{villages}} of the villages are not of this lot.',
  },
  'remedy.after-sales.other-villages': {
    zh: '请一次只选一个标段的村。',
    en: 'Choose villages of one lot at a time.',
  },
} satisfies Words

import type { Words } from '../../../kernel/words/words.ts'

/** Visits drawn from an analysis. */
export const visitWords = {
  'act.visits.draw': { zh: '抽取入户名单', en: 'Draw up a visit list' },
  'act.visits.record': { zh: '登记入户情况', en: 'Record what was found' },
  'refusal.visits.not-analysed': {
    zh: '本季的示数还没有分析。',
    en: 'The readings of this season have not been analysed.',
  },
  'remedy.visits.not-analysed': { zh: '请先分析本季示数。', en: 'Analyse the readings first.' },
  'refusal.visits.nobody-left': {
    zh: '有示数的户都已在入户名单上。',
    en: 'Every home with readings is on a list already.',
  },
  'remedy.visits.nobody-left': { zh: '请等现有名单走访完。', en: 'Wait for what is on the lists.' },
  'refusal.visits.recorded-already': {
    zh: '这一户的入户情况已经登记。',
    en: 'What was found there is recorded already.',
  },
  'remedy.visits.recorded-already': {
    zh: '情况有变的，请住建局重新抽取后再登记。',
    en: 'Where things have changed, the bureau draws it again.',
  },
  'refusal.visits.in-future': { zh: '{{visitedOn}} 还没有到。', en: '{{visitedOn}} is still to come.' },
  'remedy.visits.in-future': { zh: '请填写实际入户的日期。', en: 'Enter the day of the visit.' },
  'refusal.visits.before-draw': {
    zh: '{{visitedOn}} 早于抽取名单的日期（{{drawnOn}}）。',
    en: '{{visitedOn}} is before the list was drawn up ({{drawnOn}}).',
  },
  'remedy.visits.before-draw': {
    zh: '请填写抽取名单以后实际入户的日期。',
    en: 'Enter the day of the visit made from this list.',
  },
  'field.visits.record.found': { zh: '看到的情况', en: 'What was found' },
  'field.visitedOn': { zh: '入户日期', en: 'Visited on' },
  'field.note': { zh: '备注', en: 'Note' },
  'choice.found.heated': { zh: '用清洁取暖设备取暖', en: 'Heated by the equipment' },
  'choice.found.coal': { zh: '在烧煤', en: 'Burning coal' },
  'choice.found.otherwise': { zh: '用其他方式取暖', en: 'Heated otherwise' },
  'choice.found.empty': { zh: '没有人住', en: 'Nobody lives there' },
  'choice.found.not-met': { zh: '没遇到人', en: 'Nobody was met' },
  'visits.title': { zh: '入户查看', en: 'Visits' },
  'visits.of': { zh: '{{householder}}家入户查看', en: 'Visit: {{householder}}' },
  'visits.lead': {
    zh: '名单只请人上门看看，不能据此拒付或扣减：用电少多半是因为困难或不在家。名单里有一部分是抽签抽中的。',
    en: 'The list asks for visits and refuses nobody anything: low use is most often poverty or absence. A part of it is drawn by lot.',
  },
  'visits.empty': { zh: '没有要入户查看的户。', en: 'There is nobody to visit.' },
  'visits.season': { zh: '取暖季', en: 'Season' },
  'visits.drawn-on': { zh: '抽取日期', en: 'Drawn on' },
  'visits.state': { zh: '进展', en: 'Standing' },
  'visits.state.open': { zh: '待入户', en: 'To be visited' },
  'visits.state.done': { zh: '已入户', en: 'Visited' },
  'visits.found': { zh: '看到的情况', en: 'What was found' },
  'visits.visited-on': { zh: '入户日期', en: 'Visited on' },
  'visits.by': { zh: '入户人', en: 'Visited by' },
  'visits.way': { zh: '入选方式', en: 'How it came onto the list' },
  'visits.way.random': { zh: '抽签', en: 'By lot' },
  'visits.way.score': { zh: '按可能性', en: 'By likelihood' },
  'visits.probability': { zh: '烧煤的可能性', en: 'How likely coal is burnt' },
  'visits.reasons': { zh: '依据', en: 'On what ground' },
  'visits.home': { zh: '打开一户一档', en: 'Open the home' },
  'visits.report-coal': {
    zh: '看到在烧煤。是否取消补贴，要另行上报返煤（附照片），听取农户陈述后由另一人决定：',
    en: 'Coal was found. Whether a subsidy is cancelled takes a report of its own with a photograph, a hearing of the household and another person’s decision:',
  },
  'visits.to-report': { zh: '到该户上报返煤', en: 'Report it at the home' },
  'visits.count': { zh: '户数', en: 'Homes' },
  'visits.draw-lead': {
    zh: '其中 {{percent}}% 抽签，其余按可能性；种子在抽取时产生并留存，谁都可以复核。',
    en: '{{percent}}% of them by lot, the others by likelihood; the seed is made as the list is drawn and kept, so that anybody can draw it again.',
  },
  'visits.drawn': {
    zh: '已抽取 {{visits}} 户：抽签 {{byLot}} 户，按可能性 {{byScore}} 户。',
    en: '{{visits}} homes are on the list: {{byLot}} by lot, {{byScore}} by likelihood.',
  },
} satisfies Words

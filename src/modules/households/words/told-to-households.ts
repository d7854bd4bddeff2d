import type { Words } from '../../../kernel/words/words.ts'
import { paperWords } from './papers.ts'

/** What office and household read alike, kept apart so that a household's telephone loads no more than this. */
export const sharedWords = {
  'notice-outcome.confirmed': { zh: '已确户', en: 'confirmed' },
  'notice-outcome.returned': { zh: '已退回甄别', en: 'sent back to screening' },
  'notice-outcome.ended': { zh: '已退出', en: 'left the programme' },
  'notice-outcome.waiting': { zh: '待确户', en: 'waiting' },
  'notice-reason.unknown': { zh: '还有待核事项', en: 'something is still to be verified' },
  'notice-reason.duplicate': { zh: '与其他户重复', en: 'shares a key with another home' },
  'notice-reason.no': { zh: '现已不符合条件', en: 'no longer eligible' },
  'notice-reason.changed': {
    zh: '公示后内容有变，须重新公示',
    en: 'changed since the notice; needs a new one',
  },
  'notice-reason.objection': { zh: '异议成立', en: 'an objection was upheld' },
  'act.objection.raise-own': { zh: '提出异议', en: 'Object to the notice' },
  'act.objection.raise-own.done': {
    zh: '已收到，答复后您可在这里看到。',
    en: 'Received. The answer will appear here.',
  },
  'objection-told.follow-up': {
    zh: '下一步（{{day}} 前办结）：',
    en: 'What will be done, by {{day}}:',
  },
  'objection-told.home': { zh: '第 {{position}} 号 {{householder}}', en: 'No. {{position}} {{householder}}' },
  'objection-told.whole': { zh: '整个名单', en: 'The list as a whole' },
  'objection-told.followed': { zh: '{{day}} 已办理：', en: 'Done on {{day}}:' },
  'objection-state.open': { zh: '待处理', en: 'open' },
  'objection-state.upheld': { zh: '成立', en: 'upheld' },
  'objection-state.rejected': { zh: '不成立', en: 'not upheld' },
  'objection-state.narrowed': { zh: '已分到各户', en: 'taken home by home' },
  ...paperWords,
  'board.number': { zh: '第 {{number}} 号', en: 'No. {{number}}' },
  'page.position': { zh: '针对第几号（可不填，可写几个）', en: 'About which numbers (optional)' },
  'page.positions-help': {
    zh: '几户有同样情况的，写在一起，用顿号隔开，如 3、7、12；最多 {{most}} 户，每户分别核实、答复。不填，就是对整个名单的意见。',
    en: 'The same about several homes goes together, such as 3, 7, 12; at most {{most}}, each looked into and answered by itself. Left out, it is about the list as a whole.',
  },
  'page.positions-unread': {
    zh: '看不清是第几号：请照公示名单写数字，用顿号隔开，如 3、7、12。',
    en: 'Which numbers is not clear: write them as on the notice, with commas between, such as 3, 7, 12.',
  },
  'page.said': { zh: '情况说明', en: 'What is wrong' },
  'page.send': { zh: '提交', en: 'Send' },
  'page.too-short': {
    zh: '请把情况写清楚一些（{{least}} 到 {{most}} 个字）。',
    en: 'Please say a little more ({{least}} to {{most}} characters).',
  },
} satisfies Words

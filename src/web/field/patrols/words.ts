import type { Words } from '../../../kernel/words/words.ts'

export const patrolWords = {
  'out.patrols': { zh: '巡查', en: 'Patrols' },
  'out.patrols.lead': {
    zh: '有信号时更新一次，没有信号也能登记巡查。',
    en: 'Refreshed once while there is a signal, patrols are recorded without one.',
  },
  'out.patrols.none': { zh: '没有要您巡查的村。', en: 'No village is yours to patrol.' },
  'out.patrols.not-yet': {
    zh: '还没有带走要巡查的村。有信号时打开这一页就会带走。',
    en: 'The villages to patrol are not taken along yet. Open this page while there is a signal.',
  },
  'out.patrols.refresh': { zh: '更新', en: 'Refresh' },
  'out.patrols.last': { zh: '上次巡查 {{day}}', en: 'last patrol {{day}}' },
  'out.patrols.never': { zh: '还没有巡查过', en: 'never patrolled' },
  'out.patrols.late': { zh: '应在 {{day}} 前去，已逾期', en: 'was due by {{day}}' },
  'out.patrols.due': { zh: '{{day}} 前再去', en: 'again by {{day}}' },
  'out.patrols.gone': {
    zh: '这个村不在带走的巡查村里。',
    en: 'This village is not among those taken along.',
  },
  'out.patrols.call': { zh: '拨打 {{name}}', en: 'Call {{name}}' },
  'out.patrols.route.missing': { zh: '请写走了哪些地方。', en: 'Say where you went.' },
  'out.patrols.seen': { zh: '看过的户（可不选）', en: 'Homes seen (may be left out)' },
  'out.patrols.found': { zh: '发现的隐患', en: 'Hazards found' },
  'out.patrols.found.hint': {
    zh: '每处一条，写清哪里、什么；没有就不填。',
    en: 'One line each: where, and what. Leave it empty where there is none.',
  },
  'out.patrols.found.add': { zh: '加一处隐患', en: 'Add a hazard' },
  'out.patrols.found.one': { zh: '第 {{number}} 处隐患', en: 'Hazard {{number}}' },
  'out.patrols.photos': { zh: '现场照片', en: 'Photographs' },
  'out.patrols.photos.hint': {
    zh: '施工现场和每处隐患各拍一张。',
    en: 'One of the site and one of each hazard.',
  },
} satisfies Words

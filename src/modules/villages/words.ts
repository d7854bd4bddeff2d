import type { Words } from '../../kernel/words/words.ts'

export const words = {
  'act.village.register': { zh: '录入镇街村居', en: 'Enter towns and villages' },
  'refusal.area.exists': { zh: '{{name}}({{code}})已录入。', en: '{{name}} ({{code}}) is there already.' },
  'remedy.area.exists': { zh: '请从名单中去掉后再提交。', en: 'Take it off the list.' },
  'refusal.area.elsewhere': {
    zh: '{{name}}({{code}})不是本县的镇街或村居代码。',
    en: '{{name}} ({{code}}) is not a town or village of this county.',
  },
  'remedy.area.elsewhere': {
    zh: '请核对 12 位统计用区划代码。',
    en: 'Check the 12-digit statistical code.',
  },
  'refusal.area.no-parent': {
    zh: '{{name}}({{code}})所属的镇街 {{parent}} 尚未录入。',
    en: 'The town {{parent}} of {{name}} ({{code}}) is not entered yet.',
  },
  'remedy.area.no-parent': { zh: '请先录入镇街。', en: 'Enter the town first.' },
} satisfies Words

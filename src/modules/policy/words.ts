import type { Words } from '../../kernel/words/words.ts'

export const words = {
  'act.policy.adopt': { zh: '启用政策包', en: 'Put a policy pack in force' },
  'refusal.policy.other-programme': {
    zh: '这不是本县的项目。',
    en: 'This is not this county’s programme.',
  },
  'remedy.policy.other-programme': { zh: '请从政策页面重新办理。', en: 'Start again from the policy page.' },
  'refusal.policy.in-force-already': {
    zh: '政策包“{{pack}}”的这一版已在执行。',
    en: 'This version of the pack “{{pack}}” is in force already.',
  },
  'remedy.policy.in-force-already': { zh: '无需再次启用。', en: 'There is nothing to do.' },
  'refusal.policy.faulty-pack': { zh: '政策包有误:{{problems}}', en: 'The pack has faults: {{problems}}' },
  'remedy.policy.faulty-pack': { zh: '请按提示改正后再启用。', en: 'Mend them as told, then adopt it.' },
} satisfies Words

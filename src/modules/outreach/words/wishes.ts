import type { Words } from '../../../kernel/words/words.ts'

/** What office and telephone say about wishes. */
export const wishWords = {
  'act.wish.record': { zh: '登记改造意愿', en: 'Record the household’s wish' },
  'act.wish.record.effect': {
    zh: '以最近一次回答为准，以前的回答留存。不影响资格。',
    en: 'The latest answer counts, earlier ones stay. It decides nothing about the home.',
  },
  'field.wish': { zh: '改造意愿', en: 'Wish' },
  'choice.wish.wants': { zh: '愿意', en: 'wants it' },
  'choice.wish.does-not-want': { zh: '不愿意', en: 'does not want it' },
  'choice.wish.undecided': { zh: '没想好', en: 'undecided' },
  'choice.wish.not-asked': { zh: '未问', en: 'not asked yet' },
  'refusal.wish.home-ended': { zh: '本户已退出。', en: 'The home has left the programme.' },
  'remedy.wish.home-ended': { zh: '不必再问意愿。', en: 'There is nothing to ask.' },
  'refusal.wish.no-route': {
    zh: '本户做的是建筑节能改造，不选取暖路线。',
    en: 'The home has its building retrofitted; it has no heating route to choose.',
  },
  'remedy.wish.no-route': {
    zh: '取暖改造的意愿，请在这家的取暖户上登记。',
    en: 'What the family wishes for its heating is recorded with its heating home.',
  },
  'refusal.wish.reason-missing': {
    zh: '没有选不愿意或没想好的原因。',
    en: 'Why the household does not want it, or is undecided, is not said.',
  },
  'remedy.wish.reason-missing': { zh: '请选一个原因。', en: 'Choose a reason.' },
  'refusal.wish.reason-unknown': {
    zh: '“{{reason}}”不在原因列表中。',
    en: '“{{reason}}” is not one of the reasons.',
  },
  'remedy.wish.reason-unknown': { zh: '请从列表中选择。', en: 'Choose one of the list.' },
  'wishes.title': { zh: '改造意愿', en: 'Wishes' },
  'wishes.route': { zh: '倾向的路线', en: 'Route preferred' },
  'wishes.reason': { zh: '原因', en: 'Reason' },
  'wishes.said-at': { zh: '何时问的', en: 'Asked on' },
  'wishes.asked-by': { zh: '谁问的', en: 'Asked by' },
  'wishes.household': { zh: '户主', en: 'Householder' },
  'wishes.address': { zh: '地址', en: 'Address' },
  'wishes.none': { zh: '还没有问过本户的意愿。', en: 'This household has not been asked yet.' },
  'wishes.no-route': {
    zh: '意愿摸底只问取暖改造的户；本户做的是建筑节能改造。',
    en: 'The survey asks homes of the heating line; this one has its building retrofitted.',
  },
  'wishes.empty': { zh: '没有符合条件的户。', en: 'No home fits.' },
  'wishes.counts': {
    zh: '愿意 {{wants}} · 不愿意 {{against}} · 没想好 {{undecided}} · 未问 {{notAsked}}',
    en: 'want {{wants}} · do not {{against}} · undecided {{undecided}} · not asked {{notAsked}}',
  },
  'wishes.against': { zh: '{{count}} 户不愿改造', en: '{{count}} homes do not want it' },
  'wishes.against_one': { zh: '{{count}} 户不愿改造', en: '{{count}} home does not want it' },
} satisfies Words

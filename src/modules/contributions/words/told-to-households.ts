import type { Words } from '../../../kernel/words/words.ts'

/** What the office and the family read alike. */
export const sharedWords = {
  'contribution-way.cash': { zh: '现金', en: 'Cash' },
  'contribution-way.transfer': { zh: '转账', en: 'Transfer' },
  'contribution-way.scan': { zh: '扫码', en: 'Scanned code' },
} satisfies Words

/** What the household reads about what it paid itself. */
export const ownContributionWords = {
  ...sharedWords,
  'own.contribution': { zh: '自筹款', en: 'Your own contribution' },
  'own.contribution.due': { zh: '应交', en: 'Due' },
  'own.contribution.paid': { zh: '已交', en: 'Paid' },
  'own.contribution.open': { zh: '还差', en: 'Still to pay' },
  'own.contribution.complete': { zh: '已交齐，不用再交。', en: 'All is paid; nothing more is asked.' },
  'own.contribution.receipt': { zh: '收据 {{number}} 号', en: 'Receipt {{number}}' },
  'own.contribution.void': { zh: '已作废', en: 'void' },
  'own.contribution.refund': { zh: '已退还', en: 'Refunded' },
  'own.contribution.to-refund': {
    zh: '你家已退出，这笔钱由镇街退还。收据请留好。',
    en: 'Your home has left; the town gives this money back. Keep your receipts.',
  },
  'own.contribution.keep': {
    zh: '只交给镇街，每次都要收据；安装单位不另收钱。',
    en: 'Pay the town alone and take a receipt each time; those who install ask for nothing more.',
  },
} satisfies Words

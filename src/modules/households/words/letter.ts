import type { Words } from '../../../kernel/words/words.ts'

/** Notice letters and the no-coal commitment (§3.3.2a). */
export const letterWords = {
  'act.letter.print': { zh: '打印通知单', en: 'Print the letters' },
  'act.letter.print.done': { zh: '已登记，正在生成通知单。', en: 'Noted; the letters are being made.' },
  'refusal.letter.none': {
    zh: '本村还没有申请户，没有通知单。',
    en: 'No home of this village has applied yet, so there are no letters.',
  },
  'remedy.letter.none': { zh: '请先登记申请户。', en: 'Enter the applications first.' },
  'refusal.letter.none-yet': { zh: '本村还没有发过通知单。', en: 'No letter was given out here yet.' },
  'remedy.letter.none-yet': { zh: '请选择要发的户。', en: 'Choose the homes that get one.' },
  'refusal.letter.other-village': {
    zh: '所选的户里有 {{count}} 户不在本村台账。',
    en: '{{count}} of the homes chosen are not in this village’s register.',
  },
  'remedy.letter.other-village': { zh: '请只选本村的户。', en: 'Choose homes of this village only.' },
  'refusal.letter.no-id-number': {
    zh: '所选的户里有 {{count}} 户没有身份证号，凭通知单也不能登录。',
    en: '{{count}} of the homes chosen have no ID number, so that a letter would let nobody in.',
  },
  'remedy.letter.no-id-number': {
    zh: '请先更正补录身份证号，或打印“告知书”当面交给农户。',
    en: 'Enter the ID number by a correction first, or print the sheet for the family and hand it over.',
  },
  'act.household.open-account': { zh: '改造户首次登录', en: 'First sign-in of a household' },
  'refusal.household.account-open': { zh: '本户已可登录。', en: 'This household can sign in already.' },
  'remedy.household.account-open': {
    zh: '请用通知单上的编号登录。',
    en: 'Sign in with the code on the letter.',
  },

  'act.commitment.record': { zh: '登记纸质承诺书', en: 'Record a paper commitment' },
  'act.commitment.record.done': { zh: '承诺书已登记。', en: 'The commitment is recorded.' },
  'refusal.commitment.signed-already': {
    zh: '承诺书已于 {{signedOn}} 签署。',
    en: 'The commitment was signed on {{signedOn}}.',
  },
  'remedy.commitment.signed-already': { zh: '不需要再签。', en: 'There is no need to sign again.' },
  'refusal.commitment.home-ended': { zh: '本户已不在改造名单中。', en: 'This home has left the programme.' },
  'remedy.commitment.home-ended': { zh: '如有疑问请联系镇街。', en: 'Ask the town about any question.' },
  'refusal.commitment.not-confirmed': {
    zh: '本户尚未确户，现为“$t(stage.{{stage}})”。',
    en: 'This home is not confirmed yet; it is at “$t(stage.{{stage}})”.',
  },
  'remedy.commitment.not-confirmed': { zh: '请在确户后签署。', en: 'Sign after the confirmation.' },
  'refusal.commitment.text-changed': {
    zh: '承诺书内容已更新，与您看到的不同。',
    en: 'The text has changed since you saw it.',
  },
  'remedy.commitment.text-changed': {
    zh: '请刷新页面，重新阅读后再签。',
    en: 'Reload the page, read it again and sign.',
  },
  'field.signedOn': { zh: '签署日期', en: 'Signed on' },
  'field.witness': { zh: '见证人', en: 'Witness' },
} satisfies Words

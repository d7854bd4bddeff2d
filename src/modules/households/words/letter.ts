import type { Words } from '../../../kernel/words/words.ts'

/** Notice letters. */
export const letterWords = {
  'act.letter.print': { zh: '打印通知单', en: 'Print the letters' },
  'letters.choose': {
    zh: '在通知单页面选好给哪些户打印，再登记、打印。',
    en: 'Choose on the page of letters which homes get one, then print.',
  },
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

  // Acts of before the papers; the log still tells them.
  'act.commitment.sign': { zh: '签署承诺书', en: 'Sign the commitment' },
  'act.commitment.record': { zh: '登记纸质承诺书', en: 'Record a paper commitment' },
  'paper.nothing-to-sign': {
    zh: '本户现在没有您可以请签的文书。',
    en: 'There is nothing this home could sign with you now.',
  },
  'paper.take.lead': {
    zh: '农户在这个屏幕上签。不能写字的，请用手机外业或纸质签署，要有见证人。',
    en: 'The householder signs on this screen. Who cannot write signs on a field telephone or on paper, before a witness.',
  },
  'paper.sheet.hint': {
    zh: '拍全整页，签字和手印要看得清。',
    en: 'The whole sheet, with the signature or mark legible.',
  },
  'paper.witness.lacks': { zh: '请填见证人姓名。', en: 'Enter the name of the witness.' },
  'field.paper': { zh: '文书', en: 'Paper' },
  'field.signedOn': { zh: '签署日期', en: 'Signed on' },
  'field.text': { zh: '文书内容摘要', en: 'Digest of its words' },
  'field.witness': { zh: '见证人', en: 'Witness' },
} satisfies Words

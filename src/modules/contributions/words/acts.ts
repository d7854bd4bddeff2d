import type { Words } from '../../../kernel/words/words.ts'

/** Acts about contributions, their fields and refusals. */
export const actWords = {
  'act.contribution.open-account': { zh: '开设自筹款专户', en: 'Open an account in trust' },
  'act.contribution.open-account.done': { zh: '专户已登记。', en: 'The account is open.' },
  'act.contribution.collect': { zh: '登记自筹款', en: 'Record a contribution' },
  'act.contribution.collect.done': { zh: '自筹款已登记。', en: 'The contribution is recorded.' },
  'act.contribution.cancel-receipt': { zh: '作废收据', en: 'Void the receipt' },
  'act.contribution.cancel-receipt.done': { zh: '收据已作废。', en: 'The receipt is void.' },
  'act.contribution.import': { zh: '导入收据', en: 'Import receipts' },
  'act.contribution.import.done': { zh: '收据已导入。', en: 'The receipts are imported.' },
  'act.contribution.bank': { zh: '登记缴存', en: 'Record money taken to the bank' },
  'act.contribution.bank.done': {
    zh: '缴存已登记，待他人核对。',
    en: 'Recorded; somebody else confirms it.',
  },
  'act.contribution.confirm-slip': { zh: '核对入账', en: 'Confirm the slip' },
  'act.contribution.confirm-slip.done': { zh: '已核对入账。', en: 'Confirmed.' },
  'act.contribution.return-slip': { zh: '退回缴存单', en: 'Return the slip' },
  'act.contribution.return-slip.done': {
    zh: '已退回，收据可重新缴存。',
    en: 'Returned; its receipts are free again.',
  },
  'act.contribution.pass-on': { zh: '转付中标单位', en: 'Pass on to the contractor' },
  'act.contribution.pass-on.done': { zh: '转付已登记。', en: 'Recorded as passed on.' },
  'act.contribution.refund': { zh: '退还自筹款', en: 'Refund the contribution' },
  'act.contribution.refund.done': { zh: '退还已登记。', en: 'The refund is recorded.' },
  'field.contribution.open-account.bank': { zh: '开户银行', en: 'Bank' },
  'field.contribution.open-account.accountNumber': { zh: '专户账号', en: 'Account number' },
  'field.contribution.open-account.town': { zh: '镇街', en: 'Town' },
  'field.contribution.collect.number': { zh: '收据号', en: 'Receipt number' },
  'field.contribution.collect.way': { zh: '收款方式', en: 'How it was paid' },
  'field.contribution.collect.paidOn': { zh: '收款日期', en: 'Paid on' },
  'field.contribution.bank.number': { zh: '银行缴存单号', en: 'Number of the bank’s slip' },
  'field.contribution.bank.amountFen': { zh: '缴存金额', en: 'Amount on the slip' },
  'field.bankedOn': { zh: '缴存日期', en: 'Banked on' },
  'field.passedOn': { zh: '转付日期', en: 'Passed on' },
  'field.refundedOn': { zh: '退还日期', en: 'Refunded on' },
  'choice.way.cash': { zh: '现金', en: 'Cash' },
  'choice.way.transfer': { zh: '转账', en: 'Transfer' },
  'choice.way.scan': { zh: '扫码', en: 'Scanned code' },
  'refusal.contribution.account-exists': {
    zh: '这个镇街已有自筹款专户。',
    en: 'This town has an account in trust already.',
  },
  'remedy.contribution.account-exists': {
    zh: '请在自筹款页查看。',
    en: 'See it on the page of contributions.',
  },
  'refusal.contribution.no-such-town': { zh: '没有这个镇街。', en: 'There is no such town.' },
  'remedy.contribution.no-such-town': { zh: '请从列表中选择镇街。', en: 'Choose a town of the list.' },
  'refusal.contribution.no-account': {
    zh: '本镇街还没有自筹款专户。',
    en: 'This town has no account in trust yet.',
  },
  'remedy.contribution.no-account': { zh: '请财政先开设专户。', en: 'Have finance open it first.' },
  'refusal.contribution.not-confirmed': {
    zh: '只向已确户且未退出的户收自筹款。',
    en: 'Contributions are collected from confirmed homes that have not left.',
  },
  'remedy.contribution.not-confirmed': {
    zh: '请先完成公示和确户；已退出的户不再收款。',
    en: 'Finish notice and confirmation first; a home that left pays nothing more.',
  },
  'refusal.contribution.in-future': { zh: '日期晚于今天。', en: 'The day lies in the future.' },
  'remedy.contribution.in-future': { zh: '请填写实际日期。', en: 'Enter the day it was.' },
  'refusal.contribution.number-used': {
    zh: '收据号 {{number}} 已经登记过。',
    en: 'Receipt {{number}} is recorded already.',
  },
  'remedy.contribution.number-used': {
    zh: '请核对收据，一个号只用一次（作废的也算）。',
    en: 'Check the receipt: a number is used once, also where it was voided.',
  },
  'refusal.contribution.beyond-due': {
    zh: '超过这一户还差的金额。',
    en: 'More than is still due from this home.',
  },
  'remedy.contribution.beyond-due': {
    zh: '请核对金额；协议金额不同的，先更正台账的自筹。',
    en: 'Check the amount; if the agreement states another, correct the register first.',
  },
  'refusal.contribution.voided': { zh: '这张收据已作废。', en: 'This receipt is void already.' },
  'remedy.contribution.voided': { zh: '不用再办。', en: 'There is nothing to do.' },
  'refusal.contribution.on-slip': {
    zh: '这张收据已列入缴存单，不能作废。',
    en: 'This receipt stands on a slip and cannot be voided.',
  },
  'remedy.contribution.on-slip': {
    zh: '未核对的先退回缴存单；已入账的按退款办理。',
    en: 'Return the slip first while it is unconfirmed; what is in the bank is refunded.',
  },
  'refusal.contribution.same-person': {
    zh: '收款或登记的是您本人，这一步须由另一人办理。',
    en: 'You collected or entered this; this step needs another person.',
  },
  'remedy.contribution.same-person': { zh: '请转交另一位同事。', en: 'Hand it to a colleague.' },
  'refusal.contribution.receipts-not-free': {
    zh: '有 {{receipts}} 张收据不是本镇街的、已作废或已在缴存单上。',
    en: '{{receipts}} receipts are not of this town, void, or on a slip already.',
  },
  'remedy.contribution.receipts-not-free': {
    zh: '请刷新名单，重新勾选。',
    en: 'Load the list again and tick anew.',
  },
  'refusal.contribution.slip-differs': {
    zh: '缴存金额与所选收据合计不符。',
    en: 'The slip is not the sum of the receipts chosen.',
  },
  'remedy.contribution.slip-differs': {
    zh: '请核对漏选、多选的收据和缴存单金额。',
    en: 'Check for a receipt missing or too many, and the slip’s amount.',
  },
  'refusal.contribution.banked-before-paid': {
    zh: '有收据的收款日期晚于缴存日期。',
    en: 'A receipt is later than the slip.',
  },
  'remedy.contribution.banked-before-paid': {
    zh: '请核对缴存日期和所选收据。',
    en: 'Check the slip’s day and the receipts chosen.',
  },
  'refusal.contribution.slip-used': {
    zh: '缴存单 {{number}} 已经登记过。',
    en: 'Slip {{number}} is recorded already.',
  },
  'remedy.contribution.slip-used': { zh: '请核对缴存单号。', en: 'Check the slip’s number.' },
  'refusal.contribution.slip-settled': { zh: '这张缴存单已核对过。', en: 'This slip is settled already.' },
  'remedy.contribution.slip-settled': { zh: '不用再办。', en: 'There is nothing to do.' },
  'refusal.contribution.not-of-contractor': {
    zh: '有 {{homes}} 户不属于这个镇街或中标单位。',
    en: '{{homes}} homes are not of this town or contractor.',
  },
  'remedy.contribution.not-of-contractor': {
    zh: '请只选同一镇街、同一中标单位的户。',
    en: 'Choose homes of one town and one contractor.',
  },
  'refusal.contribution.not-accepted': {
    zh: '有 {{homes}} 户尚未验收合格或已退出。',
    en: '{{homes}} homes are not accepted, or have left.',
  },
  'remedy.contribution.not-accepted': { zh: '验收合格后再转付。', en: 'Pass on after acceptance.' },
  'refusal.contribution.passed-on-before': {
    zh: '有 {{homes}} 户已经转付过。',
    en: '{{homes}} homes were passed on already.',
  },
  'remedy.contribution.passed-on-before': { zh: '请从清单中去掉。', en: 'Take them off the list.' },
  'refusal.contribution.not-all-banked': {
    zh: '有 {{homes}} 户的自筹款没有收齐或没有入账。',
    en: 'Of {{homes}} homes not all is paid and in the bank.',
  },
  'remedy.contribution.not-all-banked': {
    zh: '收齐并核对入账后再转付。',
    en: 'Collect and bank the rest first.',
  },
  'refusal.contribution.sum-differs': {
    zh: '转付金额与所选户合计不符。',
    en: 'The amount is not the sum of the homes chosen.',
  },
  'remedy.contribution.sum-differs': { zh: '请核对金额和所选的户。', en: 'Check the amount and the homes.' },
  'refusal.contribution.reference-used': {
    zh: '银行流水号 {{number}} 已经登记过。',
    en: 'The bank reference {{number}} is recorded already.',
  },
  'remedy.contribution.reference-used': { zh: '请核对流水号。', en: 'Check the reference.' },
  'refusal.contribution.not-left': {
    zh: '只有经批准退出的户才退还自筹款。',
    en: 'Only a home that left by an approved change gets its contribution back.',
  },
  'remedy.contribution.not-left': { zh: '先办理退出变更。', en: 'Have the change approved first.' },
  'refusal.contribution.contractor-has-it': {
    zh: '这一户的自筹款已转付中标单位。',
    en: 'The contribution was passed on to the contractor.',
  },
  'remedy.contribution.contractor-has-it': {
    zh: '请先向中标单位追回。',
    en: 'Get it back from the contractor first.',
  },
  'refusal.contribution.not-banked': {
    zh: '这一户的钱还没有入账。',
    en: 'The home’s money is not in the bank yet.',
  },
  'remedy.contribution.not-banked': {
    zh: '先缴存并核对，再从专户退还；开错的收据请作废。',
    en: 'Bank and confirm it, then refund from the account; a receipt written wrongly is voided.',
  },
  'refusal.contribution.nothing-held': {
    zh: '没有代这一户保管的钱。',
    en: 'Nothing is kept for this home.',
  },
  'remedy.contribution.nothing-held': { zh: '不用退还。', en: 'There is nothing to refund.' },
  'refusal.contribution.beyond-held': {
    zh: '超过代这一户保管的金额。',
    en: 'More than is kept for this home.',
  },
  'remedy.contribution.beyond-held': { zh: '请核对金额。', en: 'Check the amount.' },
  'refusal.contribution.sheet-empty': { zh: '表里没有收据。', en: 'The sheet has no receipts.' },
  'remedy.contribution.sheet-empty': {
    zh: '请按模板填写后再导入。',
    en: 'Fill in the template and import again.',
  },
  'fact.paidOn': { zh: '收款日期', en: 'Paid on' },
  'fact.amountFen': { zh: '填写金额', en: 'Amount entered' },
  'fact.usedOn': { zh: '登记日期', en: 'Recorded for' },
  'fact.receiptsFen': { zh: '收据合计', en: 'Sum of the receipts' },
  'fact.heldFen': { zh: '代管金额', en: 'Kept' },
  'fact.onHandFen': { zh: '未入账', en: 'Not banked' },
  'fact.bankedOn': { zh: '缴存日期', en: 'Banked on' },
  'fact.passedOn': { zh: '转付日期', en: 'Passed on' },
  'fact.refundedOn': { zh: '退还日期', en: 'Refunded on' },
} satisfies Words

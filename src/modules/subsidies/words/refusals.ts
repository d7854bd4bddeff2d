import type { Words } from '../../../kernel/words/words.ts'

/** Why an act is not done, and what to do next. */
export const refusalWords = {
  'refusal.season.exists': { zh: '该取暖季已设立。', en: 'This season is open already.' },
  'remedy.season.exists': { zh: '请在取暖季列表中打开。', en: 'Open it from the list of seasons.' },
  'refusal.season.ends-before-start': {
    zh: '结束日 {{endsOn}} 不晚于开始日 {{startsOn}}。',
    en: 'The last day {{endsOn}} is not after the first day {{startsOn}}.',
  },
  'remedy.season.ends-before-start': { zh: '请核对起止日期。', en: 'Check the two days.' },
  'refusal.season.not-over': {
    zh: '取暖季到 {{endsOn}} 才结束，结束后才能统计用电量。',
    en: 'The season ends on {{endsOn}}; electricity is counted after that.',
  },
  'remedy.season.not-over': { zh: '请在取暖季结束后办理。', en: 'Come back when the season is over.' },
  'refusal.season.no-parameters': {
    zh: '现行政策在 {{endsOn}} 还没有运行补贴的单价和上限。',
    en: 'The policy in force has no rate and cap for the operating subsidy on {{endsOn}}.',
  },
  'remedy.season.no-parameters': {
    zh: '请核对截止日期，或先启用载有该日参数的政策包。',
    en: 'Check the last day, or adopt a policy pack that has them for that day.',
  },
  'refusal.season.overlaps': {
    zh: '与“{{name}}”（{{startsOn}} 至 {{endsOn}}）日期重叠。',
    en: 'Its days overlap with “{{name}}” ({{startsOn}} to {{endsOn}}).',
  },
  'remedy.season.overlaps': {
    zh: '请核对起止日期，或打开已设立的取暖季。',
    en: 'Check the days, or open that season.',
  },
  'refusal.workbook.faulty': {
    zh: '工作簿有 {{problems}} 处问题，没有导入。{{zh}}',
    en: 'The workbook has {{problems}} problems and was not imported: {{en}}',
  },
  'remedy.workbook.faulty': {
    zh: '请下载标注问题的工作簿，改正后重新上传。',
    en: 'Download the marked workbook, correct it and upload it again.',
  },
  'refusal.usage.same-file': { zh: '这份文件已经导入过。', en: 'This very file has been imported.' },
  'remedy.usage.same-file': { zh: '无需重复导入。', en: 'There is nothing to do.' },
  'refusal.usage.read-before': {
    zh: '其中 {{homes}} 户本季已有读数。',
    en: '{{homes}} of its homes have readings for this season already.',
  },
  'remedy.usage.read-before': {
    zh: '请去掉这些行后再导入；读数有误的，请镇街先退回它的明细。',
    en: 'Take those rows out and import the rest; where a reading is wrong, have its statement sent back first.',
  },
  'refusal.usage.nothing-matched': {
    zh: '没有一行户号能对应到台账中的户。',
    en: 'No row’s account number belongs to a home of the register.',
  },
  'remedy.usage.nothing-matched': {
    zh: '请核对是否为本县改造户的户号。',
    en: 'Check that these are the converted homes’ accounts.',
  },
  'refusal.statement.no-readings': {
    zh: '没有需要生成明细的读数。',
    en: 'There are no readings to draw statements from.',
  },
  'remedy.statement.no-readings': {
    zh: '请先由供电公司导入用电量。',
    en: 'The grid company imports the electricity first.',
  },
  'refusal.statement.nothing-to-review': { zh: '没有待审核的明细。', en: 'There is nothing to review.' },
  'remedy.statement.nothing-to-review': { zh: '请等待上一步完成。', en: 'Wait for the step before.' },
  'refusal.statement.same-person': {
    zh: '上一步由您经办，这一步须由另一人办理。',
    en: 'You did the step before; this one needs another person.',
  },
  'remedy.statement.same-person': { zh: '请转交另一位同事。', en: 'Hand it to a colleague.' },
  'refusal.statement.not-all-reviewable': {
    zh: '所选 {{asked}} 条中只有 {{ready}} 条可以审核。',
    en: 'Only {{ready}} of the {{asked}} chosen can be reviewed.',
  },
  'remedy.statement.not-all-reviewable': { zh: '请刷新后重新选择。', en: 'Reload and choose again.' },
  'refusal.statement.beyond-review': {
    zh: '该明细现为“$t(statement-state.{{state}})”，不能退回。',
    en: 'This statement is “$t(statement-state.{{state}})” and cannot be sent back.',
  },
  'remedy.statement.beyond-review': { zh: '请联系财政经办处理。', en: 'Ask the finance officer.' },
  'refusal.statement.not-failed': {
    zh: '该明细现为“$t(statement-state.{{state}})”，只有发放失败的才需重发。',
    en: 'This statement is “$t(statement-state.{{state}})”; only a failed payment is made again.',
  },
  'remedy.statement.not-failed': { zh: '无需办理。', en: 'There is nothing to do.' },
  'refusal.payment.not-paid': {
    zh: '该明细现为“$t(statement-state.{{state}})”，只有已到账的才会到账后退回。',
    en: 'This statement is “$t(statement-state.{{state}})”; only what was paid comes back after payment.',
  },
  'remedy.payment.not-paid': {
    zh: '还没有回执的，在回执里填“失败”。',
    en: 'Where no receipt is in yet, it says “failed” there.',
  },
  'refusal.payment.in-recovery': {
    zh: '这笔款已列入该户的追缴。',
    en: 'This payment is asked back from the home already.',
  },
  'remedy.payment.in-recovery': {
    zh: '请在追缴中登记收回。',
    en: 'Record it as a repayment of that recovery.',
  },
  'refusal.payment.back-before-paid': {
    zh: '退回日期早于到账日期 {{paidOn}}。',
    en: 'It cannot have come back before it was paid on {{paidOn}}.',
  },
  'remedy.payment.back-before-paid': {
    zh: '请按银行通知核对退回日期。',
    en: 'Look at the day on the bank’s notice.',
  },
  'refusal.payment.account-of-another': {
    zh: '这个户号在台账里属于另一户。',
    en: 'This account belongs to another home of the register.',
  },
  'remedy.payment.account-of-another': {
    zh: '请与供电公司核对本户的户号。',
    en: 'Check this home’s account with the grid company.',
  },
  'refusal.statement.home-ended': {
    zh: '该户已退出或被取消补贴。',
    en: 'The home has left the programme or lost its subsidy.',
  },
  'remedy.statement.home-ended': { zh: '不再发放。', en: 'It is not paid.' },
  'refusal.batch.nothing-reviewed': {
    zh: '没有两级审核通过、可以发放的明细。',
    en: 'Nothing has passed both reviews and is payable.',
  },
  'remedy.batch.nothing-reviewed': { zh: '请先完成镇街和住建局审核。', en: 'Finish both reviews first.' },
  'refusal.receipt.unknown-reference': {
    zh: '{{rows}} 行的支付编号不属于这个批次，例如第 {{row}} 行“{{reference}}”。整份回执没有导入。',
    en: '{{rows}} rows have references that are not of this batch, such as “{{reference}}” in row {{row}}. Nothing was imported.',
  },
  'remedy.receipt.unknown-reference': {
    zh: '请核对是否选对了批次。',
    en: 'Check that this is the right batch.',
  },
  'refusal.receipt.other-amount': {
    zh: '{{rows}} 行的金额与清单不符，例如第 {{row}} 行“{{reference}}”。整份回执没有导入。',
    en: '{{rows}} rows have other amounts than the batch, such as “{{reference}}” in row {{row}}. Nothing was imported.',
  },
  'remedy.receipt.other-amount': {
    zh: '请向付款单位核实实付金额。',
    en: 'Ask the payer what was really paid.',
  },
  'refusal.receipt.elsewhere': {
    zh: '{{rows}} 行的户号或户名与清单不符，例如第 {{row}} 行“{{reference}}”。整份回执没有导入。',
    en: '{{rows}} rows have another account or name than the batch, such as “{{reference}}” in row {{row}}. Nothing was imported.',
  },
  'remedy.receipt.elsewhere': {
    zh: '请向付款单位核实钱付给了谁。',
    en: 'Ask the payer whom the money went to.',
  },
  'refusal.receipt.other-result': {
    zh: '{{rows}} 行与先前回执的结果相反，例如第 {{row}} 行“{{reference}}”。整份回执没有导入。',
    en: '{{rows}} rows contradict an earlier receipt, such as “{{reference}}” in row {{row}}. Nothing was imported.',
  },
  'remedy.receipt.other-result': {
    zh: '请向付款单位核实，按最终结果重新出具回执。',
    en: 'Ask the payer for a receipt with the final results.',
  },
  'refusal.receipt.all-known': {
    zh: '这份回执的 {{rows}} 行都已核销过，没有新内容。',
    en: 'All {{rows}} rows of this receipt are matched already; there is nothing new in it.',
  },
  'remedy.receipt.all-known': { zh: '无需重复导入。', en: 'There is nothing to do.' },
  'refusal.coal.revoked-already': { zh: '该户补贴已取消。', en: 'This home’s subsidy is cancelled already.' },
  'remedy.coal.revoked-already': { zh: '请在追缴中查看。', en: 'See it under recoveries.' },
  'refusal.coal.finding-open': {
    zh: '该户已有一起用煤上报待决定。',
    en: 'A finding of coal in this home waits for its decision.',
  },
  'remedy.coal.finding-open': { zh: '请在返煤核查中补充。', en: 'See it under coal findings.' },
  'refusal.coal.decided-already': { zh: '这起上报已经决定。', en: 'This finding is decided.' },
  'remedy.coal.decided-already': {
    zh: '再次查实的，请重新上报。',
    en: 'If coal is found again, report it anew.',
  },
  'refusal.coal.own-finding': {
    zh: '上报人和听取陈述的人不能作决定。',
    en: 'Who found the coal or heard the household does not decide.',
  },
  'remedy.coal.own-finding': { zh: '请由另一人决定。', en: 'Somebody else decides it.' },
  'refusal.coal.not-heard': {
    zh: '农户还没有陈述，陈述期到 {{hearUntil}} 止。',
    en: 'The household has not been heard; it may speak until {{hearUntil}}.',
  },
  'remedy.coal.not-heard': {
    zh: '请先听取农户陈述；期满仍不陈述的，可以决定。',
    en: 'Hear it first; once its days have passed the finding can be decided without.',
  },
  'refusal.coal.heard-in-future': {
    zh: '陈述日期 {{heardOn}} 晚于今天。',
    en: 'The day {{heardOn}} is yet to come.',
  },
  'remedy.coal.heard-in-future': { zh: '请核对日期。', en: 'Check the day.' },
  'refusal.coal.heard-before-found': {
    zh: '陈述日期 {{heardOn}} 早于发现日期 {{foundOn}}。',
    en: 'The day {{heardOn}} is before the coal was found on {{foundOn}}.',
  },
  'remedy.coal.heard-before-found': { zh: '请核对日期。', en: 'Check the day.' },
  'refusal.coal.home-ended': { zh: '该户已退出。', en: 'The home has left the programme.' },
  'remedy.coal.home-ended': { zh: '无需上报。', en: 'There is nothing to report.' },
  'refusal.coal.not-converted': {
    zh: '该户尚未验收，不存在返煤。',
    en: 'The home is not converted yet, so coal there is no relapse.',
  },
  'remedy.coal.not-converted': { zh: '请在验收后巡查。', en: 'Inspect after acceptance.' },
  'refusal.coal.before-acceptance': {
    zh: '发现日期 {{foundOn}} 早于验收日期 {{acceptedOn}}，不属于返煤。',
    en: 'The day {{foundOn}} is before the acceptance on {{acceptedOn}}, so it is no relapse.',
  },
  'remedy.coal.before-acceptance': {
    zh: '请核对日期；验收前的用煤由验收把关。',
    en: 'Check the day; coal before acceptance is for the acceptance to settle.',
  },
  'refusal.coal.in-future': {
    zh: '发现日期 {{foundOn}} 在今天之后。',
    en: 'The day {{foundOn}} is in the future.',
  },
  'remedy.coal.in-future': { zh: '请核对日期。', en: 'Check the day.' },
  'refusal.recovery.closed': { zh: '该笔追缴已结清。', en: 'This recovery is closed.' },
  'remedy.recovery.closed': { zh: '无需再收。', en: 'Nothing is owed.' },
  'refusal.recovery.more-than-owed': { zh: '退款多于尚欠的金额。', en: 'This is more than is still owed.' },
  'remedy.recovery.more-than-owed': { zh: '请核对金额。', en: 'Check the amount.' },
  'refusal.recovery.instalment-past': {
    zh: '首期日期 {{firstOn}} 已过。',
    en: 'The first day {{firstOn}} is past.',
  },
  'remedy.recovery.instalment-past': { zh: '请从今天起约定。', en: 'Begin today or later.' },
  'refusal.recovery.too-many-instalments': {
    zh: '分 {{count}} 期，超过最多 {{most}} 期。',
    en: '{{count}} instalments are more than the {{most}} allowed.',
  },
  'remedy.recovery.too-many-instalments': {
    zh: '请减少期数；确实退不起的，可申请减免。',
    en: 'Agree on fewer; where that is too much, ask for a waiver.',
  },
  'refusal.recovery.instalments-too-small': {
    zh: '尚欠的金额不够分这么多期。',
    en: 'Too little is owed for so many.',
  },
  'remedy.recovery.instalments-too-small': { zh: '请减少期数。', en: 'Agree on fewer.' },
  'refusal.recovery.relief-asked-already': {
    zh: '已有一份减免核销申请待审批。',
    en: 'A relief is asked for already and waits.',
  },
  'remedy.recovery.relief-asked-already': { zh: '请等审批后再申请。', en: 'Wait until it is decided.' },
  'refusal.recovery.no-relief-asked': {
    zh: '没有待审批的减免核销申请。',
    en: 'No relief waits for a decision.',
  },
  'remedy.recovery.no-relief-asked': { zh: '先由财政人员申请。', en: 'Finance asks for it first.' },
  'refusal.recovery.relief-own': {
    zh: '这是您自己申请的，不能由您审批。',
    en: 'You asked for this yourself.',
  },
  'remedy.recovery.relief-own': { zh: '请由另一人审批。', en: 'Somebody else decides it.' },
  'refusal.recovery.relief-more-than-left': {
    zh: '申请以后又有退款，申请的金额多于尚欠的金额。',
    en: 'Money has come since it was asked for: it is more than is still owed.',
  },
  'remedy.recovery.relief-more-than-left': {
    zh: '请不批准，并按尚欠的金额重新申请。',
    en: 'Decline it and have it asked for anew, by what is still owed.',
  },
  'refusal.recovery.in-future': {
    zh: '退款日期 {{paidOn}} 在今天之后。',
    en: 'The day {{paidOn}} is in the future.',
  },
  'refusal.recovery.before-finding': {
    zh: '退款日期 {{paidOn}} 早于发现复燃的日期 {{foundOn}}。',
    en: 'The day {{paidOn}} is before the coal was found on {{foundOn}}.',
  },
  'remedy.recovery.before-finding': { zh: '请核对日期。', en: 'Check the day.' },
  'refusal.recovery.reference-used': {
    zh: '这个银行流水号已登记过一笔退款（{{day}}）。',
    en: 'This bank reference stands for a repayment already, of {{day}}.',
  },
  'remedy.recovery.reference-used': {
    zh: '请核对流水号；同一笔到账只登记一次。',
    en: 'Check the reference; one transfer is entered once.',
  },
  'remedy.recovery.in-future': { zh: '请核对日期。', en: 'Check the day.' },
} satisfies Words

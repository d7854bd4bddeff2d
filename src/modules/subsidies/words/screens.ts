import type { Words } from '../../../kernel/words/words.ts'

/** What the office's screens of seasons, batches and recoveries say. */
export const screenWords = {
  'change-money.nothing-paid': {
    zh: '这户还没有申报或发放过补贴',
    en: 'no subsidy was claimed or paid for this home',
  },
  'change-money.equipment-paid': {
    zh: '建设补贴 ¥{{amount}} 已于 {{day}} 付给{{contractor}}',
    en: 'equipment subsidy of ¥{{amount}} was paid to {{contractor}} on {{day}}',
  },
  'change-money.equipment-claimed': {
    zh: '建设补贴 ¥{{amount}} 由{{contractor}}申报，{{state}}',
    en: 'equipment subsidy of ¥{{amount}} is claimed by {{contractor}} ({{state}})',
  },
  'change-money.equipment-stops': {
    zh: '，批准后这户不再付款，申报退回中标单位剔除',
    en: '; upon approval it is not paid for this home and the claim goes back to the contractor',
  },
  'change-money.operating-paid': {
    zh: '{{season}}运行补贴 ¥{{amount}} 已于 {{day}} 发到农户',
    en: 'operating subsidy of ¥{{amount}} ({{season}}) was paid to the household on {{day}}',
  },
  'change-money.operating-waits': {
    zh: '{{season}}运行补贴 ¥{{amount}} 还没有发到农户',
    en: 'operating subsidy of ¥{{amount}} ({{season}}) is not paid to the household yet',
  },
  'change-money.operating-stops': {
    zh: '，批准后停发；已在发放批次中的以回执为准',
    en: '; upon approval it is stopped, and of one already in a batch the receipt tells',
  },
  'change-money.owed': {
    zh: '批准时随即开出追缴，追回 ¥{{amount}}，由财政登记退款',
    en: 'approval opens a recovery of ¥{{amount}}; finance records what comes back',
  },
  'change-money.stays': {
    zh: '已付的 ¥{{amount}} 不追回',
    en: '¥{{amount}} of what was paid is not owed back',
  },
  'change-money.none-owed': {
    zh: '没有开出追缴，已付的 ¥{{amount}} 不追回',
    en: 'no recovery was opened; ¥{{amount}} paid is not owed back',
  },
  'change-money.recovery': { zh: '查看追缴', en: 'See the recovery' },
  'change-money.recovery-open': {
    zh: '追缴 ¥{{owed}}，已退回 ¥{{repaid}}',
    en: '¥{{owed}} is owed back, ¥{{repaid}} has come back',
  },
  'change-money.recovery-closed': {
    zh: '追缴 ¥{{owed}}，已全部退回',
    en: '¥{{owed}} was owed back and has come back',
  },
  'change-money.recovery-lifted': { zh: '追缴 ¥{{owed}} 已撤销', en: 'the recovery of ¥{{owed}} is lifted' },
  'change-money.recovery-stays': {
    zh: '追缴 ¥{{owed}} 已退回 ¥{{repaid}}：退过款的不随恢复撤销，由财政核算后另行处理',
    en: 'of ¥{{owed}} owed back ¥{{repaid}} has come back: such a recovery is not lifted by the return, finance settles it',
  },
  'change-money.machines-contractors_one': {
    zh: '已装 {{count}} 台设备还没有付清补贴，归中标单位：批准后由其收回',
    en: 'the one machine fitted is not paid for and is the contractor’s, who takes it back upon approval',
  },
  'change-money.machines-contractors_other': {
    zh: '已装 {{count}} 台设备还没有付清补贴，归中标单位：批准后由其收回',
    en: 'the {{count}} machines fitted are not paid for and are the contractor’s, who takes them back upon approval',
  },
  'change-money.machines-due-back_one': {
    zh: '已装 {{count}} 台设备没有付过补贴，由中标单位收回，还没有登记收回',
    en: 'the one machine fitted was not paid for; the contractor is to take it back and has not yet',
  },
  'change-money.machines-due-back_other': {
    zh: '已装 {{count}} 台设备没有付过补贴，由中标单位收回，还没有登记收回',
    en: 'the {{count}} machines fitted were not paid for; the contractor is to take them back and has not yet',
  },
  'change-money.machines-own-paid_one': {
    zh: '已装 {{count}} 台设备的补贴已付清，归农户（或继承人），中标单位不收回',
    en: 'the one machine fitted is paid for: it stays the household’s or its heirs’, and the contractor does not take it back',
  },
  'change-money.machines-own-paid_other': {
    zh: '已装 {{count}} 台设备的补贴已付清，归农户（或继承人），中标单位不收回',
    en: 'the {{count}} machines fitted are paid for: they stay the household’s or its heirs’, and the contractor does not take them back',
  },
  'change-money.machines-own-repaid_one': {
    zh: '已装 {{count}} 台设备的补贴由农户退回，设备归农户，中标单位不收回',
    en: 'the household pays back the subsidy of the one machine fitted and keeps it; the contractor does not take it back',
  },
  'change-money.machines-own-repaid_other': {
    zh: '已装 {{count}} 台设备的补贴由农户退回，设备归农户，中标单位不收回',
    en: 'the household pays back the subsidy of the {{count}} machines fitted and keeps them; the contractor does not take them back',
  },
  'change-money.machines-taken-back': {
    zh: '设备已于 {{day}} 由中标单位收回',
    en: 'the contractor took the machines back on {{day}}',
  },
  'change-money.machines-back-stay_one': {
    zh: '已装 {{count}} 台设备留在这户，不再收回',
    en: 'the one machine fitted stays there and is not taken back any more',
  },
  'change-money.machines-back-stay_other': {
    zh: '已装 {{count}} 台设备留在这户，不再收回',
    en: 'the {{count}} machines fitted stay there and are not taken back any more',
  },
  'change-money.machines-back-refit': {
    zh: '设备已于 {{day}} 收回：恢复后由中标单位重新安装、自检、验收',
    en: 'the machines were taken back on {{day}}: the contractor fits some again, and they are checked and accepted anew',
  },
  'seasons.title': { zh: '取暖季补贴', en: 'Heating seasons' },
  'seasons.lead': {
    zh: '取暖季结束后统计用电量，镇街、住建局两级审核，再锁定批次发放到户。',
    en: 'After the season electricity is counted, reviewed by town and bureau, then paid to each household in batches.',
  },
  'seasons.empty': { zh: '还没有设立取暖季。', en: 'No season has been opened yet.' },
  'season.days': { zh: '起止日期', en: 'Days' },
  'season.deadline': { zh: '用电量统计期限', en: 'Electricity to be counted by' },
  'season.not-over': { zh: '取暖季尚未结束', en: 'the season is not over' },
  'season.days-left_one': { zh: '还有 {{count}} 天', en: '{{count}} day left' },
  'season.days-left_other': { zh: '还有 {{count}} 天', en: '{{count}} days left' },
  'season.late_one': { zh: '期限已过 {{count}} 天', en: '{{count}} day past' },
  'season.late_other': { zh: '期限已过 {{count}} 天', en: '{{count}} days past' },
  'season.paid': { zh: '已发放金额', en: 'Paid out' },
  'season.used': { zh: '用电量', en: 'Electricity' },
  'statements.payable': { zh: '应发', en: 'To be paid' },
  'statements.held': { zh: '暂不发放', en: 'Held back' },
  'statements.sent-back': { zh: '已退回', en: 'Sent back' },
  'season.payable': { zh: '应补金额', en: 'Payable' },
  'season.readings': { zh: '已有读数（户）', en: 'Homes read' },
  'season.undrawn': { zh: '未生成明细（户）', en: 'Without a statement' },
  'season.statements': { zh: '补贴明细', en: 'Statements' },
  'season.no-statements': { zh: '这里还没有补贴明细。', en: 'There are no statements here yet.' },
  'season.imports': { zh: '用电量导入记录', en: 'Readings imported' },
  'season.review': { zh: '待我审核', en: 'For my review' },
  'season.review.confirm': {
    zh: '审核通过{{town}}的 {{homes}} 户、合计 ¥{{total}}？有疑问的请先逐户退回。',
    en: 'Pass {{homes}} homes of {{town}}, ¥{{total}} in all? Send back the doubtful ones first.',
  },
  'season.draw-up.confirm': {
    zh: '按已有读数生成补贴明细？尚未审核的会重新计算，已审核的不变。',
    en: 'Draw up statements from the readings? Those not reviewed yet are reckoned anew; the rest stay.',
  },
  'season.drawn-up': {
    zh: '已生成 {{statements}} 户：可发放 {{payable}} 户，合计 ¥{{total}}；暂不发放 {{blocked}} 户。',
    en: '{{statements}} drawn up: {{payable}} payable, ¥{{total}} in all; {{blocked}} held back.',
  },
  'season.freeze.confirm': {
    zh: '把两级审核通过的 {{homes}} 户、合计 ¥{{total}} 锁定为一个发放批次？锁定前会再核对一次发放条件。',
    en: 'Freeze {{homes}} homes, ¥{{total}} in all, into a batch? The conditions of payment are checked once more.',
  },
  'money.panel': { zh: '补贴资金', en: 'Money' },
  'money.not-paid': {
    zh: '现在不能支付。所在申请须退回，由中标单位去掉这一户后重报。',
    en: 'Not paid as things stand. Its claim is to be returned, and sent again without this home.',
  },
  'money.none': { zh: '还没有。', en: 'None yet.' },
  'money.file': { zh: '文件', en: 'File' },
  'money.imported-on': { zh: '导入日期', en: 'Imported on' },

  'season.import-from-analysis': {
    zh: '电表逐日示数第 {{number}} 次分析',
    en: 'Analysis {{number}} of the daily readings',
  },
  'usage.template.title': { zh: '一、下载模板', en: '1. The template' },
  'usage.template.lead': {
    zh: '供电公司按户号填写取暖季首日和末日的表码，也可以直接用营销系统导出的同名列。',
    en: 'By account: the meter’s readings on the first and last day. A list from the billing system with these columns will do.',
  },
  'usage.template': { zh: '下载模板', en: 'Download the template' },
  'usage.upload': { zh: '二、上传并核对', en: '2. Upload and check' },
  'usage.drop': {
    zh: 'Excel（.xlsx、.xls）或 CSV；先核对，不会直接导入。',
    en: 'Excel (.xlsx, .xls) or CSV; it is checked first, not imported.',
  },
  'usage.rows': { zh: '行数', en: 'Rows' },
  'usage.matched': { zh: '对应到户', en: 'Matched to homes' },
  'usage.replaced': { zh: '其中更正', en: 'of them corrected' },
  'usage.unmatched': { zh: '对不上、不导入', en: 'Not matched, left out' },
  'usage.same-file': {
    zh: '这份文件 {{day}} 已经导入过，无需重复导入。',
    en: 'This very file was imported on {{day}}; there is nothing to do.',
  },
  'usage.import': { zh: '导入 {{count}} 户的读数', en: 'Import the readings of {{count}} homes' },
  'usage.done': {
    zh: '已导入 {{matched}} 户的读数（其中更正 {{replaced}} 户），{{unmatched}} 行对不上未导入。',
    en: 'Readings of {{matched}} homes imported ({{replaced}} corrected); {{unmatched}} rows left out.',
  },
  'usage.to-season': { zh: '回到取暖季', en: 'Back to the season' },

  'statements.of': { zh: '{{season}}补贴明细', en: 'Statements of {{season}}' },
  'statements.sum_one': { zh: '{{count}} 户', en: '{{count}} home' },
  'statements.sum_other': { zh: '{{count}} 户', en: '{{count}} homes' },
  'statement.amount': { zh: '应补金额', en: 'Amount' },
  'statement.why': { zh: '说明', en: 'Why' },
  'statement.acts': { zh: '办理', en: 'Do' },
  'statement.search': { zh: '户主姓名', en: 'Householder’s name' },
  'statement.sent-back': { zh: '已退回：{{reason}}', en: 'Sent back: {{reason}}' },
  'statement.nothing-used': { zh: '本季没有可补电量。', en: 'Nothing was used this season.' },
  'statement.stopped.revoked': {
    zh: '查实用煤，补贴已取消。',
    en: 'Coal was found; the subsidy is cancelled.',
  },
  'statement.stopped.withdrawn': {
    zh: '该户已退出，没有发放的不再发放。',
    en: 'The home left; what was not paid is paid no more.',
  },
  'statement.stopped.refused': {
    zh: '该户已放弃，没有发放的不再发放。',
    en: 'The household refused; what was not paid is paid no more.',
  },
  'statement.stopped.undone': {
    zh: '该户退出时停发；退出已撤销，本单不再发放。',
    en: 'Stopped when the home left; the departure was undone since, and this statement is not paid.',
  },
  'statement.account-corrected': { zh: '户号已更正', en: 'account corrected' },
  'help.payment.retry.accountNumber': {
    zh: '不改户号请留空，直接进入下一批；改了户号的，由住建局另一人复核后再发放。',
    en: 'Leave empty to pay to the same account. With another one, somebody at the bureau looks it over first.',
  },
  'field.payment.retry.accountNumber': { zh: '更正后的用电户号', en: 'Corrected account number' },

  'batches.title': { zh: '发放批次', en: 'Payment batches' },
  'batches.lead': {
    zh: '批次锁定后金额和户号不再变动；回执逐户核销，失败的更正后进入下一批。',
    en: 'A frozen batch does not change. Receipts settle it home by home; what fails is corrected and goes into the next.',
  },
  'batches.empty': { zh: '还没有发放批次。', en: 'There is no batch yet.' },
  'batch.no': { zh: '发放批次 {{number}} 号', en: 'Batch no. {{number}}' },
  'batch.batch': { zh: '批次', en: 'Batch' },
  'batch.payments': { zh: '发放户数', en: 'Payments' },
  'batch.left': { zh: '已退出', en: 'left' },
  'batch.left-homes_one': {
    zh: '其中已退出 {{count}} 户 ¥{{amount}}，尚无回单；还没发放的，请通知供电公司停发',
    en: 'of it {{count}} home that left, ¥{{amount}}, without a receipt yet; if it is not paid, tell the grid company to stop it',
  },
  'batch.left-homes_other': {
    zh: '其中已退出 {{count}} 户 ¥{{amount}}，尚无回单；还没发放的，请通知供电公司停发',
    en: 'of it {{count}} homes that left, ¥{{amount}}, without a receipt yet; if they are not paid, tell the grid company to stop them',
  },
  'batch.total': { zh: '批次金额', en: 'Amount' },
  'batch.failed': { zh: '失败金额', en: 'Failed' },
  'batch.waiting': { zh: '等待回执', en: 'Waiting for receipts' },
  'batch.frozen-on': { zh: '锁定', en: 'Frozen' },
  'batch.file': { zh: '下载发放清单', en: 'Download the payment list' },
  'batch.digest': { zh: '清单内容指纹（SHA-256）：', en: 'Digest of what the list says (SHA-256): ' },
  'batch.digest.how': {
    zh: '锁定时由清单内容算出，不是文件的指纹：按支付编号排序，每笔一行“支付编号、户号、金额（分）”，以制表符分隔、换行结尾，UTF-8 编码。',
    en: 'Of the content when it was frozen, not of a file: by reference, a line for each payment with reference, account and amount in fen, set apart by tabs and ended by a line feed, in UTF-8.',
  },
  'batch.file-digest': {
    zh: '刚下载的文件指纹（SHA-256，已记入日志）：',
    en: 'Digest of the file just downloaded (SHA-256, kept in the log): ',
  },
  'batch.reference': { zh: '支付编号', en: 'Reference' },
  'batch.result': { zh: '结果', en: 'Result' },
  'batch.failure': { zh: '失败原因', en: 'Why it failed' },
  'batch.settled-on': { zh: '核销日期', en: 'Settled on' },
  'batch.no-payments': { zh: '没有这样的发放。', en: 'There are no such payments.' },
  'batch.receipts': { zh: '已导入的回执', en: 'Receipts imported' },
  'batch.settled-rows': { zh: '核销户数', en: 'Settled' },
  'batch.no-receipts': { zh: '还没有导入回执。', en: 'No receipt has come yet.' },
  'receipt.lead': {
    zh: '上传付款单位的回执，按支付编号逐行核对金额、户号和户名，全部对上才导入。',
    en: 'Upload the payer’s receipt. Every row is matched by reference, then amount, account and name; it is taken whole or not at all.',
  },
  'receipt.template': { zh: '回执模板', en: 'Template' },
  'receipt.drop': {
    zh: 'Excel（.xlsx、.xls）或 CSV；先核对，不会直接导入。',
    en: 'Excel (.xlsx, .xls) or CSV; it is checked first, not imported.',
  },
  'receipt.paid': { zh: '成功金额', en: 'Paid' },
  'receipt.repeated': { zh: '先前已核销', en: 'Settled before' },
  'receipt.refused-whole': {
    zh: '有对不上的行，整份回执不能导入。请向付款单位核实后重新上传。',
    en: 'Some rows do not fit, so nothing can be imported. Ask the payer and upload it again.',
  },
  'receipt.nothing-new': { zh: '这份回执没有新内容。', en: 'There is nothing new in this receipt.' },
  'receipt.done': {
    zh: '成功 {{paid}} 户、¥{{total}}，失败 {{failed}} 户，先前已核销 {{repeated}} 户，还有 {{waiting}} 户等待回执。',
    en: '{{paid}} paid, ¥{{total}}; {{failed}} failed; {{repeated}} settled before; {{waiting}} still waiting.',
  },

  'recoveries.title': { zh: '补贴追缴', en: 'Recoveries' },
  'recoveries.lead': {
    zh: '查实用煤的户取消补贴，已领取的全部追回，退回原资金。',
    en: 'Where coal is found the subsidy is cancelled and all of it goes back to the funds it came from.',
  },
  'recoveries.empty': { zh: '没有追缴。', en: 'There is nothing to recover.' },
  'recovery.of': { zh: '{{householder}}的追缴', en: 'Recovery from {{householder}}' },
  'recovery.owed': { zh: '应追缴', en: 'Owed' },
  'recovery.repaid': { zh: '已退回', en: 'Repaid' },
  'recovery.left': { zh: '尚欠', en: 'Still owed' },
  'recovery.opened-on': { zh: '启动日期', en: 'Opened on' },
  'recovery.home': { zh: '农户', en: 'Home' },
  'recovery.received': { zh: '领取过的补贴', en: 'What the home received' },
  'recovery.nothing-received': { zh: '没有领取过补贴。', en: 'It has received nothing.' },
  'recovery.kind': { zh: '补贴', en: 'Subsidy' },
  'recovery.paid-by': { zh: '来自', en: 'Paid by' },
  'recovery.paid-on': { zh: '发放日期', en: 'Paid on' },
  'recovery.repayments': { zh: '退款记录', en: 'Repayments' },
  'recovery.no-repayments': { zh: '还没有退款。', en: 'Nothing has come back yet.' },
  'recovery.change': { zh: '变更申请', en: 'Change' },
  'recovery.change.link': {
    zh: '{{number}} 号（$t(change-kind.{{kind}})）',
    en: 'no. {{number}} ($t(change-kind.{{kind}}))',
  },
  'recovery.check': { zh: '抽检', en: 'Sample check' },
  'recovery.check.town': {
    zh: '镇街抽检不合格，整改复查合格后撤销',
    en: 'not passed for the town; lifted once a check passes',
  },
  'recovery.check.county': {
    zh: '市级抽检不合格，整改复查合格后撤销',
    en: 'not passed for the county; lifted once a check passes',
  },
  'recovery.failed-on': {
    zh: '{{day}} 抽检不合格，向中标单位追缴',
    en: 'failed a sample on {{day}}, owed by the firm',
  },
  'recovery.left-on': { zh: '{{day}} 变更退出', en: 'left on {{day}}' },
  'recovery.found-on': { zh: '{{day}} 查实用煤', en: 'coal found on {{day}}' },

  'act.season.open.done': { zh: '取暖季已设立。', en: 'The season is open.' },
  'act.statement.draw-up.done': { zh: '补贴明细已生成。', en: 'The statements are drawn up.' },
  'act.statement.review-town.done': { zh: '镇街审核通过。', en: 'The town’s review is passed.' },
  'act.statement.review-bureau.done': { zh: '住建局审核通过。', en: 'The bureau’s review is passed.' },
  'act.statement.send-back.done': { zh: '已退回。', en: 'Sent back.' },
  'act.batch.freeze.done': { zh: '批次已锁定。', en: 'The batch is frozen.' },
  'act.payment.retry.done': { zh: '已登记，等待下一批发放。', en: 'Recorded; it waits for the next batch.' },
  'act.coal.report.effect': {
    zh: '上报后，该户的补贴资格随即取消，已领取的设备补贴和运行补贴全部列入追缴。请先确认已现场查实。',
    en: 'Reporting cancels the home’s subsidy at once, and all it has received for equipment and operation is to be paid back. Make sure that the coal was found on the spot.',
  },
  'act.coal.report.done': {
    zh: '已上报，补贴已取消并启动追缴。',
    en: 'Reported; the subsidy is cancelled and recovered.',
  },
  'act.recovery.repay.done': { zh: '退款已登记，资金已退回。', en: 'Recorded; the funds have it back.' },
} satisfies Words

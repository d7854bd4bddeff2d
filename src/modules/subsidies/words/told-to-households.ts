import type { Words } from '../../../kernel/words/words.ts'

/** How a season's subsidy was reckoned: said in the office and on the household's telephone alike. */
export const formulaWords = {
  'statement.formula.analysed': {
    zh: '（电量由电表逐日示数得出，第 {{number}} 次分析，在 {{lower}} 至 {{upper}} 度之间）',
    en: '(from the meter’s daily readings, analysis {{number}}: between {{lower}} and {{upper}} kWh)',
  },
} satisfies Words

/** What the household reads about its money. */
export const ownMoneyWords = {
  ...formulaWords,
  'own.money.may.payment.equipment': { zh: '设备补贴能不能发', en: 'May the equipment subsidy be paid?' },
  'own.money.may.payment.operating': { zh: '运行补贴能不能发', en: 'May the operating subsidy be paid?' },
  'own.money.before-acceptance': { zh: '补贴什么时候核算', en: 'When the subsidies are reckoned' },
  'own.money.before-acceptance.why': {
    zh: '设备装好、监理入户验收合格以后，才核算补贴能不能发、发多少（§3.3.4、§4.2）。现在还没到这一步，不用为补贴做什么；要签的承诺书和确认单在“签字”里。',
    en: 'Whether and how much is paid is reckoned once the equipment is fitted and accepted in your home (§3.3.4, §4.2). That has not come yet; for the subsidies nothing is to be done now. What there is to sign stands under Sign.',
  },
  'own.money.may.yes': {
    zh: '按现在的情况，可以发。金额和日期看上面。',
    en: 'As things stand it may be paid. Amount and date stand above.',
  },
  'own.money.may.no': {
    zh: '按现在的情况，还不能发。下面写明差哪几条、怎么办。',
    en: 'As things stand it may not be paid yet. What is lacking, and what to do, follows.',
  },
  'own.money.may.unknown': {
    zh: '还有情况没核实，暂时定不了。',
    en: 'Something is not verified yet, so it cannot be decided.',
  },
  'own.money.not-in': { zh: '补贴', en: 'Subsidy' },
  'own.money.standing.checking': {
    zh: '申请还在审核，现在没有补贴。',
    en: 'The application is being checked; there is no subsidy now.',
  },
  'own.money.standing.refused': {
    zh: '按现有情况，您家不符合今年的改造条件，没有设备补贴，也没有运行补贴。为什么、怎么办，写在“结论”里。',
    en: 'As things stand your home is not eligible this year, so there is neither an equipment nor an operating subsidy. Why, and what to do, stands under Decision.',
  },
  'own.money.standing.open': {
    zh: '您家能不能参加改造还没有定，现在没有补贴。还差什么、到哪里办，写在“结论”里。',
    en: 'Whether your home takes part is not decided, so there is no subsidy now. What is missing, and where to go, stands under Decision.',
  },
  'own.money.standing.eligible': {
    zh: '您家还没有确户，现在没有补贴。',
    en: 'Your home is not confirmed yet, so there is no subsidy now.',
  },
  'own.money.standing.noticed': {
    zh: '您家正在公示，还没有确户，现在没有补贴。',
    en: 'Your home is on notice and not confirmed yet, so there is no subsidy now.',
  },
  'own.money.standing.waiting': {
    zh: '您家在候补名单上，没有列入改造，现在没有补贴。',
    en: 'Your home is on the waiting list and not in the programme, so there is no subsidy now.',
  },
  'own.money.standing.left': {
    zh: '以后不再有新的补贴。已经发过的、要退回的，都写在这一页。',
    en: 'There will be no further subsidy. What was paid or is to be paid back stands on this page.',
  },
  'own.money.see': { zh: '看结论', en: 'Read the decision' },
  'own.money.rates': { zh: '按什么标准补', en: 'By which rates' },
  'own.page.money': { zh: '补贴', en: 'Money' },
  'own.money.operating': { zh: '运行补贴', en: 'Operating subsidy' },
  'own.money.operating.none': {
    zh: '取暖季结束后，按您家的用电量计算。届时这里会写明金额、怎么算的、什么时候发。',
    en: 'After the winter it is reckoned from your electricity. Then this page says how much, why, and when.',
  },
  'own.money.used': { zh: '本季用电', en: 'Electricity this season:' },
  'own.money.paid': { zh: '已充到您家电表户号，日期', en: 'Paid to your electricity account on' },
  'own.money.failure': {
    zh: '银行或供电公司说：{{failure}}。工作人员会核实后重发，您也可以向镇街提供正确的户号。',
    en: 'The payer says: {{failure}}. It is being checked and paid again; you can also give the town the right account.',
  },
  'own.money.state.drawn-up': { zh: '已算好，正由镇街核对。', en: 'Reckoned; your town is checking it.' },
  'own.money.state.town-reviewed': {
    zh: '镇街已核对，正由住建局审核。',
    en: 'Your town has checked it; the bureau is next.',
  },
  'own.money.state.bureau-reviewed': { zh: '审核通过，等待发放。', en: 'Approved; it is about to be paid.' },
  'own.money.state.batched': { zh: '正在发放，请留意到账。', en: 'It is being paid.' },
  'own.money.state.paid': { zh: '已发放。', en: 'Paid.' },
  'own.money.state.failed': { zh: '这次没有发放成功。', en: 'The payment did not go through.' },
  'own.money.state.blocked': { zh: '暂时不能发放，原因如下。', en: 'It cannot be paid yet:' },
  'own.money.state.sent-back': {
    zh: '镇街正在核对您家的用电量，核对后重新计算。',
    en: 'Your town is checking your reading; it is reckoned again afterwards.',
  },
  'own.money.state.nothing': {
    zh: '本季没有可补的电量。',
    en: 'There was nothing to subsidise this season.',
  },
  'own.money.state.revoked': { zh: '补贴已取消。', en: 'The subsidy was cancelled.' },
  'own.money.equipment.not-paid': {
    zh: '已申请，但按现在的情况不能支付，原因如下。',
    en: 'Claimed, but as things stand it is not paid:',
  },
  'own.money.equipment': { zh: '建设补贴', en: 'Equipment subsidy' },
  'own.money.equipment.none': {
    zh: '您家的设备验收合格后，由中标单位申请结算。补贴直接付给中标单位，不用您垫付。',
    en: 'Once your machines are accepted the contractor claims it. It is paid to the contractor; you advance nothing.',
  },
  'own.money.equipment.paid': { zh: '已付给中标单位，日期', en: 'Paid to the contractor on' },
  'own.money.equipment.under-way': {
    zh: '中标单位已申请，正在办理。',
    en: 'Claimed by the contractor; under way.',
  },
  'own.money.finding': { zh: '用煤核查', en: 'Coal found' },
  'own.money.finding.open': {
    zh: '{{day}} 巡查时报告您家用煤，正在核查。作出决定前，补贴暂缓发放，不会取消。',
    en: 'On {{day}} coal was reported in your home and is being looked into. Until it is decided nothing is paid, and nothing is cancelled.',
  },
  'own.money.finding.dismissed': {
    zh: '{{day}} 报告的用煤未予认定，补贴照常。',
    en: 'Coal reported on {{day}} was not upheld; the subsidy goes on.',
  },
  'own.money.finding.speak': {
    zh: '您可以在 {{day}} 前到镇街说明情况，说的话会记录在案。',
    en: 'You may tell your side at the town hall until {{day}}; it is written down.',
  },
  'own.money.recovery.title.open': { zh: '补贴追缴', en: 'Subsidy to be repaid' },
  'own.money.recovery.title.closed': { zh: '补贴追缴（已结清）', en: 'Subsidy repaid' },
  'own.money.recovery.title.lifted': { zh: '补贴追缴（已撤销）', en: 'Nothing to repay any more' },
  'own.money.recovery.closed': {
    zh: '要退的补贴已全部退清，不再欠款。退清日期',
    en: 'All of it has been repaid and nothing is owed any more. Settled on',
  },
  'own.money.recovery.settled': {
    zh: '要退的补贴已结清（退回和减免合计），不再欠款。结清日期',
    en: 'It is settled, by what was repaid and what was waived; nothing is owed any more. Settled on',
  },
  'own.money.recovery.firm-closed': {
    zh: '中标单位已退清，您家不用退钱。退清日期',
    en: 'The firm has paid it back; you pay nothing. Settled on',
  },
  'own.money.recovery.nothing': {
    zh: '您家没有领过补贴，没有要退的钱。',
    en: 'Your home had received no subsidy, so there is nothing to repay.',
  },
  'own.money.recovery.lifted.after-check': {
    zh: '复检已合格，追缴撤销，谁也不用退钱。撤销日期',
    en: 'A later check found it in order; the recovery is lifted and nobody owes anything. Lifted on',
  },
  'own.money.recovery.lifted.after-leaving': {
    zh: '您家已恢复在册，追缴撤销，不用退钱。撤销日期',
    en: 'Your home is in the register again; the recovery is lifted and nothing is owed. Lifted on',
  },
  'own.money.recovery.where': {
    zh: '退款到镇街办理，钱到账后这里会写明。',
    en: 'Repay through your town; once the money has come it stands here.',
  },
  'own.money.recovery.why': {
    zh: '{{day}} 查实您家用煤，按承诺取消补贴并追回。',
    en: 'On {{day}} coal was found in your home. As you signed, the subsidy is cancelled and taken back.',
  },
  'own.money.recovery.after-leaving': {
    zh: '您家已于 {{day}} 退出改造，按规定退回已享受的补贴。',
    en: 'Your home left the programme on {{day}}. The subsidy it received is to be repaid.',
  },
  'own.money.recovery.keeps': {
    zh: '其中建设补贴当初付给了中标单位，用在您家的设备上：由您家退回，设备归您家，中标单位不收回。',
    en: 'The building subsidy was paid to the firm, for the machines in your home. You repay it and keep them; the firm does not take them back.',
  },
  'own.money.recovery.after-check': {
    zh: '{{day}} 抽检发现您家的设备不合格，由中标单位整改；已付的设备补贴向中标单位追缴，您家不用退钱。',
    en: 'On {{day}} a check found that the machines of your home do not pass. The firm puts them right and owes back what it was paid; you pay nothing.',
  },
  'own.money.recovery.firm': { zh: '中标单位还需退回', en: 'Still owed by the firm:' },
  'own.money.recovery.left': { zh: '还需退回', en: 'Still to be repaid:' },
  'own.money.recovery.repaid': { zh: '已退回', en: 'Repaid:' },
  'own.money.recovery.waived': { zh: '已减免：', en: 'Waived:' },
  'own.money.recovery.plan': { zh: '按约定分期退回：', en: 'To be repaid as agreed:' },
  'own.money.recovery.due': { zh: '{{day}} 前', en: 'by {{day}}' },
  'own.money.recovery.come': { zh: '已到账', en: 'received' },
  'own.money.recovery.hardship': {
    zh: '退款到镇街办理，钱到账后这里会写明。一次退不起的，可以约定分期；确有困难的，可以申请减免。',
    en: 'Repay through your town; once the money has come it stands here. If you cannot repay at once you may agree on instalments; in hardship ask for a waiver.',
  },
  'own.money.recovery.ask': {
    zh: '有异议的，请向镇街申请复核。',
    en: 'If you disagree, ask your town to look at it again.',
  },
} satisfies Words

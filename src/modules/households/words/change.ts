import type { Words } from '../../../kernel/words/words.ts'

/** Changes of the locked register: the form, its reasons, the waiting list. */
export const changeWords = {
  'act.change.ask': { zh: '申请变更', en: 'Ask for a change' },
  'act.change.ask.done': { zh: '已报送住建局审批。', en: 'Asked for; the bureau decides.' },
  'act.change.approve': { zh: '批准变更', en: 'Approve the change' },
  'act.change.approve.done': { zh: '已批准，变更即时生效。', en: 'Approved: the change holds from now on.' },
  'act.change.approve.effect': {
    zh: '批准后立即生效，按上面“批准后”所列办理，并重新甄别。',
    en: 'It takes effect at once, as said under “Upon approval”; the homes are screened again.',
  },
  'act.change.decline': { zh: '不批准变更', en: 'Decline the change' },
  'act.change.decline.done': { zh: '已答复不批准，台账未变。', en: 'Declined; the register is as it was.' },
  'act.change.recall': { zh: '收回申请', en: 'Take the request back' },
  'act.change.recall.done': { zh: '已收回。', en: 'Taken back.' },
  'act.change.undo': { zh: '撤销已批准的变更', en: 'Undo an approved change' },
  'act.change.undo.done': { zh: '已撤销，这户恢复在册。', en: 'Undone; the home stands as before.' },
  'act.change.undo.effect': {
    zh: '用于误批：退出的户恢复在册，增补、替换的户回到候补。',
    en: 'For a mistaken approval: who left is in again, who came in waits again.',
  },
  'field.change.approve.remark': { zh: '批示（可不填）', en: 'Remark (may be left blank)' },
  'field.change.decline.reason': { zh: '不批准的理由', en: 'Why it is declined' },
  'field.change.recall.reason': { zh: '收回的理由', en: 'Why it is taken back' },
  'field.change.undo.reason': { zh: '撤销的理由', en: 'Why it is undone' },

  'change-group.more': { zh: '增', en: 'added' },
  'change-group.fewer': { zh: '减', en: 'left' },
  'change-group.replaced': { zh: '换', en: 'replaced' },
  'change-group.rewritten': { zh: '变', en: 'altered' },
  'change-kind.add': { zh: '增补', en: 'late addition' },
  'change-kind.return': { zh: '恢复在册', en: 'return to the register' },
  'change-kind.withdraw': { zh: '自愿退出', en: 'withdrawal' },
  'change-kind.refuse': { zh: '拒绝改造', en: 'refusal' },
  'change-kind.demolish': { zh: '房屋拆除', en: 'house demolished' },
  'change-kind.die': { zh: '户主去世、无人承接', en: 'householder died' },
  'change-kind.correct': { zh: '信息更正', en: 'correction' },
  'change-kind.move': { zh: '改造地址变更', en: 'move' },
  'change-kind.succeed': { zh: '户主变更', en: 'succession' },
  'change-state.asked': { zh: '待审批', en: 'to be decided' },
  'change-state.approved': { zh: '已批准', en: 'approved' },
  'change-state.declined': { zh: '未批准', en: 'declined' },
  'change-state.recalled': { zh: '已收回', en: 'taken back' },
  'change-state.undone': { zh: '已撤销', en: 'undone' },
  'change.not-yet.unknown': {
    zh: '变更后要再公示，但该户现为待核：由乡镇先核实缺的事实，甄别为符合后才能公示。',
    en: 'It needs a notice again, but the home has facts that are not verified: the town settles them first, then it can go on notice.',
  },
  'change.not-yet.no': {
    zh: '变更后要再公示，但该户甄别为不符合，不能公示：由乡镇按变更办理退出，或更正有误的事实。',
    en: 'It needs a notice again, but the home no longer qualifies: the town asks for its withdrawal, or corrects what is wrong.',
  },
  'change-noticed.to-notice': { zh: '待公示', en: 'notice due' },
  'change-noticed.running': { zh: '公示中', en: 'on notice' },
  'change-noticed.confirmed': { zh: '公示后确户', en: 'confirmed after notice' },
  'change-noticed.returned': { zh: '公示后退回', en: 'returned from notice' },
  'change-noticed.ended': { zh: '公示期间退出', en: 'left while on notice' },
  'change-consequence.home-ends': {
    zh: '这户退出台账，目标、村级和标段户数随之减少',
    en: 'the home leaves the register; targets and the counts of village and lot follow',
  },
  'change-consequence.home-gives-way': {
    zh: '这户退出台账，名额由替换户接替，替换户确户前先空着',
    en: 'the home leaves the register; its place is kept for the home that comes in',
  },
  'change-consequence.enters-notice': {
    zh: '替换（增补）户列入下一份公示，期满确户',
    en: 'the home that comes in goes on the next notice and is confirmed after it',
  },
  'change-consequence.noticed-again': {
    zh: '变更后的户主须重新公示，进度不受影响',
    en: 'the new householder is put on notice; the home keeps its place on the road',
  },
  'change-consequence.screened-again': {
    zh: '按新内容重新甄别',
    en: 'it is screened again as it then stands',
  },
  'change-consequence.checked-again': {
    zh: '移装后的设备须重新自检、验收，验收前停发补贴；已付的不变',
    en: 'the machines are checked and accepted again at the new place; until then nothing more is paid, and what was paid stays',
  },
  'change-consequence.machines-back': {
    zh: '建设补贴还没有付：不再结算，已装设备由中标单位收回',
    en: 'the equipment subsidy is not paid yet: it is not settled, and the contractor takes the machines back',
  },
  'change-consequence.machines-stay': {
    zh: '建设补贴已付清：设备归农户（或继承人），中标单位不收回',
    en: 'the equipment subsidy is paid: the machines stay the household’s or its heirs’; the contractor does not take them back',
  },
  'change-consequence.comes-back': {
    zh: '这户恢复在册并重新甄别，进度仍为退出前的；替换进来的户不受影响',
    en: 'the home is in the register again where it stood, and is screened again; a home that came in for it stays',
  },
  'change-consequence.noticed-back': {
    zh: '恢复在册须重新公示，进度不受影响',
    en: 'it is put on notice again and keeps its place on the road',
  },
  'change-consequence.money-resumed': {
    zh: '还没有收回的设备不再收回，已收回的由中标单位重新安装、自检、验收；没有退过款的追缴撤销，停发的运行补贴重新审核',
    en: 'machines not taken back yet stay; those taken back are fitted, checked and accepted again; a recovery of which nothing was repaid is lifted, and operating subsidy that was stopped is reviewed anew',
  },
  'change-consequence.equipment-owed': {
    zh: '追回已付的建设补贴',
    en: 'equipment subsidy paid is owed back',
  },
  'change-consequence.all-owed': { zh: '追回已付的全部补贴', en: 'all subsidy paid is owed back' },

  'changes.title': { zh: '变更', en: 'Changes' },
  'changes.lead': {
    zh: '村居确户后名册即锁定，增、减、替换和更正都走变更审批：镇街申请，住建局批准。',
    en: 'A village’s register is locked once it is confirmed. From then on it changes by request of the town and approval of the bureau.',
  },
  'changes.counts': { zh: '锁定后的增减替换', en: 'What changed since the registers were locked' },
  'changes.requests': { zh: '变更申请', en: 'Requests' },
  'changes.none': { zh: '还没有变更申请。', en: 'No change has been asked for.' },
  'changes.none-locked': {
    zh: '还没有锁定的名册。首份公示确户后，这里显示各镇街的增减替换。',
    en: 'No register is locked yet. After the first confirmation the changes of each town stand here.',
  },
  'changes.area': { zh: '镇街或村居', en: 'Town or village' },
  'changes.confirmed-now': { zh: '现有确户', en: 'Confirmed now' },
  'changes.more': { zh: '增', en: 'Added' },
  'changes.fewer': { zh: '减', en: 'Left' },
  'changes.replaced': { zh: '换', en: 'Replaced' },
  'changes.rewritten': { zh: '变', en: 'Altered' },
  'changes.asked': { zh: '待审批', en: 'To decide' },
  'changes.to-notice': { zh: '待公示', en: 'Notice due' },
  'changes.all-towns': { zh: '全部镇街', en: 'All towns' },
  'changes.search': { zh: '编号、户主', en: 'Number, householder' },

  'change.title': { zh: '变更申请 {{number}} 号', en: 'Request no. {{number}}' },
  'change.number': { zh: '编号', en: 'No.' },
  'change.group': { zh: '类别', en: 'Group' },
  'change.kind': { zh: '变更事项', en: 'Change' },
  'change.state': { zh: '状态', en: 'State' },
  'change.town': { zh: '镇街', en: 'Town' },
  'change.village': { zh: '村居', en: 'Village' },
  'change.sequence': { zh: '序号', en: 'No. in village' },
  'change.home': { zh: '变更户', en: 'Home' },
  'change.enters': { zh: '替换（增补）户', en: 'Comes in' },
  'change.numbered': { zh: '{{name}}（{{sequence}} 号）', en: '{{name}} (no. {{sequence}})' },
  'change.stage': { zh: '申请时进度', en: 'Stood at' },
  'change.happened-on': { zh: '发生日期', en: 'Happened on' },
  'change.reason': { zh: '事由', en: 'Reason' },
  'change.rewritten': { zh: '变更内容', en: 'What is rewritten' },
  'change.outlook': { zh: '更正后该户会怎样', en: 'What this makes of the home' },
  'change.ask.foresee': { zh: '先看更正后的甄别结果', en: 'See what screening will say' },
  'change.ask.wrong': { zh: '{{field}}：{{why}}', en: '{{field}}: {{why}}' },
  'change.successor.of-family': {
    zh: '户籍名册：新户主与原户主在同一户口簿上。',
    en: 'The police list has the new householder in the family of the old one.',
  },
  'change.successor.of-other-family': {
    zh: '户籍名册：新户主与原户主不在同一户口簿上。请核实亲属关系和承接依据。',
    en: 'The police list has the new householder in another family. Look at how they are related and what the succession rests on.',
  },
  'change.successor.not-listed': {
    zh: '户籍名册没有同时载有两人，不能核对是否同户。请核对户口簿。',
    en: 'The police list does not name both, so it cannot say whether they are one family. Look at the household book.',
  },
  'change.outlook.no': {
    zh: '更正后，该户不再符合条件。更正只改登记，该户仍在册；确应退出的，须另办退出变更。',
    en: 'The home would no longer qualify. A correction changes the record alone and leaves it in the register; whether it has to leave is a change of its own.',
  },
  'change.outlook.unknown': {
    zh: '更正后，该户有事项待核。更正只改登记，该户仍在册，待核事项核实后重新甄别。',
    en: 'Something about the home would have to be verified. It stays in the register meanwhile and is screened again then.',
  },
  'change.from-to': { zh: '{{field}}：{{before}} → {{after}}', en: '{{field}}: {{before}} → {{after}}' },
  'change.blank': { zh: '空', en: 'blank' },
  'change.yes': { zh: '是', en: 'yes' },
  'change.no': { zh: '否', en: 'no' },
  'change.passed': { zh: '越过 {{count}} 户候补', en: '{{count}} waiting homes passed over' },
  'change.passed-reason': { zh: '越过候补的理由', en: 'Why others were passed over' },
  'change.papers': { zh: '材料', en: 'Papers' },
  'change.consequences': { zh: '批准后', en: 'Upon approval' },
  'change.clauses': { zh: '依据', en: 'Clauses' },
  'change.asked': { zh: '申请', en: 'Asked' },
  'change.asked-by': { zh: '申请人', en: 'Asked by' },
  'change.asked-on': { zh: '申请日期', en: 'Asked on' },
  'change.decided': { zh: '审批', en: 'Decided' },
  'change.decided-by': { zh: '审批人', en: 'Decided by' },
  'change.decided-on': { zh: '审批日期', en: 'Decided on' },
  'change.undone': { zh: '撤销批准', en: 'Approval undone' },
  'change.answer': { zh: '审批意见', en: 'Answer' },
  'change.noticed': { zh: '公示', en: 'Notice' },
  'change.form': { zh: '变更审批表', en: 'Change approval form' },
  'change.form.export': { zh: '导出变更审批表', en: 'Export the form' },
  'change.form.item': { zh: '项目', en: 'Item' },
  'change.form.content': { zh: '内容', en: 'Content' },
  'change.form.village-signs': { zh: '村居意见（签章）', en: 'Village (signature, seal)' },
  'change.form.town-signs': { zh: '镇街意见（签章）', en: 'Town (signature, seal)' },
  'change.form.bureau-signs': { zh: '住建局意见（签章）', en: 'Bureau (signature, seal)' },
  'change.do': { zh: '办理', en: 'To do' },
  'change.undo.who': {
    zh: '以后要参加的，重新申请；批错了的，由住建局负责人撤销。',
    en: 'To take part later, one applies again. A mistaken approval is undone by the director of the bureau. ',
  },
  'change.undo.yours': {
    zh: '以后要参加的，重新申请；批错了的，可以在这里撤销。',
    en: 'To take part later, one applies again. A mistaken approval can be undone here. ',
  },
  'change.undo.until-notice': {
    zh: '替换（增补）户列入公示前都可以撤销，列入公示后就不能了。',
    en: 'It can be undone until the home that came in is put on a notice, and not after.',
  },
  'change.undo.any-time': {
    zh: '这户没有替换户，也没有装设备，撤销没有期限。',
    en: 'No home came in for it and no machine was installed, so there is no last day.',
  },
  'change.undo.no-more': { zh: '批准后不能撤销的原因：', en: 'Why the approval cannot be undone: ' },
  'change.back.how': {
    zh: '确属误批的，由镇街申请“恢复在册”，附误批情况说明和农户申请，申请人以外的人在住建局批准；这户恢复到退出前的进度并重新公示。',
    en: 'If it was a mistake, the town asks for its return with a statement and the household’s letter, and somebody at the bureau who did not ask approves. The home then stands where it stood and is put on notice again.',
  },
  'change.back.ask': { zh: '申请恢复在册', en: 'Ask for its return' },
  'change.back.not-now': { zh: '现在还不能申请恢复：', en: 'Its return cannot be asked for now: ' },
  'change.explained': { zh: '发生日期早于申请的说明', en: 'Why the day lies before the application' },
  'change.ask.explained': {
    zh: '申请受理于 {{day}}，去世在此之前。请写明当时由谁申请、现在由谁居住。',
    en: 'The application was taken on {{day}}, after the death. Say who applied then and who lives there now.',
  },
  'change.ask.not-before': {
    zh: '申请受理于 {{day}}，发生日期不能早于这一天。',
    en: 'The application was taken on {{day}}; the day cannot lie before it.',
  },
  'change.left': {
    zh: '这户已离开名册：{{kind}}。批准日期',
    en: 'The home has left the register: {{kind}}. Approved on',
  },
  'change.see-corrections': {
    zh: '前后内容见这户的更正记录',
    en: 'old and new values stand with the home’s corrections',
  },

  'change.panel': { zh: '变更', en: 'Changes' },
  'change.panel.can': { zh: '现在可以申请：', en: 'May be asked for now: ' },
  'change.panel.cannot': { zh: '现在不能申请变更', en: 'No change can be asked for now' },
  'change.panel.waits-village': {
    zh: '候补：本村第 {{place}} 位，有名额空出时按申请先后列入。',
    en: 'Waits: no. {{place}} in its village, to come in by the order of application as places are left.',
  },
  'change.panel.waits-town': {
    zh: '候补：本镇第 {{place}} 位，有名额空出时按申请先后列入。',
    en: 'Waits: no. {{place}} in its town, to come in by the order of application as places are left.',
  },
  'change.panel.comes-in': {
    zh: '替换 {{householder}}（{{number}} 号）列入',
    en: 'Comes in for {{householder}} (no. {{number}})',
  },
  'change.panel.replaced-by': {
    zh: '由 {{householder}}（{{number}} 号）替换',
    en: 'replaced by {{householder}} (no. {{number}})',
  },
  'change.against': {
    zh: '照现在的情况不能批准：',
    en: 'As things stand it cannot be approved:',
  },
  'change.panel.none': { zh: '没有变更记录。', en: 'No changes so far.' },
  'change.panel.room': {
    zh: '任务数 {{most}} 户，还可增补 {{left}} 户。',
    en: 'Target {{most}}; room for {{left}} more.',
  },
  'change.ask.kind': { zh: '变更事项', en: 'What changes' },
  'change.ask.replace': { zh: '由候补户替换', en: 'A waiting home comes in' },
  'change.ask.enters': { zh: '替换户（按申请先后）', en: 'Which waiting home (in the order of application)' },
  'change.ask.nobody-waits': { zh: '没有候补户', en: 'nobody waits' },
  'change.ask.first': {
    zh: '第 {{place}} 位：{{name}}，{{village}}，{{day}} 申请',
    en: 'No. {{place}}: {{name}}, {{village}}, applied {{day}}',
  },
  'change.ask.passes': {
    zh: '前面还有 {{count}} 户候补，请写明越过的理由',
    en: '{{count}} waiting homes come first: say why they are passed over',
  },
  'change.ask.fields': { zh: '要变更的内容', en: 'What is to be rewritten' },
  'change.ask.paper-optional': { zh: '{{paper}}（如有）', en: '{{paper}} (if there is one)' },
  'change.ask.when-approved': { zh: '批准后：', en: 'Upon approval: ' },

  'waiting.title': { zh: '候补名单', en: 'Waiting list' },
  'waiting.lead': {
    zh: '名册锁定后甄别为符合、尚未入册的户，按申请日期、再按村内序号排列，按政策各村或各镇分别排位；增补、替换从第一位起。',
    en: 'Homes found eligible after their register was locked, by day of application, then by number in the village. By the policy each village, or each town, has an order of its own; the first comes in first.',
  },
  'waiting.none': { zh: '没有候补户。', en: 'Nobody is waiting.' },
  'waiting.householder': { zh: '户主', en: 'Householder' },
  'waiting.place': { zh: '位次', en: 'Place' },
  'waiting.applied-on': { zh: '申请日期', en: 'Applied on' },
  'waiting.line': { zh: '改造类别', en: 'Line of work' },
  'waiting.asked': { zh: '变更', en: 'Change' },
  'waiting.asked.yes': { zh: '已申请，待审批', en: 'asked for' },
  'waiting.turn': { zh: '有空缺，可增补', en: 'a place is free' },

  'refusal.change.exists': { zh: '这份申请已经报送。', en: 'This request was made already.' },
  'remedy.change.exists': { zh: '请刷新页面查看。', en: 'Reload the page.' },
  'refusal.change.asked-already': {
    zh: '这户已有待审批的变更申请（第 {{number}} 号）。',
    en: 'A change of this home, number {{number}}, waits for its decision.',
  },
  'refusal.change.enters-asked-already': {
    zh: '替换户已有待审批的变更申请（第 {{number}} 号）。',
    en: 'A change of the home that is to come in, number {{number}}, waits for its decision.',
  },
  'remedy.change.enters-asked-already': {
    zh: '请另选一户，或先等那份申请审批、收回。',
    en: 'Choose another home, or wait until that request is decided or taken back.',
  },
  'remedy.change.asked-already': {
    zh: '请等待审批，或先收回那份申请。',
    en: 'Wait for the decision, or take that request back first.',
  },
  'refusal.change.not-in-pack': {
    zh: '政策包没有规定这类变更。',
    en: 'The policy pack knows no such change.',
  },
  'remedy.change.not-in-pack': {
    zh: '请在政策包的 changes.yaml 中补充后再办。',
    en: 'Add it to changes.yaml of the pack.',
  },
  'refusal.change.register-open': {
    zh: '这个村的名册还没有锁定，不用变更审批。',
    en: 'The register of this village is not locked yet; no request is needed.',
  },
  'remedy.change.register-open': {
    zh: '请直接更正、撤回或公示。',
    en: 'Correct it, withdraw it or put it on notice directly.',
  },
  'refusal.change.on-its-way': {
    zh: '这户$t(stage.{{stage}})，已在公示、确户途中。',
    en: 'This home is $t(stage.{{stage}}) and on its way into the register.',
  },
  'remedy.change.on-its-way': { zh: '请等公示期满确户。', en: 'Wait until its notice is confirmed.' },
  'change.screened.yes': { zh: '符合', en: 'yes' },
  'change.screened.no': { zh: '不符合', en: 'no' },
  'change.screened.unknown': { zh: '待核', en: 'unknown' },
  'refusal.change.not-waiting': {
    zh: '不是候补户：进度$t(stage.{{stage}})，甄别结果$t(change.screened.{{screened}})。',
    en: 'This is no waiting home: $t(stage.{{stage}}), screened $t(change.screened.{{screened}}).',
  },
  'remedy.change.not-waiting': {
    zh: '请先补齐材料、甄别为符合，或另选候补户。',
    en: 'Have it screened yes first, or choose another home.',
  },
  'refusal.change.other-list': {
    zh: '这户不在可以替换的候补名单上。',
    en: 'This home is not on the list that may fill the place.',
  },
  'remedy.change.other-list': {
    zh: '请从同村（或同镇街）、同类改造的候补户中选。',
    en: 'Choose a waiting home of the same village or town and line of work.',
  },
  'refusal.change.passes-over': {
    zh: '前面还有 {{count}} 户候补，应按申请先后。',
    en: '{{count}} waiting homes come before it in the order of application.',
  },
  'remedy.change.passes-over': {
    zh: '请选第一位，或写明越过的理由。',
    en: 'Choose the first, or say why the others are passed over.',
  },
  'refusal.change.target-full': {
    zh: '任务数 {{most}} {{unit}}已满，不能再增补。',
    en: 'The target of {{most}} {{unitEn}} is full; none can be added.',
  },
  'remedy.change.target-full': {
    zh: '有户退出时可替换；或由县里调整任务数。',
    en: 'It can replace a home that leaves; or the county changes the target.',
  },
  'refusal.change.field-of-other-kind': {
    zh: '“$t(change-kind.{{kind}})”不含“$t(field.{{field}})”。',
    en: 'A $t(change-kind.{{kind}}) does not touch “$t(field.{{field}})”.',
  },
  'remedy.change.field-of-other-kind': {
    zh: '请去掉这一项，或另报“信息更正”。',
    en: 'Leave it out, or ask for a correction.',
  },
  'refusal.change.no-successor': {
    zh: '户主变更须写明新户主的姓名和身份证号。',
    en: 'A succession names the new householder and the ID number.',
  },
  'remedy.change.no-successor': { zh: '请对照户口簿补填。', en: 'Copy them from the household booklet.' },
  'refusal.change.no-new-address': { zh: '没有填写新地址。', en: 'The new address is missing.' },
  'remedy.change.no-new-address': { zh: '请填写新的房屋地址。', en: 'Enter the new address.' },
  'refusal.change.paper-missing': { zh: '缺少材料：{{paper}}。', en: 'A paper is missing: {{paperEn}}.' },
  'remedy.change.paper-missing': { zh: '请拍照或扫描后上传。', en: 'Photograph or scan it and attach it.' },
  'refusal.change.not-of-confirmed': {
    zh: '“$t(change-kind.{{kind}})”不适用于已确户的户。',
    en: 'A $t(change-kind.{{kind}}) is not for a confirmed home.',
  },
  'remedy.change.not-of-confirmed': { zh: '请另选变更事项。', en: 'Choose another kind of change.' },
  'refusal.change.not-of-waiting': {
    zh: '这户现在不能办“$t(change-kind.{{kind}})”。',
    en: 'A $t(change-kind.{{kind}}) is not possible for this home now.',
  },
  'remedy.change.not-of-waiting': {
    zh: '未确户的可直接更正、撤回；已离开的可重新申请。',
    en: 'A home not confirmed is corrected or withdrawn directly; one that left applies again.',
  },
  'refusal.change.nothing-to-rewrite': {
    zh: '“$t(change-kind.{{kind}})”不改登记内容。',
    en: 'A $t(change-kind.{{kind}}) rewrites nothing.',
  },
  'remedy.change.nothing-to-rewrite': { zh: '请去掉改动的内容。', en: 'Leave the new values out.' },
  'refusal.change.nobody-leaves': {
    zh: '“$t(change-kind.{{kind}})”没有户退出，不能替换。',
    en: 'By a $t(change-kind.{{kind}}) nobody leaves, so nobody comes in.',
  },
  'remedy.change.nobody-leaves': { zh: '请去掉替换户。', en: 'Leave the other home out.' },
  'refusal.change.decided-already': {
    zh: '这份申请$t(change-state.{{state}})。',
    en: 'This request is $t(change-state.{{state}}).',
  },
  'remedy.change.decided-already': { zh: '无需再次办理。', en: 'There is nothing to do.' },
  'refusal.change.same-person': {
    zh: '申请人不能审批自己的申请。',
    en: 'Whoever asked may not decide.',
  },
  'remedy.change.same-person': { zh: '请由另一人审批。', en: 'Another person decides.' },
  'refusal.change.not-approved': {
    zh: '这份申请$t(change-state.{{state}})，没有可撤销的变更。',
    en: 'This request is $t(change-state.{{state}}); there is nothing to undo.',
  },
  'remedy.change.not-approved': { zh: '无需办理。', en: 'There is nothing to do.' },
  'refusal.change.leave-instead': {
    zh: '“恢复在册”不能撤销。',
    en: 'A return to the register is not undone.',
  },
  'remedy.change.leave-instead': {
    zh: '这户仍应退出的，请再报一份退出。',
    en: 'If the home is to leave after all, ask for its departure again.',
  },
  'refusal.change.correct-instead': {
    zh: '“$t(change-kind.{{kind}})”不能撤销。',
    en: 'A $t(change-kind.{{kind}}) is not undone.',
  },
  'remedy.change.correct-instead': {
    zh: '请按原内容再报一份“信息更正”。',
    en: 'Ask for a correction back to what stood before.',
  },
  'refusal.change.out-no-more': {
    zh: '这户后来已$t(change.out-no-more.{{ended}})，这次退出没有可撤销的。',
    en: 'The home was $t(change.out-no-more.{{ended}}) since; this departure has nothing left to undo.',
  },
  'remedy.change.out-no-more': { zh: '无需办理。', en: 'There is nothing to do.' },
  'change.out-no-more.live': { zh: '恢复在册', en: 'taken back into the register' },
  'change.out-no-more.revoked': { zh: '取消资格', en: 'revoked' },
  'refusal.change.undo-instead': {
    zh: '批准这户退出如属误批，现在还可以直接撤销那次批准，不用申请恢复。',
    en: 'If the approval by which this home left was a mistake, it can still be undone; no return need be asked for.',
  },
  'remedy.change.undo-instead': {
    zh: '请住建局负责人在那份变更的页面撤销批准。',
    en: 'The director of the bureau undoes it on the page of that change.',
  },
  'refusal.change.before-application.withdraw': {
    zh: '退出日期 {{day}} 早于这户的申请受理日 {{appliedOn}}。',
    en: 'The withdrawal of {{day}} lies before the application, taken on {{appliedOn}}.',
  },
  'remedy.change.before-application.withdraw': {
    zh: '请按农户退出申请上的日期填写。',
    en: 'Enter the day on the household’s letter.',
  },
  'refusal.change.before-application.refuse': {
    zh: '拒绝日期 {{day}} 早于这户的申请受理日 {{appliedOn}}。',
    en: 'The refusal of {{day}} lies before the application, taken on {{appliedOn}}.',
  },
  'remedy.change.before-application.refuse': {
    zh: '请按村情况说明上的日期填写。',
    en: 'Enter the day on the village’s statement.',
  },
  'refusal.change.before-application.demolish': {
    zh: '拆除日期 {{day}} 早于这户的申请受理日 {{appliedOn}}：申请时房屋已不存在。',
    en: 'The demolition of {{day}} lies before the application, taken on {{appliedOn}}: there was no house to apply for.',
  },
  'remedy.change.before-application.demolish': {
    zh: '请核对拆除证明上的日期。日期无误、地址登记错了的，报“信息更正”；房屋确已不在的，报“自愿退出”并写明。',
    en: 'Check the day on the proof. If it is right and the address is wrong, ask for a correction; if the house was gone, ask for a withdrawal and say so.',
  },
  'refusal.change.before-application.move': {
    zh: '变更日期 {{day}} 早于这户的申请受理日 {{appliedOn}}：申请时地址就已不同。',
    en: 'The move of {{day}} lies before the application, taken on {{appliedOn}}: the address was another one then.',
  },
  'remedy.change.before-application.move': {
    zh: '请核对日期；申请时地址就登记错了的，报“信息更正”。',
    en: 'Check the day; if the address was wrong from the beginning, ask for a correction.',
  },
  'refusal.change.died-before-application': {
    zh: '去世日期 {{day}} 早于这户的申请受理日 {{appliedOn}}：申请是以已故人的名义报的。',
    en: 'The death of {{day}} lies before the application, taken on {{appliedOn}}: it was made in the name of the dead.',
  },
  'remedy.change.died-before-application': {
    zh: '请核对死亡证明上的日期；日期无误的，写明当时由谁申请、现在由谁居住，并附死亡证明。',
    en: 'Check the day on the proof of death. If it is right, say who applied and who lives there now, and attach the proof.',
  },
  'refusal.change.entered-already': {
    zh: '替换（增补）户$t(stage.{{stage}})，不能再撤销。',
    en: 'The home that came in is $t(stage.{{stage}}); it cannot be undone any more.',
  },
  'remedy.change.entered-already': {
    zh: '退出的户由镇街申请“恢复在册”；增补错了的，为那户另报退出。',
    en: 'The home that left comes back by a change of its own, asked for by the town; for a mistaken addition ask for that home’s departure.',
  },
  'refusal.change.machines-followed': {
    zh: '这户退出时$t(stage.{{stage}})，设备和补贴的后续已开始办理。',
    en: 'The home was $t(stage.{{stage}}) when it left; what concerns machines and money has begun.',
  },
  'remedy.change.machines-followed': {
    zh: '请由镇街申请“恢复在册”。',
    en: 'The town asks for its return to the register.',
  },
  'refusal.home.locked': {
    zh: '这户$t(stage.{{stage}})，名册已锁定，不能直接撤回。',
    en: 'This home is $t(stage.{{stage}}): the register is locked and it cannot simply withdraw.',
  },
  'remedy.home.locked': {
    zh: '请办理“申请变更”，由住建局批准。',
    en: 'Ask for a change; the bureau decides.',
  },
  'refusal.notice.register-locked': {
    zh: '本村名册已锁定，{{waiting}} 户符合条件的在候补。',
    en: 'The register of this village is locked; {{waiting}} eligible homes are waiting.',
  },
  'remedy.notice.register-locked': {
    zh: '请办理增补或替换，批准后再公示。',
    en: 'Ask for an addition or a replacement; once approved it goes on a notice.',
  },
  'left-out.waiting': { zh: '候补', en: 'waiting' },
} satisfies Words

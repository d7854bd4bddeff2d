import type { Words } from '../../../kernel/words/words.ts'

/** What a household reads of its own home: short, without office words. */
export const ownHomeWords = {
  'own.page.road': { zh: '进度', en: 'Progress' },
  'own.page.decision': { zh: '结论', en: 'Decision' },
  'own.page.notice': { zh: '公示', en: 'Notice' },
  'own.page.papers': { zh: '签字', en: 'Sign' },
  'own.greeting': { zh: '{{householder}}，您好', en: 'Hello, {{householder}}' },
  'own.greeting.family': { zh: '{{householder}}户的家人，您好', en: 'To the family of {{householder}}' },
  'own.standing.checking': {
    zh: '您的申请正在审核，结果出来后这里会写明。',
    en: 'Your application is being checked. The result will stand here.',
  },
  'own.standing.refused': {
    zh: '按现有情况，您家不符合今年的改造条件，没有列入改造名单，也没有补贴。',
    en: 'As things stand your home is not eligible this year. It is not in the programme and gets no subsidy.',
  },
  'own.standing.refused.do': { zh: '看结论和怎么办', en: 'Read the decision and what to do' },
  'own.standing.open': {
    zh: '您家能不能参加今年的改造，还没有定。',
    en: 'Whether your home takes part this year is not decided yet.',
  },
  'own.standing.open.do': { zh: '看怎么核实、补什么', en: 'Read what is missing and where to go' },
  'own.standing.why': { zh: '原因：{{reasons}}。', en: 'Why: {{reasons}}.' },
  'own.standing.missing': { zh: '还没核实：{{reasons}}。', en: 'Not verified yet: {{reasons}}.' },
  'own.standing.and': { zh: '；', en: '; ' },
  'own.standing.eligible': {
    zh: '您家符合条件，等待公示。公示期满、确户以后才算列入。现在不需要您做什么。',
    en: 'Your home is eligible and waits for its notice. It is in once the notice is over and confirmed. There is nothing to do now.',
  },
  'own.standing.taken-off': {
    zh: '您家已从第 {{number}} 号公示退回，重新甄别；符合条件的，还要再公示一次。',
    en: 'Your home was taken off notice no. {{number}} and is screened again; where it is eligible it needs another notice.',
  },
  'own.standing.taken-off.see': { zh: '看公示结果', en: 'See what became of the notice' },
  'own.standing.waiting': {
    zh: '您家符合条件，但本村名单已经确定，您家在候补名单上。有名额空出时，按申请先后办理。',
    en: 'Your home is eligible, but the list of your village is settled; your home is on the waiting list, in the order of application.',
  },
  'own.standing.place.village': {
    zh: '目前在本村候补名单上排第 {{place}} 位。',
    en: 'It is number {{place}} on the waiting list of your village now.',
  },
  'own.standing.place.town': {
    zh: '目前在本乡镇候补名单上排第 {{place}} 位。',
    en: 'It is number {{place}} on the waiting list of your town now.',
  },
  'own.standing.noticed': {
    zh: '您家正在公示。期满、没有异议成立的，就会确户。',
    en: 'Your home is on notice now. It is confirmed after the period where no objection is upheld.',
  },
  'own.standing.notice-unposted': {
    zh: '您家已列入公示名单，村里还没有张贴。张贴后公示期满、没有异议成立的，就会确户。',
    en: 'Your home is on a notice that the village has not posted yet. It is confirmed after the period, which runs from that day, where no objection is upheld.',
  },
  'own.standing.notice-over': {
    zh: '您家的公示期已满，等待确户。',
    en: 'The notice of your home is over; it waits to be confirmed.',
  },
  'own.standing.leaving': {
    zh: '您家已报“{{change}}”，等待住建局批准。不是您家的意思，请马上告诉村居。',
    en: 'For your home “{{change}}” was asked for and waits for the bureau. If this is not what you want, tell the village at once.',
  },
  'own.standing.again.yes': {
    zh: '您家的变更已批准，按规定还要再公示一次，请留意村里的公示。',
    en: 'The change of your home is approved and has to be put on notice again; watch the notices of your village.',
  },
  'own.standing.again.unknown': {
    zh: '您家的变更已批准，但变更后的情况还没核实，暂时不能再公示。请看结论，按上面写的去核实。',
    en: 'The change of your home is approved, but what it says now is not verified: it cannot go on notice yet. The decision says what to verify, and where.',
  },
  'own.standing.again.no': {
    zh: '您家的变更已批准，但变更后不符合条件，不能再公示。请看结论；情况写错了的，请找镇街更正。',
    en: 'The change of your home is approved, but as it stands now it does not qualify: it cannot go on notice. Read the decision; where it is wrong, ask the town to correct it.',
  },
  'own.standing.in.no': {
    zh: '最近一次审核有不符合的情况，村居、镇街正在核对，可能影响补贴。',
    en: 'The last check found something that does not fit; village and town are looking into it, and it may affect the subsidy.',
  },
  'own.standing.in.unknown': {
    zh: '最近一次审核还有没核实的情况。',
    en: 'In the last check something is not verified yet.',
  },
  'own.standing.see': { zh: '看结论', en: 'Read the decision' },
  'own.owed': { zh: '有补贴要退回', en: 'Subsidy to be repaid' },
  'own.owed.left': { zh: '还需退回', en: 'Still to be repaid:' },
  'own.owed.coal': {
    zh: '原因：{{day}} 查实您家用煤，按承诺取消补贴并追回。',
    en: 'Why: on {{day}} coal was found in your home. As you signed, the subsidy is cancelled and taken back.',
  },
  'own.owed.after-leaving': {
    zh: '原因：您家已于 {{day}} 退出改造，按规定退回已享受的补贴。',
    en: 'Why: your home left the programme on {{day}}. The subsidy it received is to be repaid.',
  },
  'own.owed.next': { zh: '下一期 {{day}} 前退回', en: 'The next part, by {{day}}:' },
  'own.owed.where': {
    zh: '到{{town}}办理退款；一次退不起的可以约定分期，有异议的可以申请复核。',
    en: 'Repay through {{town}}; there you may agree on instalments, and ask for a review if you disagree.',
  },
  'own.owed.see': { zh: '看明细', en: 'See the details' },
  'own.road': { zh: '办到哪一步了', en: 'Where we are' },
  'own.changes': { zh: '您家的变更', en: 'Changes of your home' },
  'own.change.entered': { zh: '按申请先后列入改造', en: 'taken in, in the order of application' },
  'own.change.asked': { zh: '{{day}} 已报送，等待批准', en: 'asked for on {{day}}, to be decided' },
  'own.change.approved': { zh: '{{day}} 批准', en: 'approved on {{day}}' },
  'own.change.sent': { zh: '{{day}} 已报送', en: 'asked for on {{day}}' },
  'own.change.barred.asked.no': {
    zh: '您家现在不符合条件，照现在的情况，这份申请不能批准。',
    en: 'Your home does not qualify any more; as things stand this request cannot be approved.',
  },
  'own.change.barred.asked.unknown': {
    zh: '您家还有没核实的情况，核实以前，这份申请不能批准。',
    en: 'Something about your home is not verified; until it is, this request cannot be approved.',
  },
  'own.change.barred.approved.no': {
    zh: '您家现在不符合条件，不能公示，所以还没有列入。',
    en: 'Your home does not qualify any more and cannot go on notice; it is not in.',
  },
  'own.change.barred.approved.unknown': {
    zh: '您家还有没核实的情况，核实以前不能公示，所以还没有列入。',
    en: 'Something about your home is not verified; until it is, it cannot go on notice and is not in.',
  },
  'own.change.withdrawn': { zh: '申请已于 {{day}} 撤回', en: 'application withdrawn on {{day}}' },
  'own.change.declined': {
    zh: '{{day}} 未批准，您家维持原来的情况',
    en: 'not approved on {{day}}; nothing changes for your home',
  },
  'own.change.declined.next': {
    zh: '还想变更的，照答复补好材料，到{{village}}或{{town}}再提。',
    en: 'To ask again, bring what the answer asks for to {{village}} or {{town}}.',
  },
  'own.change.not-entered': {
    zh: '{{day}} 未批准。您家还在候补名单上，名次不变；有空缺时仍按申请先后办理',
    en: 'not approved on {{day}}. Your home keeps its place on the waiting list, and places still go in the order of application',
  },
  'own.change.answer': { zh: '未批准的理由：{{reason}}', en: 'Why not: {{reason}}' },
  'own.change.undone': { zh: '已撤销', en: 'undone' },
  'own.change.why': { zh: '事由：{{reason}}', en: 'Reason: {{reason}}' },
  'own.equipment': { zh: '要装的设备', en: 'What is going to be installed' },
  'own.equipment.asked': { zh: '申请表上填的设备', en: 'What the application asks for' },
  'own.equipment.installed': { zh: '装好的设备', en: 'What was installed' },
  'own.works': { zh: '改造内容', en: 'What is done' },
  'own.works.building': { zh: '建筑节能改造', en: 'Building retrofit' },
  'own.units_one': { zh: '{{count}} 台', en: '{{count}} unit' },
  'own.units_other': { zh: '{{count}} 台', en: '{{count}} units' },
  'own.contractor': { zh: '施工单位：{{contractor}}', en: 'Installer: {{contractor}}' },
  'own.ask': { zh: '有问题找谁', en: 'Whom to ask' },
  'own.ask.where': {
    zh: '请问{{village}}的村居干部；答不了的，由村里转{{town}}。',
    en: 'Ask the village committee of {{village}}; what it cannot answer it passes on to {{town}}.',
  },
  'own.hotline': { zh: '咨询、监督电话', en: 'Questions and complaints' },
  'own.town-telephone': { zh: '{{town}}电话', en: 'Telephone of {{town}}' },
  'own.stage.applied': { zh: '已报名', en: 'Applied' },
  'own.stage.screened': { zh: '已审核', en: 'Checked' },
  'own.stage.screening': { zh: '正在审核', en: 'Being checked' },
  'own.stage.not-qualified': { zh: '已审核：不符合条件', en: 'Checked: does not qualify' },
  'own.stage.noticed': { zh: '已公示', en: 'Posted' },
  'own.stage.confirmed': { zh: '已确定', en: 'Confirmed' },
  'own.stage.assigned': { zh: '已安排施工', en: 'Installer named' },
  'own.stage.installed': { zh: '已安装', en: 'Installed' },
  'own.stage.accepted': { zh: '已验收', en: 'Accepted' },
  'own.stage.subsidised': { zh: '补贴已发', en: 'Subsidy paid' },
  'own.stage.withdrawn': { zh: '已退出', en: 'Left' },
  'own.stage.refused': { zh: '已放弃', en: 'Given up' },
  'own.stage.revoked': { zh: '已取消', en: 'Revoked' },
  'own.next.sign': {
    zh: '您家已确定改造。请先签承诺书，不签不能领补贴。',
    en: 'Your home is confirmed. Sign the commitment first; without it no subsidy is paid.',
  },
  'own.next.sign.do': { zh: '去签承诺书', en: 'Sign now' },
  'own.next.confirmed': {
    zh: '承诺书已签。接下来安排施工单位，上门前会联系您。',
    en: 'The commitment is signed. An installer will be named and will call before coming.',
  },
  'own.next.assigned': {
    zh: '施工单位已安排，请保持电话畅通；来人请先看证件。',
    en: 'The installer is named; keep your telephone at hand, and ask who comes to show who they are.',
  },
  'own.next.installed': {
    zh: '设备已安装，等待自检和验收。有问题请找施工单位。',
    en: 'Installed; checks and acceptance follow. Call the installer if anything is wrong.',
  },
  'own.next.self-checked': {
    zh: '施工单位已自检，监理会上门验收。',
    en: 'The installer has checked it; the supervisor will come to accept it.',
  },
  'own.next.inspected': {
    zh: '监理已验收，等待镇街、村居签字。',
    en: 'The supervisor has been; town and village sign next.',
  },
  'own.recheck.moved': {
    zh: '您家的设备已移装到新址，从 {{day}} 起要重新检查、验收。',
    en: 'The machines of your home moved to the new address. Since {{day}} they are to be checked and accepted again.',
  },
  'own.recheck.doubt': {
    zh: '您家设备的验收材料经核查不能采信，从 {{day}} 起要重新检查、验收，不是您家的过错。',
    en: 'What the machines of your home were accepted by does not stand up. Since {{day}} they are to be checked and accepted again; it is no fault of yours.',
  },
  'own.recheck.next.installed': {
    zh: '下一步：施工单位上门重新自检，然后监理上门验收。请留人在家。',
    en: 'Next the installer comes to check them again, then the supervisor to accept them. Somebody should be at home.',
  },
  'own.recheck.next.self-checked': {
    zh: '施工单位已重新自检。下一步：监理上门验收，请留人在家。',
    en: 'The installer has checked them again. Next the supervisor comes to accept them; somebody should be at home.',
  },
  'own.recheck.next.inspected': {
    zh: '监理已重新验收。下一步：镇街、村居签字。',
    en: 'The supervisor has been again. Next town and village sign.',
  },
  'own.recheck.money': {
    zh: '重新验收期间，已经发过的补贴不受影响；合格以前，新的补贴先不发。',
    en: 'Meanwhile what was paid already stays with you. Until they are accepted again nothing more is paid.',
  },
  'own.next.accepted': {
    zh: '已验收。请放心使用，不要再烧煤；运行补贴在采暖季后发放。',
    en: 'Accepted. Use it, burn no coal; the operating subsidy comes after the season.',
  },
  'own.next.settled': {
    zh: '已验收结算。运行补贴在采暖季后发放。',
    en: 'Accepted and settled. The operating subsidy comes after the season.',
  },
  'own.next.subsidised': {
    zh: '本季补贴已发放，请核对到账。',
    en: 'This season’s subsidy is paid; please check that it arrived.',
  },
  'own.ended.withdrawn': {
    zh: '您家已退出本年度改造，不再办理。哪天退出、什么原因，写在“进度”页的“您家的变更”里；发过的钱要不要退，写在“补贴”页里。不是您家提出的，或者想再报名，请找村居。',
    en: 'Your home has left this year’s programme; “Changes of your home” under “Progress” says when and why, the page “Money” whether any has to be paid back. If your family did not ask for it, or wants to apply again, ask the village.',
  },
  'own.ended.refused': {
    zh: '您家已放弃本年度改造，不再办理。想再报名，请找村居。',
    en: 'Your family gave this year’s conversion up. To apply again, ask the village.',
  },
  'own.ended.demolish': {
    zh: '您家的房屋已经拆除，不再列入改造名单。有疑问的，请找村居。',
    en: 'Your house was demolished and is no longer in the programme. Ask the village about any question.',
  },
  'own.ended.die': {
    zh: '原户主已经去世，这一户不再列入改造名单。家里还有人住在这里的，请到村居商量怎么办。',
    en: 'The householder has died and the home is no longer in the programme. If family still lives here, ask the village what can be done.',
  },
  'own.ended.revoked': {
    zh: '您家的补贴资格已取消，请联系镇街了解。',
    en: 'Your entitlement was revoked; ask the town about it.',
  },
  'own.decision': { zh: '审核结论', en: 'What was decided' },
  'own.decision.yes': { zh: '您家符合本年度改造条件。', en: 'Your home is eligible this year.' },
  'own.decision.no': {
    zh: '按现有情况，您家不符合条件。下面写明了原因；情况有误可以更正。',
    en: 'As things stand your home is not eligible. The reasons follow; what is wrong can be corrected.',
  },
  'own.decision.unknown': {
    zh: '还有情况没核实，暂时定不了。把下面几项弄清楚就能定。',
    en: 'Something is not verified yet, so it cannot be decided. These would settle it.',
  },
  'own.line.heating': {
    zh: '问的是：您家能不能参加今年的清洁取暖改造。',
    en: 'The question: may your home be converted to clean heating this year?',
  },
  'own.line.building': {
    zh: '问的是：您家能不能参加今年的建筑节能改造。',
    en: 'The question: may your home be retrofitted this year?',
  },
  'own.why.day': { zh: '判定日期', en: 'Decided as of' },
  'own.why.no': { zh: '为什么', en: 'Why' },
  'own.why.open': { zh: '卡在哪几条', en: 'Which conditions are open' },
  'own.why.also-open': { zh: '另外还没核实的', en: 'Also not verified yet' },
  'own.why.met_one': {
    zh: '已符合的 {{count}} 条和依据',
    en: '{{count}} condition met, and what it rests on',
  },
  'own.why.met_other': {
    zh: '已符合的 {{count}} 条和依据',
    en: '{{count}} conditions met, and what they rest on',
  },
  'own.fact.unrecorded': { zh: '还没有登记。', en: 'Not recorded yet.' },
  'own.fact.disagree': {
    zh: '下面的说法不一致，这一条还定不了：',
    en: 'What is said does not agree, so this condition is open:',
  },
  'own.fact.is-so': { zh: '是这样', en: 'so it is' },
  'own.fact.not-compared': {
    zh: '号码还没有登记，没法与其他申请比对。',
    en: 'The number is not recorded, so that it cannot be compared with other applications.',
  },
  'own.fact.conflicting': {
    zh: '材料之间对不上，正在核对。',
    en: 'The papers do not agree; it is being checked.',
  },
  'own.fact.expired': { zh: '原来的材料过期了。', en: 'The papers have expired.' },
  'own.origin.list': { zh: '（据{{list}}，{{day}}的数据）', en: '(by {{list}}, data of {{day}})' },
  'own.origin.official': { zh: '（工作人员 {{day}} 核定）', en: '(settled by an official on {{day}})' },
  'own.origin.application': { zh: '（据您家的申请表，{{day}}）', en: '(by your application of {{day}})' },
  'own.origin.comparison': {
    zh: '（与全县申请比对，{{day}}）',
    en: '(compared with all applications on {{day}})',
  },
  'own.origin.town': { zh: '（镇街核定的拆迁情况，{{day}}）', en: '(the town’s own mark, {{day}})' },
  'own.origin.record': { zh: '（据{{evidence}}）', en: '(by the {{evidence}})' },
  'own.origin.nobody': { zh: '（没有登记，按此认定）', en: '(presumed, nothing recorded)' },
  'own.source.list': { zh: '{{list}}（{{day}}的数据）', en: '{{list}} (data of {{day}})' },
  'own.source.official': { zh: '工作人员（{{day}}）', en: 'An official ({{day}})' },
  'own.source.application': { zh: '您家的申请表（{{day}}）', en: 'Your application ({{day}})' },
  'own.source.comparison': {
    zh: '与全县申请比对（{{day}}）',
    en: 'The comparison with all applications ({{day}})',
  },
  'own.source.town': { zh: '镇街核定的拆迁情况（{{day}}）', en: 'The town’s own mark ({{day}})' },
  'own.source.record': { zh: '{{evidence}}', en: 'The {{evidence}}' },
  'own.source.nobody': { zh: '没有登记时的认定', en: 'What is presumed where nothing is recorded' },
  'own.clause': { zh: '看条款 {{id}}', en: 'Read clause {{id}}' },
  'own.clauses': { zh: '依据的条款', en: 'The clauses' },
  'own.missing': { zh: '还要核实什么', en: 'What is to be verified' },
  'own.papers': { zh: '可用材料：', en: 'Accepted: ' },
  'own.where': { zh: '办理地点：', en: 'Where: ' },
  'own.or': { zh: '，或 ', en: ', or ' },
  'own.place.name': { zh: '（{{name}}）', en: ' ({{name}})' },
  'own.ways': {
    zh: '查实下面任何一种情况，就符合条件',
    en: 'Any one of these, once verified, makes your home eligible',
  },
  'own.ways.either': { zh: '再查实下面任何一种情况，就符合条件', en: 'And, besides, any one of these' },
  'own.ways.always': { zh: '先要查实', en: 'These have to be verified first' },
  'own.ways.all': {
    zh: '下面几项都查实，就符合条件',
    en: 'All of these, once verified, make your home eligible',
  },
  'own.ways.one': { zh: '查实下面这种情况，就符合条件', en: 'This, once verified, makes your home eligible' },
  'own.ways.else': { zh: '除此之外，下面任何一种情况也行', en: 'Besides, any one of these would do' },
  'own.ways.lose': { zh: '什么情况下就不再符合', en: 'What would make your home ineligible' },
  'own.ways.and': { zh: '并且：', en: 'and: ' },
  'own.ways.not-yours': {
    zh: '这一项自己改变不了，登记有误的才能更正。',
    en: 'You cannot change this; it is put right only where the record is wrong.',
  },
  'own.print': { zh: '打印这一页', en: 'Print this page' },
  'own.print.title': { zh: '清洁取暖审核结论', en: 'Clean heating: what was decided' },
  'own.print.home': {
    zh: '户主：{{householder}}　{{townName}}{{villageName}}　{{address}}',
    en: 'Householder: {{householder}} · {{townName}} {{villageName}} · {{address}}',
  },
  'own.family.couple': {
    zh: '公安户籍名单把您和{{town}}{{village}}的一位申请人列为夫妻，那边也报了一处。',
    en: 'The police list has you as husband and wife with an applicant of {{village}}, {{town}}.',
  },
  'own.family.member': {
    zh: '公安户籍名单上，您的一位家人在{{town}}{{village}}也报了一处。',
    en: 'By the police list, a member of your family has applied in {{village}}, {{town}}, too.',
  },
  'own.decision.none': { zh: '还没有审核。', en: 'Not checked yet.' },
  'own.wrong': { zh: '觉得不对怎么办', en: 'If something is wrong' },
  'own.wrong.where': {
    zh: '上面写的有不对的，带上证明材料到{{village}}村委会提出，会重新审核。',
    en: 'If something above is wrong, take your papers to the village committee of {{village}}; the home is then checked again.',
  },
  'own.wrong.there': {
    zh: '上面写的有不对的，去办的时候一起说明，会重新审核。',
    en: 'If something above is wrong, say so where you go; the home is then checked again.',
  },
  'own.wrong.decides': {
    zh: '由{{town}}核实、更正，住建局审定。',
    en: '{{town}} verifies and corrects; the housing bureau has the last word.',
  },
  'own.wrong.notice.unposted': {
    zh: '第 {{number}} 号公示还没有张贴，公示期从张贴之日算起。现在就可以提异议，由镇街答复。',
    en: 'Notice no. {{number}} is not posted yet; its period runs from the day it is. Object to it already now and the town answers.',
  },
  'own.wrong.notice': {
    zh: '第 {{number}} 号公示期内（含截止当天）可以提异议，由镇街答复。截止',
    en: 'While notice no. {{number}} runs, its last day included, object to it and the town answers. Until',
  },
  'own.notice': { zh: '我家的公示', en: 'My home’s notice' },
  'own.notice.line': {
    zh: '第 {{number}} 号公示的第 {{position}} 行，公示时间 {{from}} 至 {{to}}。',
    en: 'Line {{position}} of notice no. {{number}}, open from {{from}} to {{to}}.',
  },
  'own.notice.line.unposted': {
    zh: '第 {{number}} 号公示的第 {{position}} 行，{{from}} 发布。公示栏还没有张贴，公示期从张贴之日算起。',
    en: 'Line {{position}} of notice no. {{number}}, opened on {{from}}. Its board is not posted yet; the period runs from the day it is.',
  },
  'own.notice.looked-into': {
    zh: '公示期间有人对您家提出异议，镇街正在核实。认定您家不符合之前，镇街会告诉您核实的是什么事、听您说明。有材料要补的，请到镇街或村居。',
    en: 'Somebody has objected to your home while it was on notice; the town is looking into it. Before it finds that you do not qualify it tells you what it looks into and hears you. Bring further papers to the town or the village.',
  },
  'own.notice.upheld': { zh: '镇街的答复：', en: 'What the town answered:' },
  'own.notice.rests-on': { zh: '依据材料：{{paper}}', en: 'It rests on: {{paper}}' },
  'own.notice.heard': { zh: '记录的您家陈述：', en: 'What is on record that you said:' },
  'own.review.asked': { zh: '申请复核', en: 'Another look asked for' },
  'own.review': { zh: '不同意？申请复核', en: 'Not so? Have it looked at again' },
  'own.review.lead': {
    zh: '由另一位经办人重新核实。申请截止',
    en: 'Another official looks into it again. Ask until',
  },
  'own.review.help': {
    zh: '写清哪里不对、有什么材料；材料请带到镇街或村居。',
    en: 'Say what is wrong and what papers you have; bring them to the town or the village.',
  },
  'own.papers-awaited': {
    zh: '为核对是否重复申报，请把身份证、户口簿、房产证明和电费单带到{{town}}。',
    en: 'To see whether another application is yours too, please bring ID card, household book, title and electricity bill to {{town}}.',
  },
  'own.papers-awaited.named': {
    zh: '为核对是否重复申报，请把{{papers}}带到{{town}}。',
    en: 'To see whether another application is yours too, please bring {{papers}} to {{town}}.',
  },
  'own.papers-awaited.by': { zh: '最晚', en: 'By' },
  'own.exception': { zh: '特殊情况（{{label}}）：', en: 'Special case ({{label}}):' },
  'own.exception.asked': {
    zh: '镇街已报送，等待批准。',
    en: 'the town asked for it; it waits for a decision.',
  },
  'own.exception.why': { zh: '理由：{{reason}}', en: 'Reason: {{reason}}' },
  'own.exception.granted': { zh: '已批准。', en: 'granted.' },
  'own.exception.declined': { zh: '没有批准。', en: 'not granted.' },
  'own.exception.revoked': { zh: '批准已撤销。', en: 'the grant was revoked.' },
  'own.notice.not': { zh: '您家没有列入公示。', en: 'Your home was not on a notice.' },
  'own.notice.never': { zh: '您家还没有列入公示。', en: 'Your home has not been on a notice yet.' },
  'own.notice.none-open': {
    zh: '本村现在没有正在公示的名单。',
    en: 'No notice of your village is open now.',
  },
  'own.notice.read': { zh: '看本村第 {{number}} 号公示', en: 'Read notice no. {{number}} of your village' },
  'own.notice.unposted': {
    zh: '还没有张贴，公示期从张贴之日算起',
    en: 'not posted yet; its period runs from the day it is',
  },
  'own.notice.unposted.down': {
    zh: '还没有张贴，网页已按计划的天数撤下；张贴后公示期从张贴之日算起',
    en: 'not posted yet, and its web page is down after its planned days; once posted, its period runs from that day',
  },
  'own.notice.until': { zh: '截止', en: 'until' },
  'own.object.about': { zh: '您要说的是', en: 'What it is about' },
  'own.object.own': { zh: '我自己家', en: 'My own home' },
  'own.object.own.line': {
    zh: '我自己家（第 {{number}} 号公示第 {{position}} 行）',
    en: 'My own home (line {{position}} of notice no. {{number}})',
  },
  'own.object.others': {
    zh: '名单上的别家，或者整个名单',
    en: 'Other homes on the list, or the list as a whole',
  },
  'own.object.choose': {
    zh: '请先选您要说的是自己家还是别家。',
    en: 'Choose first whether it is about your own home or others.',
  },
  'own.object.help': {
    zh: '写清楚什么情况。只给办理人员看，会逐条答复。',
    en: 'Say what is wrong. Only those who look into it read this, and every one is answered.',
  },
  'own.objections': { zh: '我提过的意见', en: 'What I objected to' },
  'own.objection.answered-by': {
    zh: '由{{town}}核实、答复，公示确认之前会答复。',
    en: '{{town}} looks into it and answers before the homes are confirmed.',
  },
  'own.sending': { zh: '正在提交…', en: 'Sending…' },
  'own.invalid': {
    zh: '没有提交成功，请核对后再试。',
    en: 'That did not go through. Check it and try again.',
  },
  'own.signed': { zh: '已签署', en: 'Signed' },
  'own.sign.household': { zh: '签署人：{{householder}}', en: 'Signed by: {{householder}}' },
  'own.sign.read': {
    zh: '我已读过上面的内容，明白意思，同意照办。',
    en: 'I have read this, understand it, and agree to it.',
  },
  'own.sign.lacks': {
    zh: '请先勾选“已读”，再在框内签名。',
    en: 'Tick the box first, then sign in the frame.',
  },
  'own.sign.never': {
    zh: '您家没有列入改造名单，不用签。',
    en: 'Your home is not in the programme, so there is nothing to sign.',
  },
  'own.sign.later': {
    zh: '到“{{stage}}”之后就可以在这里签。',
    en: 'You can sign here once your home is at “{{stage}}”.',
  },
  'own.sign.no-contractor': {
    zh: '确定安装单位之后就可以在这里签。',
    en: 'You can sign here once an installer is named.',
  },
} satisfies Words

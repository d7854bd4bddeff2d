import type { Words } from '../../../kernel/words/words.ts'

/** Public notices, objections and confirmation (§3.1.3d). */
export const noticeWords = {
  'act.notice.open': { zh: '发布公示', en: 'Open a public notice' },
  'act.notice.open.done': {
    zh: '公示已生成，请打印张贴并拍照上传。',
    en: 'The notice is ready: print it, post it and upload a photograph.',
  },
  'act.notice.post': { zh: '上传张贴照片', en: 'Upload the photograph of the board' },
  'act.notice.post.done': { zh: '张贴照片已存。', en: 'The photograph is stored.' },
  'act.notice.confirm': { zh: '确户', en: 'Confirm the homes' },
  'act.notice.confirm.done': {
    zh: '已确户，通知单可以打印了。',
    en: 'Confirmed. The letters can be printed now.',
  },
  'refusal.notice.none-ready': {
    zh: '本村现在没有甄别为“符合”的申请户：未甄别 {{unscreened}} 户，待核 {{unknown}} 户，不符合 {{no}} 户。',
    en: 'No home of this village is eligible just now: {{unscreened}} not screened, {{unknown}} to be verified, {{no}} not eligible.',
  },
  'remedy.notice.none-ready': {
    zh: '请先甄别，并补齐待核户的材料。',
    en: 'Screen the village and bring what the homes to be verified still lack.',
  },
  'refusal.notice.confirmed-already': {
    zh: '第 {{number}} 号公示已确户，不再变更。',
    en: 'Notice no. {{number}} is confirmed and closed.',
  },
  'remedy.notice.confirmed-already': {
    zh: '有新情况的，请打开这一户，申请变更（更正、退出、替换等）；群众有异议的，请登记异议或投诉。',
    en: 'For anything new open the home and ask for a change (correction, withdrawal, replacement); an objection or a complaint is recorded as such.',
  },
  'refusal.notice.posted-too-early': {
    zh: '张贴日 {{postedOn}} 早于公示发布日 {{openedOn}}。',
    en: 'The day of posting, {{postedOn}}, is before the notice was opened, {{openedOn}}.',
  },
  'remedy.notice.posted-too-early': { zh: '请核对张贴日期。', en: 'Check the day of posting.' },
  'refusal.day.in-future': { zh: '日期 {{day}} 还没有到。', en: 'The day {{day}} has not come yet.' },
  'remedy.day.in-future': { zh: '请填写今天或以前的日期。', en: 'Enter today or an earlier day.' },
  'refusal.notice.period-running': {
    zh: '公示期到 {{closesOn}} 止（含当天），{{from}} 起可以确户。',
    en: 'The notice runs to the end of {{closesOn}}; the homes can be confirmed from {{from}}.',
  },
  'remedy.notice.period-running': {
    zh: '请等公示期满后再确户。',
    en: 'Confirm after the period is over.',
  },
  'refusal.notice.not-posted': {
    zh: '还没有公示栏的张贴照片。',
    en: 'There is no photograph of the posted board yet.',
  },
  'remedy.notice.not-posted': {
    zh: '请张贴后拍照上传；公示期从张贴之日算起。',
    en: 'Post it and upload a photograph; the period runs from that day.',
  },
  'refusal.notice.objections-open': {
    zh: '还有 {{count}} 条异议没有处理。',
    en: '{{count}} objections are not decided yet.',
  },
  'refusal.notice.objections-open_one': {
    zh: '还有 {{count}} 条异议没有处理。',
    en: '{{count}} objection is not decided yet.',
  },
  'remedy.notice.objections-open': {
    zh: '请先逐条核实并答复。',
    en: 'Look into each of them and answer it.',
  },
  'refusal.notice.none-to-confirm': {
    zh: '现在没有可以确户的：待核 {{unknown}} 户，与他户重复 {{duplicate}} 户。',
    en: 'No home can be confirmed now: {{unknown}} to be verified, {{duplicate}} share a key with another home.',
  },
  'remedy.notice.none-to-confirm': {
    zh: '请先补齐材料、处理重复户。',
    en: 'Settle what is missing and the duplicates first.',
  },
  'left-out.unscreened': { zh: '尚未甄别', en: 'not screened yet' },
  'left-out.unknown': { zh: '待核', en: 'to be verified' },
  'left-out.no': { zh: '不符合', en: 'not eligible' },
  'heating.air-heater': { zh: '热泵热风机', en: 'heat-pump air heater' },
  'heating.air-to-water': { zh: '热泵热水机', en: 'air-to-water heat pump' },
  'heating.electric': { zh: '电取暖', en: 'electric heating' },
  'subsidy-item.equipment': { zh: '设备补贴', en: 'equipment subsidy' },
  'subsidy-item.operating': { zh: '运行补贴（每季）', en: 'operating subsidy (a season)' },

  'act.objection.raise': { zh: '登记异议', en: 'Record an objection' },
  'act.objection.raise.done': {
    zh: '异议已登记，请把回执号告诉来人。',
    en: 'Recorded. Tell the person the receipt code.',
  },
  'act.objection.raise-public': { zh: '提出异议', en: 'Object to the notice' },
  'act.objection.decide': { zh: '处理异议', en: 'Decide the objection' },
  'act.objection.decide.done': { zh: '已答复。', en: 'Answered.' },
  'act.objection.reveal': { zh: '查看含号码的原文', en: 'Read it with the numbers' },
  'refusal.objection.before-notice': {
    zh: '公示 {{openedOn}} 才发布，收到异议的日期不能早于这一天。',
    en: 'The notice was opened on {{openedOn}}; an objection to it cannot be from before.',
  },
  'remedy.objection.before-notice': { zh: '请核对收到的日期。', en: 'Look at the day it was received.' },
  'refusal.objection.outside-period': {
    zh: '异议应在公示期内（{{openedOn}} 至 {{closesOn}}）提出。',
    en: 'Objections are taken within the period, {{openedOn}} to {{closesOn}}.',
  },
  'remedy.objection.outside-period': {
    zh: '公示期外的问题，请拨打监督电话反映。',
    en: 'Outside the period, call the supervision telephone.',
  },
  'refusal.objection.home-not-on-notice': {
    zh: '所指的户不在这次公示里。',
    en: 'The home named is not on this notice.',
  },
  'remedy.objection.home-not-on-notice': {
    zh: '请核对公示序号；也可以不指明哪一户。',
    en: 'Check its number on the notice, or leave it out.',
  },
  'refusal.objection.numbers-not-on-notice': {
    zh: '这次公示里没有第 {{numbers}} 号。',
    en: 'This notice has no number {{numbers}}.',
  },
  'remedy.objection.numbers-not-on-notice': {
    zh: '请照公示名单核对序号；也可以不写。',
    en: 'Check the numbers on the notice, or leave them out.',
  },
  'refusal.objection.home-confirmed': {
    zh: '所指的户已经确户。',
    en: 'The home named is confirmed already.',
  },
  'remedy.objection.home-confirmed': {
    zh: '请按投诉或核查处理。',
    en: 'Handle it as a complaint or an inspection.',
  },
  'refusal.objection.too-many-homes': {
    zh: '一次最多指明 {{most}} 户。',
    en: 'One objection names at most {{most}} homes.',
  },
  'remedy.objection.too-many-homes': {
    zh: '其余的另提一条；对整个名单有意见的，不必指明哪一户。',
    en: 'Name the others in a second one; about the whole list, name none.',
  },
  'refusal.objection.home-gone': {
    zh: '所指的户已经退回重新甄别，不在这次公示里了。',
    en: 'The home named was sent back to be screened again and is no longer part of this notice.',
  },
  'remedy.objection.home-gone': {
    zh: '请去掉这一户。它再次符合条件时须重新公示，届时可以提出。',
    en: 'Leave it out. If it is found eligible again it needs a notice of its own; you can object then.',
  },
  'refusal.objection.home-twice': { zh: '同一户写了两次。', en: 'A home is named twice.' },
  'remedy.objection.home-twice': { zh: '请去掉重复的。', en: 'Leave it once.' },
  'refusal.objection.raised-already': { zh: '这条异议已经收到。', en: 'This objection has been received.' },
  'remedy.objection.raised-already': {
    zh: '请凭回执号查询；另有意见的，请重新填写。',
    en: 'Look it up by its receipt; write a new one for anything else.',
  },
  'refusal.objection.about-home-already': {
    zh: '这条异议已经指明到户。',
    en: 'This objection names its home already.',
  },
  'remedy.objection.about-home-already': { zh: '请直接核实、答复。', en: 'Look into it and answer it.' },
  'act.objection.narrow': { zh: '分到各户', en: 'Take it home by home' },
  'act.objection.narrow.done': {
    zh: '已分到各户，请逐户核实、答复。',
    en: 'Done. Each home is now looked into and answered by itself.',
  },
  'refusal.objection.no-notice': {
    zh: '本村现在没有正在公示的名单。',
    en: 'There is no open notice in your village now.',
  },
  'remedy.objection.no-notice': { zh: '有疑问请联系镇街。', en: 'Ask your town about any question.' },
  'refusal.objection.other-village': {
    zh: '只能对本村的公示提出异议。',
    en: 'You can object to the notice of your own village.',
  },
  'remedy.objection.other-village': {
    zh: '其他村的问题请拨打监督电话。',
    en: 'For another village, call the supervision telephone.',
  },
  'refusal.objection.too-many-open': {
    zh: '您已有 {{count}} 条异议正在处理。',
    en: '{{count}} of your objections are still being looked into.',
  },
  'remedy.objection.too-many-open': {
    zh: '请等答复后再提，急事请拨打监督电话。',
    en: 'Wait for an answer, or call the supervision telephone.',
  },
  'refusal.objection.decided-already': { zh: '这条异议已经处理。', en: 'This objection is decided already.' },
  'remedy.objection.decided-already': { zh: '请查看处理结果。', en: 'See its answer.' },
  'refusal.objection.own': {
    zh: '登记异议的人不能自己处理这条异议。',
    en: 'Whoever recorded an objection may not decide it.',
  },
  'remedy.objection.own': {
    zh: '请由本镇街另一位经办人或住建局处理。',
    en: 'Another officer of the town or the bureau decides it.',
  },
  'refusal.objection.own-answer': {
    zh: '该户不同意的正是您的认定，不能由您复核。',
    en: 'The family disputes what you upheld; you may not be the one to look at it again.',
  },
  'remedy.objection.own-answer': {
    zh: '请由本镇街另一位经办人或住建局复核。',
    en: 'Another officer of the town or the bureau looks at it again.',
  },
  'refusal.objection.family-unheard': {
    zh: '按此认定，该户将不符合条件；认定前须听取该户陈述。',
    en: 'Settled so, the home no longer qualifies; its family is heard before that.',
  },
  'remedy.objection.family-unheard': {
    zh: '请告知该户核实的是什么事，填写陈述的日期和内容；联系不上的，写明何时、用什么方式联系过。',
    en: 'Tell the family what is looked into, and enter the day and what it said; if it could not be reached, when and how that was tried.',
  },
  'refusal.objection.paper-unnamed': {
    zh: '没有写明认定依据的是什么材料。',
    en: 'What the paper is that this rests on was not said.',
  },
  'remedy.objection.paper-unnamed': {
    zh: '请写材料名称，例如：不动产登记查询结果。',
    en: 'Name it, such as: extract of the property register.',
  },
  'refusal.objection.heard-before': {
    zh: '听取陈述的日期早于收到异议的 {{raisedOn}}。',
    en: 'The family cannot have been heard before the objection was received on {{raisedOn}}.',
  },
  'remedy.objection.heard-before': {
    zh: '请核对听取陈述的日期。',
    en: 'Look at the day the family was heard.',
  },
  'refusal.objection.reviewed-already': {
    zh: '您家已经申请过复核。',
    en: 'You have asked for another look already.',
  },
  'remedy.objection.reviewed-already': {
    zh: '请看答复；有新材料的，请带到镇街重新认定。',
    en: 'See the answer; with new papers go to your town, where what they show can be settled anew.',
  },
  'refusal.objection.review-over': {
    zh: '申请复核的期限已于 {{until}} 届满。',
    en: 'Another look could be asked for until {{until}}.',
  },
  'remedy.objection.review-over': {
    zh: '有新材料的，请带到镇街重新认定。',
    en: 'With new papers go to your town: what they show can be settled anew.',
  },
  'refusal.objection.consequence-without-home': {
    zh: '只有成立且指明到户的异议，才能认定事项。',
    en: 'Only an upheld objection about a home settles a fact.',
  },
  'remedy.objection.consequence-without-home': {
    zh: '请去掉认定事项，或指明哪一户。',
    en: 'Leave the fact out, or name the home.',
  },
  'refusal.objection.needs-consequence': {
    zh: '异议成立，须说明认定了哪一项、结果如何。',
    en: 'An upheld objection says which fact it settles, and how.',
  },
  'remedy.objection.needs-consequence': {
    zh: '请选择认定的事项和结果，系统会重新甄别该户。',
    en: 'Choose the fact and its value; the home is then screened again.',
  },
  'refusal.objection.no-such-fact': {
    zh: '政策里没有“{{fact}}”这一项，或它不是“是/否”项。',
    en: 'The policy has no yes-or-no fact “{{fact}}”.',
  },
  'remedy.objection.no-such-fact': { zh: '请从列表中选择。', en: 'Choose one of the list.' },
  'refusal.objection.nothing-changes': {
    zh: '“{{label}}”本来就是这样认定的，异议成立却什么都不改变。',
    en: '“{{labelEn}}” is on record so already: upheld, the objection would change nothing.',
  },
  'remedy.objection.nothing-changes': {
    zh: '请选择与原来不同的认定；核实后原认定无误的，按不成立答复。',
    en: 'Choose what turned out to be otherwise; where the record is right, answer that the objection is not upheld.',
  },
  'refusal.objection.answer-unchanged': {
    zh: '按“{{label}}”这样认定，该户的甄别结论不会改变，却要退出公示、重新公示。',
    en: 'With “{{labelEn}}” settled so, the home’s answer stays what it is, and yet it would leave its notice for another.',
  },
  'remedy.objection.answer-unchanged': {
    zh: '确要这样办的，请在试算下面勾选“结论不变，仍认定成立”；否则改选，或按不成立答复。',
    en: 'If it is meant, tick so below what it makes of the home; otherwise choose another fact, or answer that it is not upheld.',
  },
  'refusal.objection.needs-follow-up': {
    zh: '异议成立，须指明涉及哪一户；不涉及某一户的，写明后续怎么办、谁办、哪天前办结。',
    en: 'An upheld objection names the home it is about, or says what will be done, by whom and by which day.',
  },
  'remedy.objection.needs-follow-up': {
    zh: '请选择涉及的农户，或填写后续办理。',
    en: 'Choose the home, or fill in the follow-up.',
  },
  'refusal.objection.follow-up-past': {
    zh: '办结日期 {{day}} 已经过去。',
    en: 'The day to be done by, {{day}}, is past.',
  },
  'remedy.objection.follow-up-past': { zh: '请填今天或以后的日期。', en: 'Give today or a later day.' },
  'refusal.objection.follow-up-not-asked': {
    zh: '只有成立且不涉及某一户的异议，才登记后续办理。',
    en: 'Only an upheld objection that names no home has a follow-up.',
  },
  'remedy.objection.follow-up-not-asked': {
    zh: '请去掉后续办理，或不指明农户。',
    en: 'Leave the follow-up out, or name no home.',
  },
  'refusal.objection.nothing-to-follow': {
    zh: '这条异议没有待办的后续。',
    en: 'Nothing is to be followed up for this objection.',
  },
  'remedy.objection.nothing-to-follow': { zh: '请查看处理结果。', en: 'See its answer.' },
  'refusal.objection.followed-already': {
    zh: '{{day}} 已经登记办结。',
    en: 'It was recorded as done on {{day}}.',
  },
  'remedy.objection.followed-already': { zh: '请查看办理情况。', en: 'See what was done.' },
  'act.objection.follow-up': { zh: '登记办结', en: 'Record that it was done' },
  'act.objection.follow-up.done': {
    zh: '已登记办结，提出人凭回执号可查。',
    en: 'Recorded. The person who objected can read it with the receipt.',
  },
  'field.followed': { zh: '办理情况', en: 'What was done' },
  'field.heard': { zh: '该户怎么说', en: 'What the family said' },
  'field.what': { zh: '后续怎么办', en: 'What will be done' },
  'field.who': { zh: '谁办', en: 'By whom' },
  'fact.by': { zh: '办理人', en: 'By' },
  'field.by': { zh: '哪天前办结', en: 'Done by' },
  'objection-way.in-person': { zh: '当面', en: 'in person' },
  'objection-way.own': { zh: '本村改造户', en: 'by a household' },
  'objection-way.web': { zh: '公示网页', en: 'on the public page' },
  'choice.decision.upheld': { zh: '成立', en: 'Upheld' },
  'choice.decision.rejected': { zh: '不成立', en: 'Not upheld' },
  'choice.settled.yes': { zh: '是', en: 'Yes' },
  'choice.settled.no': { zh: '否', en: 'No' },
  'choice.settled.unknown': { zh: '存疑，待查', en: 'In doubt' },
  'field.postedOn': { zh: '张贴日期', en: 'Posted on' },
  'field.receivedOn': { zh: '收到日期', en: 'Received on' },
  'field.said': { zh: '异议内容', en: 'What is objected to' },
  'field.contact': { zh: '联系方式（可不填）', en: 'How to reach you (optional)' },
  'field.positions': { zh: '公示序号（可不填）', en: 'Numbers on the notice (optional)' },
  'field.decision': { zh: '处理意见', en: 'Decision' },
  'field.answer': { zh: '答复', en: 'Answer' },
  'field.fact': { zh: '认定事项', en: 'Fact settled' },
  'field.settled': { zh: '认定结果', en: 'Settled as' },
} satisfies Words

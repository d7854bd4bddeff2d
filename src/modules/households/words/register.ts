import type { Words } from '../../../kernel/words/words.ts'

/** The road, the acts of the register and why they may not be done. */
export const registerWords = {
  'stage.applied': { zh: '已申请', en: 'Applied' },
  'stage.screened': { zh: '已甄别', en: 'Screened' },
  'stage.noticed': { zh: '公示中', en: 'On notice' },
  'stage.confirmed': { zh: '已确户', en: 'Confirmed' },
  'stage.assigned': { zh: '已派工', en: 'Assigned' },
  'stage.installed': { zh: '已安装', en: 'Installed' },
  'stage.self-checked': { zh: '已自检', en: 'Self-checked' },
  'stage.inspected': { zh: '监理已验', en: 'Inspected' },
  'stage.accepted': { zh: '已验收', en: 'Accepted' },
  'stage.settled': { zh: '已结算', en: 'Settled' },
  'stage.subsidised': { zh: '已发补贴', en: 'Subsidised' },
  'stage.withdrawn': { zh: '已退出', en: 'Left' },
  'stage.refused': { zh: '已放弃', en: 'Refused' },
  'stage.revoked': { zh: '已取消', en: 'Revoked' },

  'act.register.import': { zh: '导入确户表', en: 'Import a register' },
  'act.register.import.done': { zh: '已导入并完成甄别。', en: 'Imported and screened.' },
  'act.register.undo-import': { zh: '撤销导入', en: 'Undo an import' },
  'act.register.undo-import.done': {
    zh: '已撤销，台账恢复到导入前。',
    en: 'Undone: the register is as before.',
  },
  'act.register.keep-mapping': { zh: '记住确户表列的对应', en: 'Keep what a register’s columns are' },
  'act.register.keep-mapping.done': {
    zh: '已记住，下次同样格式的确户表自动套用。',
    en: 'Kept. The next register laid out like this one is read so.',
  },
  'act.register.screen': { zh: '重新甄别', en: 'Screen again' },
  'act.register.screen.done': {
    zh: '甄别完成：{{screened}} 户，其中 {{changed}} 户的结论或依据有变。',
    en: '{{screened}} homes screened; of {{changed}} the answer or its facts changed.',
  },
  'act.home.add': { zh: '新增申请', en: 'Add an application' },
  'act.home.add.done': { zh: '已登记并完成甄别。', en: 'Entered and screened.' },
  'act.home.correct': { zh: '更正申请', en: 'Correct the application' },
  'act.home.correct.done': { zh: '已更正并重新甄别。', en: 'Corrected and screened again.' },
  'act.home.withdraw': { zh: '撤回申请', en: 'Withdraw the application' },
  'act.home.withdraw.done': { zh: '申请已撤回。', en: 'The application is withdrawn.' },
  'act.home.settle-fact': { zh: '核实待核事项', en: 'Settle a fact' },
  'act.home.settle-fact.done': { zh: '已核实并重新甄别。', en: 'Settled and screened again.' },
  'act.home.ask-exception': { zh: '申报特殊情况', en: 'Ask for an exception' },
  'act.home.ask-exception.done': { zh: '已报送，等待审批。', en: 'Asked for; another person decides.' },
  'act.home.grant-exception': { zh: '批准特殊情况', en: 'Grant an exception' },
  'act.home.grant-exception.done': { zh: '已批准并重新甄别。', en: 'Granted and screened again.' },
  'act.home.take-back-exception': { zh: '收回特殊情况申报', en: 'Take an exception request back' },
  'act.home.take-back-exception.done': { zh: '已收回申报。', en: 'Taken back.' },
  'act.home.revoke-exception': { zh: '撤销已批准的特殊情况', en: 'Revoke an exception' },
  'act.home.revoke-exception.done': {
    zh: '已撤销并重新甄别。',
    en: 'Revoked and screened again.',
  },
  'act.home.decline-exception': { zh: '不批准特殊情况', en: 'Decline an exception' },
  'act.home.decline-exception.done': { zh: '已答复不批准。', en: 'Declined.' },
  'act.home.reveal': { zh: '查看完整号码', en: 'See a number in full' },

  'progress.reading': { zh: '正在读取表格', en: 'Reading the workbook' },
  'progress.checking-rows': { zh: '正在逐行核对', en: 'Checking the rows' },
  'progress.comparing-file': { zh: '正在与已有数据比对', en: 'Comparing with what is there' },
  'progress.entering': { zh: '正在登记', en: 'Entering the homes' },
  'progress.screening': { zh: '正在甄别', en: 'Screening' },

  'refusal.import.id-taken': { zh: '这次导入已经办理过。', en: 'This import was done before.' },
  'remedy.import.id-taken': {
    zh: '请刷新页面，在导入记录中查看。',
    en: 'Reload and look in the list of imports.',
  },
  'refusal.import.same-file': {
    zh: '同一个文件已于 {{on}} 导入（《{{fileName}}》，{{homes}} 户）。',
    en: 'The same file was imported on {{on}} (“{{fileName}}”, {{homes}} homes).',
  },
  'remedy.import.same-file': {
    zh: '无需重复导入；如需重来，请先撤销那次导入。要导入的是文件里上次没读的表，把那张表另存成一个文件再上传。',
    en: 'It need not be imported again. To start afresh, undo that import first. For a sheet that was left out then, save the sheet as a file of its own and upload that.',
  },
  'refusal.import.unreadable': {
    zh: '这份表格不能导入：{{why}}',
    en: 'This workbook cannot be imported: {{whyEn}}',
  },
  'remedy.import.unreadable': {
    zh: '请下载确户表模板，把内容粘贴进去后再上传。',
    en: 'Download the template, put the rows into it and upload it again.',
  },
  'refusal.import.has-errors': {
    zh: '表格中有 {{errors}} 处错误，整份未导入。第一处在《{{sheet}}》第 {{row}} 行：{{why}}',
    en: 'The workbook has {{errors}} errors and nothing was imported. The first is in “{{sheet}}”, row {{row}}: {{whyEn}}',
  },
  'remedy.import.has-errors': {
    zh: '请下载标注错误的表格，改好后重新上传。',
    en: 'Download the workbook with the errors marked, mend it and upload it again.',
  },
  'refusal.import.empty': { zh: '表格里没有可导入的申请。', en: 'There is no application to import.' },
  'remedy.import.empty': { zh: '请核对是否选错了文件。', en: 'Check whether it is the right file.' },
  'refusal.import.undone-already': { zh: '这次导入已经撤销。', en: 'This import was undone before.' },
  'remedy.import.undone-already': { zh: '无需再次办理。', en: 'There is nothing to do.' },
  'refusal.import.built-upon': {
    zh: '其中 {{homes}} 户已办理“$t(act.{{kind}})”，不能整批撤销。',
    en: '{{homes}} of its homes have been through “$t(act.{{kind}})”, so it cannot be undone as a whole.',
  },
  'remedy.import.built-upon': {
    zh: '请逐户更正或撤回。',
    en: 'Correct or withdraw the homes one by one.',
  },

  'refusal.home.exists': { zh: '这份申请已经登记。', en: 'This application is entered already.' },
  'remedy.home.exists': { zh: '请在台账中查看。', en: 'See it in the register.' },
  'refusal.home.field-wrong': { zh: '$t(field.{{field}})：{{why}}', en: '$t(field.{{field}}): {{whyEn}}' },
  'remedy.home.field-wrong': {
    zh: '请对照原件改正后再提交。',
    en: 'Correct it from the document and submit again.',
  },
  'refusal.home.ended': {
    zh: '这户$t(stage.{{ended}})，不再办理。',
    en: 'This home has left the programme ($t(stage.{{ended}})).',
  },
  'remedy.home.ended': { zh: '如需参加，请重新申请。', en: 'To take part, apply again.' },
  'refusal.home.nothing-changed': { zh: '没有改动任何内容。', en: 'Nothing was changed.' },
  'remedy.home.nothing-changed': { zh: '请修改后再提交。', en: 'Change something, then submit.' },
  'refusal.home.corrected-meanwhile': {
    zh: '“$t(field.{{field}})”刚刚被别人更正过。',
    en: 'Somebody else has just corrected “$t(field.{{field}})”.',
  },
  'remedy.home.corrected-meanwhile': {
    zh: '已显示最新内容，请核对后再决定是否更正。',
    en: 'What stands there now is shown: look at it, then decide whether to correct it.',
  },
  'refusal.home.field-locked': {
    zh: '这户$t(stage.{{stage}})，“$t(field.{{field}})”不能再改。',
    en: 'This home is $t(stage.{{stage}}); “$t(field.{{field}})” may not change any more.',
  },
  'remedy.home.field-locked': {
    zh: '确需变更的，请办理“申请变更”，由住建局批准。',
    en: 'If it must change, ask for a change; the bureau decides.',
  },
  'refusal.home.confirmed-already': {
    zh: '这户$t(stage.{{stage}})，没有影响发放、可以报批的事项。',
    en: 'This home is $t(stage.{{stage}}); nothing that keeps its payment can be excepted.',
  },
  'remedy.home.confirmed-already': { zh: '无需办理。', en: 'There is nothing to do.' },

  'refusal.fact.none-open': { zh: '这户没有待核事项。', en: 'No fact of this home is open.' },
  'remedy.fact.none-open': {
    zh: '如登记有误，请更正申请。',
    en: 'If something is entered wrongly, correct the application.',
  },
  'refusal.fact.not-asked': {
    zh: '这户的甄别不涉及该事项。',
    en: 'Screening does not ask this of this home.',
  },
  'remedy.fact.not-asked': { zh: '请从待核事项中选择。', en: 'Choose one of the open facts.' },
  'refusal.fact.known-already': {
    zh: '该事项已有明确结果，不能另行认定。',
    en: 'This is known already and cannot be settled otherwise.',
  },
  'remedy.fact.known-already': {
    zh: '如登记有误，请凭材料更正申请；属实的以登记为准。',
    en: 'If it is entered wrongly, correct the application with the document; otherwise it stands.',
  },
  'refusal.exception.nothing-to-except': {
    zh: '这户没有可按特殊情况审批的事项。',
    en: 'Nothing about this home can be excepted.',
  },
  'remedy.exception.nothing-to-except': {
    zh: '现行政策写明可以报批的事项（如一户多宅、一宅多户、共用联系电话），这户确有其事的，才能申报。',
    en: 'Only what the policy in force lets be approved (several homes of a family, several families in a home, a shared telephone), where it is so with this home.',
  },
  'refusal.exception.unknown': { zh: '没有这种特殊情况。', en: 'There is no such exception.' },
  'remedy.exception.unknown': { zh: '请从列表中选择。', en: 'Choose one of the list.' },
  'refusal.exception.asked-already': {
    zh: '同一情况已报送，正等待审批。',
    en: 'It is asked for already and waits.',
  },
  'remedy.exception.asked-already': { zh: '请等待审批结果。', en: 'Wait for the decision.' },
  'refusal.exception.none-asked': { zh: '没有待审批的特殊情况。', en: 'No exception waits for a decision.' },
  'remedy.exception.none-asked': { zh: '请由镇街先报送。', en: 'The town asks for it first.' },
  'refusal.exception.none-granted': {
    zh: '这户没有批准过特殊情况。',
    en: 'No exception was granted to this home.',
  },
  'remedy.exception.none-granted': { zh: '无需办理。', en: 'There is nothing to do.' },
  'refusal.exception.not-granted': {
    zh: '这项特殊情况没有批准，或已经撤销。',
    en: 'It was not granted, or is revoked already.',
  },
  'remedy.exception.not-granted': { zh: '请刷新后核对。', en: 'Reload and check.' },
  'refusal.exception.confirmed': {
    zh: '这户$t(stage.{{stage}})，批准的特殊情况不能单独撤销。',
    en: 'This home is $t(stage.{{stage}}); its exception is not revoked by itself any more.',
  },
  'remedy.exception.confirmed': {
    zh: '不应列入的，请办理“申请变更”，由住建局批准退出。',
    en: 'If it should not be in the programme, ask for a change; the bureau decides.',
  },
  'refusal.exception.not-open': {
    zh: '这项申报不存在或已经答复。',
    en: 'It is not there or decided already.',
  },
  'remedy.exception.not-open': { zh: '请刷新后核对。', en: 'Reload and check.' },
  'refusal.exception.same-person': {
    zh: '申报人不能审批自己的申报。',
    en: 'Whoever asked for it may not decide it.',
  },
  'remedy.exception.same-person': { zh: '请由另一位负责人审批。', en: 'Another person decides it.' },
} satisfies Words

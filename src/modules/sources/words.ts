import type { Words } from '../../kernel/words/words.ts'
import { sourceKindWords } from './words/kinds.ts'
import { sourceScreenWords } from './words/screens.ts'

export const words: Words = {
  'act.source.import': { zh: '导入比对名单', en: 'Import a comparison list' },
  'act.source.import.done': {
    zh: '已导入，有关的户已重新甄别。',
    en: 'Imported; the homes concerned are screened again.',
  },
  'act.source.import.effect': {
    zh: '名单入库，有关的户随即重新甄别。名单与申请说法不一的，转为待核。',
    en: 'The list is entered and the homes concerned are screened again at once. Where it says otherwise than the application, the answer becomes unknown.',
  },
  'act.source.undo-import': { zh: '撤销导入', en: 'Undo this import' },
  'act.source.undo-import.done': {
    zh: '已撤销，有关的户已重新甄别。',
    en: 'Undone; the homes concerned are screened again.',
  },
  'sources.resting': {
    zh: '现有 {{homes}} 户的甄别以它为依据，其中 {{refused}} 户不符合、{{confirmed}} 户已进锁定名册；{{decided}} 对疑似重复已据它认定。撤销后这些户重新甄别，原来不符合的可能变为符合，这些认定不再有效。',
    en: 'Homes whose screening rests on it: {{homes}}; of them not qualifying: {{refused}}, in a locked register: {{confirmed}}. Possible duplicates decided on it: {{decided}}. Taken back, these homes are screened again, some that do not qualify may then qualify, and the decisions hold no more.',
  },
  'sources.resting-none': {
    zh: '还没有住户的甄别或认定以它为依据。',
    en: 'No screening and no decision rests on it.',
  },
  'sources.resting-known': { zh: '我已看过受影响的户数，仍要撤销', en: 'I have read what falls with it' },
  'sources.resting-tick': { zh: '请先确认已看过受影响的户数。', en: 'Please confirm that you have read it.' },
  'sources.undo-which_one': {
    zh: '{{kind}}（{{day}}，{{area}}，{{by}}，{{count}} 行）',
    en: '{{kind}} ({{day}}, {{area}}, {{by}}, {{count}} row)',
  },
  'sources.undo-which_other': {
    zh: '{{kind}}（{{day}}，{{area}}，{{by}}，{{count}} 行）',
    en: '{{kind}} ({{day}}, {{area}}, {{by}}, {{count}} rows)',
  },
  'act.source.undo-import.effect': {
    zh: '名单的内容随即删除，有关的户不再依据它，重新甄别。导入和撤销都留有记录。',
    en: 'The list is removed at once and the homes are screened again without it. That it was imported and undone stays on record.',
  },
  'act.source.keep-mapping': { zh: '记住列的对应', en: 'Keep what the columns are' },
  'act.source.keep-mapping.done': {
    zh: '已记住，下次同样格式的名单自动套用。',
    en: 'Kept. The next list laid out like this one is read so.',
  },
  'act.village.take-demolition-list': {
    zh: '按拆迁名单标注村居',
    en: 'Mark villages by the demolition list',
  },
  'act.village.take-demolition-list.done': { zh: '村居已按名单标注。', en: 'The villages are marked.' },
  'refusal.source.other-kind': {
    zh: '这种名单不由您单位提供。',
    en: 'Lists of this kind are not your office’s to deliver.',
  },
  'remedy.source.other-kind': {
    zh: '请选本单位的名单；其他名单由住建局导入。',
    en: 'Choose your own office’s list. The bureau imports the others.',
  },
  'refusal.source.id-taken': { zh: '这个编号已用于另一份名单。', en: 'This id belongs to another list.' },
  'remedy.source.id-taken': { zh: '请刷新页面后重新导入。', en: 'Reload the page and import again.' },
  'refusal.source.same-file': {
    zh: '同一个文件已于 {{on}} 导入（{{fileName}}，{{rows}} 行）。',
    en: 'The same file was imported on {{on}} ({{fileName}}, {{rows}} rows).',
  },
  'remedy.source.same-file': {
    zh: '要重新导入，请先撤销那一次。要导入的是文件里上次没读的表，把那张表另存成一个文件再上传。',
    en: 'To import it again, undo that import first. For a sheet that was left out then, save the sheet as a file of its own and upload that.',
  },
  'refusal.source.of-the-future': {
    zh: '数据日期 {{day}} 晚于今天 {{today}}。',
    en: 'The data date {{day}} is later than today, {{today}}.',
  },
  'remedy.source.of-the-future': {
    zh: '请填提供单位出具名单的日期。',
    en: 'Enter the day the list was drawn up by whoever delivered it.',
  },
  'refusal.source.unreadable': { zh: '名单读不出来：{{why}}', en: 'The list cannot be read: {{whyEn}}' },
  'remedy.source.unreadable': {
    zh: '请指定各列是什么，或改用模板。',
    en: 'Say what the columns are, or use the template.',
  },
  'refusal.source.has-errors': {
    zh: '有 {{errors}} 行出错，第一处在“{{sheet}}”第 {{row}} 行：{{why}}',
    en: '{{errors}} rows have errors, the first in “{{sheet}}” row {{row}}: {{whyEn}}',
  },
  'remedy.source.has-errors': {
    zh: '请改正后重新上传；确实不能改的，选择“跳过出错的行”再导入。',
    en: 'Correct them and upload again. If they cannot be corrected, choose to leave out these rows.',
  },
  'refusal.source.fewer-lines': {
    zh: '这份名单有 {{taken}} 行，比现用的 {{lines}} 行少，导入后只按这份核对。',
    en: 'This list has {{taken}} lines, fewer than the {{lines}} in use, and would take their place.',
  },
  'remedy.source.fewer-lines': {
    zh: '请核实名单是全的，勾选“名单是全的”后导入，或换成全的名单。',
    en: 'Make sure that it is complete, tick that it is, and import it, or bring the whole list.',
  },
  'refusal.source.lacks-most': {
    zh: '范围内的申请 {{homes}} 户，只有 {{found}} 户在这份名单里，其余各户会因此不通过甄别。',
    en: 'Of {{homes}} applications here, only {{found}} are in this list; it would refuse all others.',
  },
  'remedy.source.lacks-most': {
    zh: '请核实名单是全的，勾选“名单是全的”后导入，或换成全的名单。',
    en: 'Make sure that it is complete, tick that it is, and import it, or bring the whole list.',
  },
  'refusal.source.empty': { zh: '名单里没有可以导入的行。', en: 'The list has no row that can be entered.' },
  'remedy.source.empty': {
    zh: '请检查文件是否选对，各列是否指定正确。',
    en: 'Check that this is the right file and that its columns are right.',
  },
  'refusal.source.brought-by-others': {
    zh: '这份名单不是贵单位导入的，不能由您撤销。',
    en: 'Another office imported this list; it is not yours to undo.',
  },
  'remedy.source.brought-by-others': {
    zh: '名单有误的，请告知住建局，由住建局撤销。',
    en: 'If it is wrong, tell the housing bureau, which can undo it.',
  },
  'refusal.source.undone-already': { zh: '这份名单已经撤销。', en: 'This list is undone already.' },
  'remedy.source.undone-already': { zh: '不必再办。', en: 'There is nothing left to do.' },
  ...sourceKindWords,
  ...sourceScreenWords,
}

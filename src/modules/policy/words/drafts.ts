import type { Words } from '../../../kernel/words/words.ts'

/** What the acts on drafts and packs say, and why they are refused. */
export const draftWords = {
  'act.policy.call-off': { zh: '撤回尚未生效的启用', en: 'Call off an adoption to come' },
  'act.draft.start': { zh: '新建草稿', en: 'Start a draft' },
  'act.draft.edit': { zh: '保存草稿', en: 'Save the draft' },
  'act.draft.restore': { zh: '恢复到以前的版本', en: 'Go back to an earlier version' },
  'act.draft.rename': { zh: '草稿改名', en: 'Rename the draft' },
  'act.draft.discard': { zh: '搁置草稿', en: 'Lay the draft aside' },
  'refusal.policy.reason-missing': { zh: '没有写明启用理由。', en: 'No reason is given.' },
  'remedy.policy.reason-missing': { zh: '请写明依据和理由。', en: 'Say why, and on what authority.' },
  'refusal.policy.from-past': {
    zh: '生效日期 {{from}} 早于今天（{{today}}）。',
    en: 'The day of force {{from}} is before today ({{today}}).',
  },
  'remedy.policy.from-past': {
    zh: '请填今天或以后的日期；此前的决定不能改用新规则。',
    en: 'Choose today or later: decisions already made cannot follow new rules.',
  },
  'refusal.policy.nothing-to-adopt': { zh: '没有指明启用哪一份。', en: 'It is not said what to adopt.' },
  'remedy.policy.nothing-to-adopt': {
    zh: '请选择一份草稿，或上传政策包文件，二者选一。',
    en: 'Choose a draft, or upload the files of a pack: one of the two.',
  },
  'refusal.policy.other-content': {
    zh: '草稿内容与您看到的不一致（现为 {{digest}}…）。',
    en: 'The draft is not what you saw (it is {{digest}}… now).',
  },
  'remedy.policy.other-content': { zh: '请刷新后重新核对。', en: 'Reload and look again.' },
  'refusal.policy.not-valid-yet': {
    zh: '这份政策包自 {{validFrom}} 起执行，不能从 {{from}} 起启用。',
    en: 'This pack holds from {{validFrom}} and cannot be in force from {{from}}.',
  },
  'remedy.policy.not-valid-yet': { zh: '请推后生效日期。', en: 'Choose a later day.' },
  'refusal.policy.called-off-already': {
    zh: '这次启用已经撤回。',
    en: 'This adoption was called off already.',
  },
  'remedy.policy.called-off-already': { zh: '无需再次办理。', en: 'There is nothing to do.' },
  'refusal.policy.begun-already': {
    zh: '这一版已于 {{from}} 生效，不能撤回。',
    en: 'It has been in force since {{from}} and cannot be called off.',
  },
  'remedy.policy.begun-already': {
    zh: '请把原来的政策包复制为草稿，重新启用。',
    en: 'Adopt the earlier pack again instead.',
  },
  'refusal.draft.started-already': { zh: '这份草稿已经建好。', en: 'This draft is there already.' },
  'remedy.draft.started-already': { zh: '请从草稿列表打开。', en: 'Open it from the list of drafts.' },
  'refusal.draft.not-there': { zh: '没有找到这份草稿。', en: 'There is no such draft.' },
  'remedy.draft.not-there': { zh: '请从草稿列表重新选择。', en: 'Choose again from the list of drafts.' },
  'refusal.draft.moved-on': {
    zh: '{{by}}在您打开之后保存过这份草稿（现为第 {{version}} 版），您的修改没有保存。',
    en: '{{by}} has saved this draft since you opened it (version {{version}} now). Your changes were not saved.',
  },
  'remedy.draft.moved-on': {
    zh: '请载入新版本，再把修改补上。',
    en: 'Load the new version, then make your changes again.',
  },
  'refusal.draft.nothing-there': {
    zh: '草稿中没有“{{what}}”，可能已被删去。',
    en: 'The draft has no “{{what}}” any more.',
  },
  'remedy.draft.nothing-there': { zh: '请刷新后重试。', en: 'Reload and try again.' },
  'refusal.draft.no-such-version': { zh: '没有第 {{version}} 版。', en: 'There is no version {{version}}.' },
  'remedy.draft.no-such-version': { zh: '请从版本列表中选择。', en: 'Choose from the list of versions.' },
  'refusal.draft.discarded': { zh: '草稿“{{name}}”已搁置。', en: 'The draft “{{name}}” was laid aside.' },
  'remedy.draft.discarded': {
    zh: '如需继续，请复制一份再改。',
    en: 'To go on, copy it and change the copy.',
  },
  'refusal.draft.adopted': { zh: '草稿“{{name}}”已经启用。', en: 'The draft “{{name}}” was adopted.' },
  'remedy.draft.adopted': { zh: '如需再改，请新建草稿。', en: 'To change more, start a new draft.' },
} satisfies Words

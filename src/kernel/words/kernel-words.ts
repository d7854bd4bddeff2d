import type { Words } from './words.ts'

/** Sentences of the door itself and of signing in. */
export const kernelWords = {
  'refusal.subject.not-found': {
    zh: '没有找到这条记录，或不在您的职责范围内。',
    en: 'No such record, or it is outside your area of duty.',
  },
  'remedy.subject.not-found': {
    zh: '请从台账重新打开；如确属您负责，请联系县级管理员核对授权。',
    en: 'Open it again from the register; if it is yours to handle, ask the administrator to check your role.',
  },
  'refusal.not-permitted': { zh: '您的岗位不办理这项业务。', en: 'This is not part of your role.' },
  'remedy.not-permitted': {
    zh: '请交由有此权限的岗位办理。',
    en: 'Hand it to a colleague whose role includes it.',
  },
  'refusal.act.unknown': {
    zh: '系统没有“{{kind}}”这项业务，或页面版本已旧。',
    en: 'There is no act “{{kind}}”, or this page is out of date.',
  },
  'remedy.act.unknown': { zh: '请刷新页面后再试。', en: 'Reload the page and try again.' },
  'refusal.evidence.required': {
    zh: '缺少佐证材料：$t(evidence.{{kind}})。',
    en: 'Evidence is missing: $t(evidence.{{kind}}).',
  },
  'remedy.evidence.required': { zh: '请补充上传后再提交。', en: 'Add it and submit again.' },
  'refusal.evidence.not-uploaded': {
    zh: '有一份佐证材料没有上传成功。',
    en: 'One piece of evidence did not arrive.',
  },
  'remedy.evidence.not-uploaded': { zh: '请重新上传这份材料。', en: 'Upload that file again.' },
  'refusal.evidence.unfit': {
    zh: '这种文件不能作为$t(evidence.{{kind}})。',
    en: 'A file of this kind cannot serve as a $t(evidence.{{kind}}).',
  },
  'remedy.evidence.unfit': {
    zh: '请换成以下格式的文件：{{allowed}}。',
    en: 'Use a file of one of these kinds: {{allowed}}.',
  },
  'refusal.act.not-yet': {
    zh: '填写的发生时间还没有到。',
    en: 'The time given for it has not come yet.',
  },
  'remedy.act.not-yet': {
    zh: '请核对发生时间和设备时钟后再提交。',
    en: 'Check the time given and the clock of the device, and submit again.',
  },
  'refusal.act.nothing-to-correct': {
    zh: '找不到要更正的那次操作，或它与本项无关。',
    en: 'The act to be corrected was not found, or is about something else.',
  },
  'remedy.act.nothing-to-correct': {
    zh: '请从该户或该项的办理记录中重新选择。',
    en: 'Choose it again from the history of this subject.',
  },
  'refusal.act.overtaken': {
    zh: '您看到的情况之后，{{on}} 又有人办理了“$t(act.{{kind}})”（其后共 {{count}} 项办理）。',
    en: 'After what you had seen, “$t(act.{{kind}})” was done on {{on}} ({{count}} acts since).',
  },
  'remedy.act.overtaken': {
    zh: '两边的都留着。由镇街或住建局对照裁定，结果会告诉办理人；在这之前不用重办。',
    en: 'Both are kept. Town or housing bureau lays them side by side and settles it, and whoever did this is told; until then nothing need be done again.',
  },
  'refusal.act.seen-missing': {
    zh: '本项依据的上一次办理还没有送达或被搁置。',
    en: 'The act this one builds upon has not arrived or is held.',
  },
  'remedy.act.seen-missing': {
    zh: '请先处理上一次办理，再处理本项。',
    en: 'Settle the earlier act first, then this one.',
  },
  'refusal.act.unreadable': {
    zh: '所送内容不符合现行格式。',
    en: 'What was sent does not have the present form.',
  },
  'remedy.act.unreadable': {
    zh: '请更新应用后重新填写；原件及照片仍予保留。',
    en: 'Update the application and enter it again; the original and its photographs are kept.',
  },
  'refusal.act.id-taken': {
    zh: '这个编号已用于另一项办理。',
    en: 'This number has been used for another act.',
  },
  'remedy.act.id-taken': { zh: '请重新填写后提交。', en: 'Enter it again and submit.' },
  'refusal.batch.held-back': {
    zh: '同批其他事项未通过，本项一并暂缓。',
    en: 'Held back because another item of this batch was refused.',
  },
  'remedy.batch.held-back': { zh: '请先处理未通过的事项。', en: 'Settle the refused items first.' },
  'evidence.photo': { zh: '照片', en: 'photograph' },
  'evidence.workbook': { zh: '工作簿', en: 'workbook' },
  'evidence.signature': { zh: '签名', en: 'signature' },
  'evidence.document': { zh: '证明材料', en: 'document' },
  'evidence.minutes': { zh: '会议记录', en: 'minutes' },
  'error.signed-out': { zh: '登录已失效，请重新登录。', en: 'You are signed out. Please sign in again.' },
  'error.wrong-sign-in': {
    zh: '登录名或密码不对，请核对后重试。',
    en: 'The name or password is not right. Check and try again.',
  },
  'error.wrong-letter': {
    zh: '通知单编号或身份证后四位不对，请对照通知单再输一次；户主变更过的，请用新户主的证号。',
    en: 'The letter code or the last four digits are not right. Check your letter and try again; after a change of householder, the digits are the new one’s.',
  },
  'error.wait': {
    zh: '尝试次数过多，请在 {{seconds}} 秒后再试。',
    en: 'Too many attempts. Try again in {{seconds}} seconds.',
  },
  'error.change-password': {
    zh: '请先把初始密码改成自己的密码。',
    en: 'Change the first password to one of your own before anything else.',
  },
  'error.handset-unknown': {
    zh: '这部手机没有登记在您名下，请退出后重新登录外业应用。',
    en: 'This handset is not enrolled for you. Sign out of the field application and in again.',
  },
  'error.handset-revoked': {
    zh: '这部手机已停用，不再接收它送来的内容；请联系县级管理员。',
    en: 'This handset has been given up; nothing more is taken from it. Ask the administrator.',
  },
  'error.csrf': { zh: '页面已过期，请刷新后再提交。', en: 'This page has expired. Reload and submit again.' },
  'error.not-found': {
    zh: '没有找到，或不在您的职责范围内。',
    en: 'Not found, or outside your area of duty.',
  },
  'error.not-permitted': { zh: '您没有查看此内容的权限。', en: 'You may not see this.' },
  'error.invalid': { zh: '提交的内容格式不对。', en: 'What was sent does not have the right form.' },
  'error.too-large': {
    zh: '文件太大，最多 {{megabytes}} MB。',
    en: 'The file is too large; {{megabytes}} MB at most.',
  },
  'error.media-type': {
    zh: '不接受这种文件。可用：照片(JPEG、PNG、WebP)、PDF、Excel(.xlsx、.xls)、CSV。',
    en: 'This kind of file is not taken. Use a photo (JPEG, PNG, WebP), PDF, Excel (.xlsx, .xls) or CSV.',
  },
  'error.unexpected': {
    zh: '系统出错，您的操作没有生效。请稍后再试；错误编号 {{reference}}。',
    en: 'Something went wrong and nothing was changed. Try again later; reference {{reference}}.',
  },
  'error.busy': {
    zh: '数据库暂时不可用，请稍候再试。',
    en: 'The database is not available just now. Try again shortly.',
  },
  'error.storage-full': {
    zh: '服务器存储空间已满，没有存下。请不要删除手上的资料，通知县级管理员清理空间后再试。',
    en: 'The server has no room left and kept nothing of this. Keep what you have, tell the administrator to free room, then try again.',
  },
  'error.set-up-done': { zh: '系统已经完成初始设置。', en: 'The first set-up is already done.' },
  'password.too-short': { zh: '密码至少 10 位。', en: 'A password has at least 10 characters.' },
  'password.holds-name': { zh: '密码不能包含登录名。', en: 'The password may not contain the sign-in name.' },
  'password.too-simple': { zh: '密码过于简单。', en: 'The password is too simple.' },
  'password.same': { zh: '新密码不能与原密码相同。', en: 'The new password is the same as the old one.' },
  'password.wrong': { zh: '原密码不对。', en: 'The old password is not right.' },
  'password.wait': { zh: '尝试次数过多，请稍后再试。', en: 'Too many attempts. Try again later.' },
} satisfies Words

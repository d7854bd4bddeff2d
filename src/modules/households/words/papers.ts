import type { Words } from '../../../kernel/words/words.ts'

/** What a household signs (§3.3.2a, §3.3.3), as its own telephone, the one at the door and the office say it. */
export const paperWords = {
  'paper.how.own': { zh: '本户手机签署', en: 'signed on the household’s telephone' },
  'paper.how.finger': { zh: '上门手机签署', en: 'signed on the telephone at the door' },
  'paper.how.mark': { zh: '捺印，有见证', en: 'marked before a witness' },
  'paper.how.paper': { zh: '纸质签署', en: 'signed on paper' },
  'paper.none-committed': { zh: '未签，不能领补贴', en: 'not signed: no subsidy is paid' },
  'paper.none': { zh: '未签', en: 'not signed' },
  'paper.earlier-text': { zh: '按签署时的文本', en: 'under the words of its day' },
  'paper.with': { zh: '与{{contractor}}签订', en: 'with {{contractor}}' },
  'paper.taken-by': { zh: '经办人：{{name}}', en: 'taken by {{name}}' },
  'paper.before': { zh: '见证人：{{witness}}', en: 'witness: {{witness}}' },
  'paper.and': { zh: '；', en: '; ' },
  'paper.signature-of': { zh: '{{paper}}的签字', en: 'Signature: {{paper}}' },
  'paper.mark': { zh: '手印或画押', en: 'Mark' },
  'paper.mark-of': { zh: '{{paper}}的手印或画押', en: 'Mark: {{paper}}' },
  'paper.witness-signature': { zh: '见证人签字', en: 'Signature of the witness' },
  'paper.chinese-binds': { zh: '以中文文本为准。', en: 'The Chinese text is the one that binds.' },
  'paper.read-out': {
    zh: '已向农户逐条读过、讲清',
    en: 'Read out and explained to the household, item by item',
  },
  'paper.lacks': {
    zh: '请先勾选“已读”，再请农户在框内签名。',
    en: 'Tick the box first, then let the householder sign in the frame.',
  },
  'act.paper.sign': { zh: '签署', en: 'Sign' },
  'act.paper.sign.done': { zh: '已签署，谢谢。', en: 'Signed. Thank you.' },
  'act.paper.take': { zh: '上门请农户签字', en: 'Have a paper signed at the door' },
  'act.paper.take.done': { zh: '已签。', en: 'Signed.' },
  'act.paper.record': { zh: '登记纸质签字', en: 'Record a paper signed on paper' },
  'act.paper.record.done': { zh: '已登记。', en: 'Recorded.' },
  'act.paper.record.effect': {
    zh: '登记后本户这份文书就算签了，不能再签；签字的纸拍照留档。',
    en: 'The paper then counts as signed and is not signed again; the sheet is kept as a photograph.',
  },
  'refusal.paper.signed-already': {
    zh: '“{{paper}}”已于 {{signedOn}} 签署。',
    en: '“{{paperEn}}” was signed on {{signedOn}}.',
  },
  'remedy.paper.signed-already': { zh: '不需要再签。', en: 'There is no need to sign again.' },
  'refusal.paper.home-ended': { zh: '本户已不在改造名单中。', en: 'This home has left the programme.' },
  'remedy.paper.home-ended': { zh: '如有疑问请联系镇街。', en: 'Ask the town about any question.' },
  'refusal.paper.too-early': {
    zh: '“{{paper}}”要到“$t(stage.{{from}})”之后才能签，本户现为“$t(stage.{{stage}})”。',
    en: '“{{paperEn}}” is signed from “$t(stage.{{from}})” on; this home is at “$t(stage.{{stage}})”.',
  },
  'remedy.paper.too-early': { zh: '请到时候再签。', en: 'Sign it then.' },
  'refusal.paper.no-contractor': {
    zh: '本户还没有中标单位，不能签“{{paper}}”。',
    en: 'This home has no contractor yet; “{{paperEn}}” cannot be signed.',
  },
  'remedy.paper.no-contractor': { zh: '请在标段确定之后再签。', en: 'Sign it once the village has its lot.' },
  'refusal.paper.not-in-pack': {
    zh: '现行政策包里没有文书“{{paper}}”。',
    en: 'The policy in force has no paper “{{paper}}”.',
  },
  'remedy.paper.not-in-pack': {
    zh: '请更新手机上的村资料，选列出的文书。',
    en: 'Bring the village on the telephone up to date and choose one that is listed.',
  },
  'refusal.paper.not-yours': {
    zh: '“{{paper}}”由{{by}}请农户签，您在这里不能办。',
    en: 'To have “{{paperEn}}” signed is for {{byEn}}; you are not one of them here.',
  },
  'remedy.paper.not-yours': { zh: '请转给他们办理。', en: 'Leave it to them.' },
  'refusal.paper.text-changed': {
    zh: '给农户看的“{{paper}}”文本与政策包里的不同。',
    en: 'The words of “{{paperEn}}” that were shown are not those of the policy.',
  },
  'remedy.paper.text-changed': {
    zh: '请刷新页面或更新村资料，重新读过再签。',
    en: 'Reload the page or bring the village up to date, read it again and sign.',
  },
  'refusal.paper.other-contractor': {
    zh: '“{{paper}}”上写的中标单位不是本户现在的中标单位。',
    en: '“{{paperEn}}” named a contractor that is not this home’s now.',
  },
  'remedy.paper.other-contractor': {
    zh: '请更新村资料，按现在的中标单位重新签。',
    en: 'Bring the village up to date and have it signed with the contractor of now.',
  },
  'refusal.paper.no-mark': {
    zh: '农户不能写字的，要有手印或画押的照片。',
    en: 'Where the householder cannot write, a photograph of the mark is needed.',
  },
  'remedy.paper.no-mark': { zh: '请拍下手印或画押。', en: 'Photograph the mark or finger print.' },
  'refusal.paper.own-witness': {
    zh: '见证人不能是请签的人自己。',
    en: 'Whoever has the paper signed cannot be its witness.',
  },
  'remedy.paper.own-witness': { zh: '请另找一位见证人。', en: 'Ask somebody else to witness.' },
  'refusal.paper.householder-witness': {
    zh: '见证人不能是户主本人。',
    en: 'The householder cannot be the witness.',
  },
  'remedy.paper.householder-witness': { zh: '请另找一位见证人。', en: 'Ask somebody else to witness.' },
  'refusal.paper.firm-witness': {
    zh: '见证人与中标单位的人员同名：中标单位凭“{{paper}}”领款，其人员不能见证。',
    en: 'The witness has the name of one of the contractor’s people. The contractor is paid upon “{{paperEn}}”, so its people cannot witness it.',
  },
  'remedy.paper.firm-witness': {
    zh: '请找村里或邻居作见证；确是同名的，请另找一位。',
    en: 'Ask somebody of the village or a neighbour; where it is only the same name, ask another.',
  },
  'refusal.paper.signature-used': {
    zh: '这个签字或手印已用在别户的文书上。',
    en: 'This signature or mark is already under another home’s paper.',
  },
  'remedy.paper.signature-used': { zh: '请由本户重新签。', en: 'Have this household sign anew.' },
} satisfies Words

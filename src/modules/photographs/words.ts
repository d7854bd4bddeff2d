import type { Words } from '../../kernel/words/words.ts'

export const words = {
  'act.doubt.raise': { zh: '照片核对发现疑点', en: 'Raise a doubt about evidence' },
  'act.doubt.clear': { zh: '核查无误', en: 'It is in order' },
  'act.doubt.clear.effect': {
    zh: '这条疑点不再提示，也不再影响发放；理由留存备查。',
    en: 'The doubt is settled and stops nothing any more; your reason stays on record.',
  },
  'act.doubt.ask-again': { zh: '退回重做', en: 'Have it done again' },
  'act.doubt.ask-again.effect': {
    zh: '这户退回中标单位重新自检、拍照，再由监理入户、逐级验收；验收前不发放。照片是镇街或市级抽检的，只重做这次抽检。',
    en: 'The home goes back to its contractor to be checked and photographed again, then visited and signed off anew; nothing is paid before. Where the photographs are a sample check’s, that check alone is done again.',
  },
  'field.doubt.clear.reason': { zh: '理由', en: 'Reason' },
  'field.doubt.ask-again.reason': { zh: '理由', en: 'Reason' },
  'doubt.count': { zh: '条数', en: 'Number' },
  'doubt.group': { zh: '这户同类疑点 {{count}} 条', en: 'Of this kind at this home: {{count}}' },
  'doubt.group.one': { zh: '第 {{number}} 条', en: 'No. {{number}}' },
  'refusal.doubt.raised-already': { zh: '这条疑点已经提出过。', en: 'This doubt has been raised already.' },
  'remedy.doubt.raised-already': { zh: '请在“照片核查”中查看。', en: 'See it among the doubts.' },
  'refusal.doubt.settled-already': {
    zh: '这条疑点已经核查：$t(doubt.state.{{state}})。',
    en: 'This was settled already: $t(doubt.state.{{state}}).',
  },
  'remedy.doubt.settled-already': {
    zh: '结论有误的，请住建局在该户页面另行处理。',
    en: 'If the answer was wrong, ask the bureau to deal with the home.',
  },
  'refusal.doubt.own': {
    zh: '这是您自己办理的，不能由您核查。',
    en: 'It is about your own act; somebody else settles it.',
  },
  'remedy.doubt.own': {
    zh: '请交由其他经办人核查。',
    en: 'Hand it to a colleague of the town, or to the county.',
  },
  'refusal.doubt.home-ended': {
    zh: '这户已退出台账，不用重做。',
    en: 'The home has left the register; nothing is to be done again.',
  },
  'remedy.doubt.home-ended': {
    zh: '请按“核查无误”写明情况，或保留疑点备查。',
    en: 'Say so with “It is in order”, or leave the doubt as it is.',
  },
  'refusal.doubt.home-paid': {
    zh: '这户已经结算，不能再退回重做。',
    en: 'The home has been paid for and cannot go back.',
  },
  'remedy.doubt.home-paid': {
    zh: '查实作假的，按追缴办理。',
    en: 'Where it was falsified, the subsidy is recovered.',
  },
  'doubt.title': { zh: '照片核查', en: 'Doubts about evidence' },
  'doubt.lead': {
    zh: '系统核对照片和走访时发现的疑点。对照双方照片后，写明理由：核查无误，或退回重做。',
    en: 'What did not fit when photographs and visits were compared. Look at both sides, then say with a reason whether it is in order or to be done again.',
  },
  'doubt.kind': { zh: '疑点', en: 'Doubt' },
  'doubt.kind.content-reused': { zh: '同一照片重复使用', en: 'Same photograph used again' },
  'doubt.kind.look-reused': { zh: '照片与他户雷同', en: 'Looks like another home’s photograph' },
  'doubt.kind.position-suspect': { zh: '定位可疑', en: 'Position may be made up' },
  'doubt.kind.file-contradicts': {
    zh: '照片自带信息不符',
    en: 'The file says another time or place',
  },
  'doubt.kind.position-far': { zh: '拍摄位置较远', en: 'Taken far from the home' },
  'doubt.kind.position-missing': { zh: '照片没有定位', en: 'No position' },
  'doubt.kind.picked': { zh: '从相册选取', en: 'Picked from the gallery' },
  'doubt.kind.too-fast': { zh: '两户间隔过短', en: 'Two homes too fast' },
  'doubt.kind.too-regular': { zh: '间隔过于均匀', en: 'Like clockwork' },
  'doubt.kind.out-of-hours': { zh: '不在作业时段', en: 'Out of hours' },
  'doubt.says.content-reused': {
    zh: '这张照片的内容与另一次办理的照片完全相同。',
    en: 'This photograph is, byte for byte, the one of another act.',
  },
  'doubt.says.look-reused': {
    zh: '这张照片看起来与另一户的照片相同（64 位图像指纹相差 {{bits}} 位）。',
    en: 'This photograph looks like one of another home ({{bits}} of 64 bits differ).',
  },
  'doubt.says.position-suspect.accuracy': {
    zh: '定位精度标为 {{accuracyM}} 米，手机达不到。',
    en: 'The position claims an accuracy of {{accuracyM}} m, which no telephone has.',
  },
  'doubt.says.position-suspect.same-coordinates': {
    zh: '同一人在 {{homes}} 户的照片坐标一位不差。',
    en: 'The same person’s photographs at {{homes}} homes have the very same coordinates.',
  },
  'doubt.says.position-suspect.jump': {
    zh: '距上一张照片 {{metres}} 米，折合每小时 {{kmh}} 公里。',
    en: '{{metres}} m from the photograph before, which is {{kmh}} km/h.',
  },
  'doubt.says.position-suspect.altitude': {
    zh: '连续 {{photos}} 张照片地点不同，海拔却都是 {{altitudeM}} 米。',
    en: '{{photos}} photographs at different places all have an altitude of {{altitudeM}} m.',
  },
  'doubt.says.file-contradicts.time': {
    zh: '文件自带的拍摄时间与办理时间相差 {{hours}} 小时。',
    en: 'By its own time the file was made {{hours}} hours from the act.',
  },
  'doubt.says.file-contradicts.place': {
    zh: '文件自带的位置与手机定位相差 {{metres}} 米。',
    en: 'The file’s own place is {{metres}} m from the telephone’s.',
  },
  'doubt.says.position-far.home': {
    zh: '离这户 {{metres}} 米（限 {{limitM}} 米）。',
    en: '{{metres}} m from the home (at most {{limitM}}).',
  },
  'doubt.says.position-far.village': {
    zh: '离本村中心 {{metres}} 米（限 {{limitM}} 米）。',
    en: '{{metres}} m from the middle of its village (at most {{limitM}}).',
  },
  'doubt.says.position-missing': {
    zh: '这次办理的照片都没有可用的定位。',
    en: 'None of the photographs has a usable position.',
  },
  'doubt.says.picked': {
    zh: '照片不是现场拍摄，而是从相册选取。',
    en: 'The photograph was not taken on the spot but picked from the gallery.',
  },
  'doubt.says.too-fast': {
    zh: '同一人离上一户只有 {{minutes}} 分钟（至少 {{limitMinutes}} 分钟）。',
    en: '{{minutes}} minutes after the same person’s home before (at least {{limitMinutes}}).',
  },
  'doubt.says.too-regular': {
    zh: '连续 {{visits}} 户，间隔都是约 {{minutes}} 分钟。',
    en: '{{visits}} homes in a row, each about {{minutes}} minutes after the other.',
  },
  'doubt.says.out-of-hours': { zh: '办理时间 {{time}}。', en: 'It happened at {{time}}.' },
  'doubt.state': { zh: '状态', en: 'State' },
  'doubt.state.open': { zh: '待核查', en: 'open' },
  'doubt.state.cleared': { zh: '核查无误', en: 'in order' },
  'doubt.state.again': { zh: '已退回重做', en: 'to be done again' },
  'doubt.weight': { zh: '影响', en: 'Weight' },
  'doubt.weight.block': { zh: '暂停发放', en: 'stops payment' },
  'doubt.weight.look': { zh: '提请核查', en: 'asks for a look' },
  'doubt.weight.ignore': { zh: '不作核查', en: 'no longer asked' },
  'doubt.home': { zh: '农户', en: 'Home' },
  'doubt.place': { zh: '所在', en: 'Where' },
  'doubt.about': { zh: '办理事项', en: 'Act' },
  'doubt.maker': { zh: '办理人', en: 'By' },
  'doubt.raised': { zh: '发现时间', en: 'Raised' },
  'doubt.why': { zh: '为什么有疑点', en: 'Why it is doubted' },
  'doubt.side': { zh: '这一户', en: 'This home' },
  'doubt.other-side': { zh: '对照的一方', en: 'Compared with' },
  'doubt.elsewhere': {
    zh: '对照的一方在其他镇街，由住建局核查。',
    en: 'The other side lies in another town; the bureau settles it.',
  },
  'doubt.none': { zh: '没有待核查的疑点。', en: 'No doubt is open.' },
  'doubt.settled': {
    zh: '{{by}} 于 {{on}} 核查：$t(doubt.state.{{state}})',
    en: '$t(doubt.state.{{state}}), by {{by}} on {{on}}',
  },
  'doubt.answer': { zh: '核查', en: 'Settle' },
  'doubt.reason': { zh: '核查结论', en: 'Answer' },
  'photographs.panel': { zh: '现场照片', en: 'Photographs' },
  'photographs.none': { zh: '还没有现场照片。', en: 'There are no photographs yet.' },
  'photographs.one': { zh: '现场照片', en: 'Photograph' },
  'photographs.by.camera': { zh: '现场拍摄', en: 'taken in the app' },
  'photographs.by.gallery': { zh: '从相册选取', en: 'picked from the gallery' },
  'photographs.by.desk': { zh: '电脑上传', en: 'brought at a desk' },
  'photographs.place': {
    zh: '{{latitude}}, {{longitude}}（±{{accuracy}} 米）',
    en: '{{latitude}}, {{longitude}} (±{{accuracy}} m)',
  },
  'photographs.no-place': { zh: '没有定位', en: 'no position' },
  'photographs.file-at': { zh: '文件自带时间', en: 'By the file itself' },
} satisfies Words

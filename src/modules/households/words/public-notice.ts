import type { Words } from '../../../kernel/words/words.ts'

/** The page everybody may read, the poster and the sheet: what a notice board says. */
export const publicNoticeWords = {
  'board.title': { zh: '清洁取暖改造户公示', en: 'Homes proposed for clean heating' },
  'board.lead': {
    zh: '经甄别，{{village}}下列 {{homes}} 户符合条件，现予公示。',
    en: 'After screening, these {{homes}} homes of {{village}} are found eligible.',
  },
  'board.lead.none': {
    zh: '{{village}}本次公示的户均已退回重新甄别。',
    en: 'All homes of {{village}} in this notice were sent back to be screened again.',
  },
  'board.returned': {
    zh: '另有 {{homes}} 户经异议核实，已退回重新甄别，不再列出。',
    en: '{{homes}} more were sent back upon an objection to be screened again and are no longer listed.',
  },
  'board.period': { zh: '公示时间：{{from}} 至 {{to}}', en: 'Open from {{from}} to {{to}}' },
  'board.period.unposted': { zh: '公示时间：自张贴之日起', en: 'Open from the day this is posted' },
  'board.posted-on': {
    zh: '张贴日期：　　　　年　　月　　日',
    en: 'Posted on: ____ - __ - __',
  },
  'page.period.unposted': {
    zh: '公示时间从公示栏张贴之日算起，现在还没有张贴；异议现在就可以提。',
    en: 'The period runs from the day the board is posted, which it is not yet. Objections are taken already.',
  },
  'board.counted.calendar': { zh: '（{{days}} 天）', en: '({{days}} days)' },
  'board.counted.working': { zh: '（{{days}} 个工作日）', en: '({{days}} working days)' },
  'board.hotline': { zh: '监督电话：{{telephone}}', en: 'Supervision telephone: {{telephone}}' },
  'board.how': {
    zh: '有不同意见的，请在公示期内向镇街、村居当面提出，或扫码在网页上提出；可以不留姓名。每一条都会答复。',
    en: 'Whoever disagrees may tell the town or village in person within this time, or use the web page; no name is needed. Every objection is answered.',
  },
  'board.assumed': {
    zh: '带“*”的金额尚未最后确定，以正式文件为准。',
    en: 'Amounts marked * are not final; the official document decides.',
  },
  'board.signs.village': { zh: '村居（盖章）：', en: 'Village (seal):' },
  'board.signs.town': { zh: '镇街（盖章）：', en: 'Town (seal):' },
  'board.signs.posted-by': { zh: '张贴人（签字）：', en: 'Posted by (signature):' },
  'board.signs.witness': { zh: '见证人（签字）：', en: 'Witness (signature):' },
  'board.up-to': { zh: '不超过 {{yuan}} 元', en: 'up to ¥{{yuan}}' },
  'board.town': { zh: '{{town}}', en: '{{town}}' },
  'board.qr': { zh: '扫码看公示、提意见', en: 'Scan to read and object' },
  'column.position': { zh: '序号', en: 'No.' },
  'column.village': { zh: '村居', en: 'Village' },
  'column.householder': { zh: '户主', en: 'Householder' },
  'column.heating': { zh: '取暖方式', en: 'Heating' },
  'column.units': { zh: '设备台数', en: 'Units' },
  'column.subsidy': { zh: '补贴项目', en: 'Subsidy' },
  'column.hotline': { zh: '监督电话', en: 'Supervision telephone' },
  'column.up-to': { zh: '{{item}}上限（元）', en: '{{item}}, at most (¥)' },
  'page.object': { zh: '我有不同意见', en: 'I object' },
  'page.said.help': {
    zh: '请写清楚什么情况、在哪里。不要写身份证号、银行卡号。',
    en: 'Say what is wrong and where. Do not write ID or card numbers.',
  },
  'page.contact': {
    zh: '联系方式（可不填，只给办理人员看）',
    en: 'How to reach you (optional, only for those who look into it)',
  },
  'page.received': { zh: '已收到，谢谢。', en: 'Received. Thank you.' },
  'page.of-notice': {
    zh: '{{town}}{{village}} 第 {{number}} 号公示',
    en: '{{town}} {{village}}, notice no. {{number}}',
  },
  'page.receipt': {
    zh: '回执号 {{receipt}}。请记下来，凭它可以查处理结果。',
    en: 'Your receipt is {{receipt}}. Keep it: with it you can read the answer.',
  },
  'page.ask-answer': { zh: '查处理结果', en: 'Read the answer' },
  'page.receipt-field': { zh: '回执号', en: 'Receipt' },
  'page.look': { zh: '查询', en: 'Look' },
  'page.answer.open': {
    zh: '{{raisedOn}} 收到，{{town}}正在核实，公示确认之前会答复。',
    en: 'Received on {{raisedOn}}; {{town}} looks into it and answers before the homes are confirmed.',
  },
  'page.answer.upheld': { zh: '{{answeredOn}} 已处理：意见成立。', en: 'Decided on {{answeredOn}}: upheld.' },
  'page.answer.rejected': {
    zh: '{{answeredOn}} 已处理：经核实意见不成立。',
    en: 'Decided on {{answeredOn}}: not upheld.',
  },
  'page.answer.narrowed': {
    zh: '{{answeredOn}} 已核实：您的意见涉及下面几户，分别答复。',
    en: 'On {{answeredOn}} it was found to be about the homes below; each is answered by itself.',
  },
  'page.wait': {
    zh: '同一个网络刚才提交的意见较多，这一条还没有收下。请在 {{minutes}} 分钟后（{{time}} 起）再提交；也可以写在纸上交到{{town}}，一样登记、答复。',
    en: 'Much has been sent from this network just now, and this was not taken yet. Send it again in {{minutes}} min (from {{time}}), or hand it in on paper at {{town}}, where it is recorded and answered just the same.',
  },
  'page.answer.none': {
    zh: '没有找到这个回执号，请核对后再查。',
    en: 'There is no such receipt. Check it and try again.',
  },
  'page.over.title': { zh: '公示已结束', en: 'This notice is over' },
  'page.over': {
    zh: '公示期已满，名单已按规定撤下。有疑问请拨打 {{telephone}}，或到镇街、村居咨询。',
    en: 'Its time is up and the list is taken down. For any question call {{telephone}}, or ask your town or village.',
  },
  'page.unposted.title': { zh: '公示还没有张贴', en: 'This notice is not posted yet' },
  'page.unposted': {
    zh: '公示栏还没有张贴，名单先从网上撤下，张贴后重新公开。有疑问请拨打 {{telephone}}，或到镇街、村居咨询。',
    en: 'Its board does not hang yet, so the list is taken down here until it does. For any question call {{telephone}}, or ask your town or village.',
  },
  'page.none.title': { zh: '没有这个公示', en: 'There is no such notice' },
  'page.none': {
    zh: '网址可能不完整，请重新扫描公示栏上的二维码，或到村居询问。',
    en: 'The address may be incomplete. Scan the code on the board again, or ask in the village.',
  },
  'page.back': { zh: '返回公示', en: 'Back to the notice' },
  'page.language': { zh: 'English', en: '中文' },
} satisfies Words

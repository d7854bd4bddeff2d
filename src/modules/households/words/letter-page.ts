import type { Words } from '../../../kernel/words/words.ts'

/** What a household finds in its letter. */
export const letterPageWords = {
  'letter.title': { zh: '清洁取暖确户通知单', en: 'Clean-heating letter of confirmation' },
  'letter.file': { zh: '清洁取暖通知单', en: 'Clean-heating letters' },
  'letter.title.open': { zh: '清洁取暖申请告知单', en: 'About your clean-heating application' },
  'letter.lead.open': {
    zh: '您家申请了清洁取暖改造。办到哪一步、结论是什么、为什么、还缺什么、怎样能改变，都可以自己查看。',
    en: 'Your home applied for clean heating. You can read where it stands, what was decided and why, what is missing and what would change it.',
  },
  'letter.how.open': {
    zh: '用手机扫左边的码，或打开 {{address}}，填入下面的编号和户主身份证后四位：',
    en: 'Scan the code, or open {{address}}, and enter the code below and the last four of the householder’s ID:',
  },
  'letter.next.open': {
    zh: '缺材料的，请按查到的办理地点去办；认为结论不对的，到本村村委会提出。不会用手机的，工作人员可以打印一份给您。',
    en: 'Bring what is missing to the place you read there; if you think the decision is wrong, tell the village committee. Without a telephone, the office prints it for you.',
  },
  'letter.number': { zh: '村内第 {{sequence}} 号', en: 'No. {{sequence}} of the village' },
  'letter.to': { zh: '{{householder}}：', en: 'Dear {{householder}},' },
  'letter.lead': {
    zh: '经甄别和公示，您家已列入本年度清洁取暖改造名单（{{confirmedOn}} 确户）。',
    en: 'After screening and public notice your home is in this year’s programme (confirmed on {{confirmedOn}}).',
  },
  'letter.how': {
    zh: '用手机扫左边的码，或打开 {{address}}，填入下面的编号和户主身份证后四位，就能查看进度、补贴，并签署承诺书：',
    en: 'Scan the code, or open {{address}}, and enter the code below and the last four of the householder’s ID to see where your home stands, what it gets, and to sign the commitment:',
  },
  'letter.secret': {
    zh: '编号只给本户使用，请不要告诉他人；工作人员不会向您索要。',
    en: 'The code is for your household alone. No official asks you for it.',
  },
  'letter.scan': { zh: '扫码查看', en: 'Scan to look' },
  'letter.next': {
    zh: '接下来：请先签承诺书（不签不能领补贴），安装前会有人联系您约时间。不会用手机的，村居可以帮您办纸质的。',
    en: 'Next: sign the commitment first (without it no subsidy is paid); somebody will call to arrange the installation. Without a telephone, the village does it with you on paper.',
  },
  'letter.hotline': { zh: '咨询、监督电话：{{hotline}}', en: 'Questions and complaints: {{hotline}}' },
} satisfies Words

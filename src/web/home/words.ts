import type { Words } from '../../kernel/words/words.ts'

/** What the household's shell says: short, and to somebody who reads it once a year. */
export const homeWords = {
  'home.enter': { zh: '查询我家的取暖改造', en: 'My home’s heating' },
  'home.enter.lead': {
    zh: '请照通知单填写两项，就能看到办理进度和补贴。',
    en: 'Fill in two things from your notice letter to see where your home stands and what it gets.',
  },
  'home.letter': { zh: '通知单编号', en: 'Code on your notice letter' },
  'home.last-four': { zh: '户主身份证后四位', en: 'Last four of the householder’s ID' },
  'home.last-four.help': { zh: '最后一位是字母的，请填 X。', en: 'If the last one is a letter, enter X.' },
  'home.incomplete': {
    zh: '请把两项都填完整：通知单编号，以及身份证最后四位。',
    en: 'Please fill in both: the code, and all four of the last four.',
  },
  'home.enter.do': { zh: '查看', en: 'Show me' },
  'home.entering': { zh: '正在核对…', en: 'Checking…' },
  'home.no-letter': {
    zh: '没有通知单？请向村居委会补领一张。',
    en: 'No letter? Your village committee prints you another.',
  },
  'home.to-office': { zh: '工作人员登录', en: 'Staff sign in here' },
  'home.again': { zh: '请再核对一次身份', en: 'Please confirm who you are' },
  'home.again.why': {
    zh: '时间久了，为了您的信息安全需要再核对一次。填好的内容都还在。',
    en: 'It has been a while. What you filled in is still here.',
  },
  'home.leave': { zh: '退出', en: 'Leave' },
  'home.pages': { zh: '页面', en: 'Pages' },
  'home.no-page': { zh: '暂时没有可以查看的内容。', en: 'There is nothing to see yet.' },
} satisfies Words

import { describe, expect, it } from 'vitest'
import { maskAccount, maskCard, maskIdNumber, maskName, maskNumbersIn, maskTelephone } from './mask.ts'
import { pinyinOf } from './name-pinyin.ts'
import { isNoName, normaliseName, sameName } from './names.ts'

describe('names', () => {
  it.each([
    [' 张　三 ', '张三'],
    ['张\u200B三', '张三'],
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉 ・ 买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉.买买提', '阿卜杜拉·买买提'],
    ['John   Smith', 'John Smith'],
    ['  ', ''],
  ])('%s is kept as %s', (text, name) => expect(normaliseName(text)).toBe(name))

  it.each(['=HYPERLINK("x","y")', '=A1', '王|李', '12345', '---', 'http://王'])('%s names nobody', (text) =>
    expect(isNoName(normaliseName(text))).toBe(true),
  )
  it.each([
    '王建国',
    '王*',
    '□□',
    '王建国(妻)',
    '户名:王建国',
    '张三/李四',
    'John Smith',
    '阿卜杜拉·买买提',
    '王&#x97e6;',
  ])('%s may be a name', (text) => expect(isNoName(normaliseName(text))).toBe(false))

  it('are the same whatever the dots and spaces, and only then', () => {
    expect(sameName('阿卜杜拉·买买提', '阿卜杜拉买买提')).toBe(true)
    expect(sameName('王 芳', '王芳')).toBe(true)
    expect(sameName('王芳', '王方')).toBe(false)
    expect(sameName('', ' ')).toBe(false)
  })
})

describe('pinyin', () => {
  it.each([
    ['张三丰', 'zhangsanfeng', 'zsf'],
    ['单国强', 'shanguoqiang', 'sgq'],
    ['曾 小贤', 'zengxiaoxian', 'zxx'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['吕秀英', 'lvxiuying', 'lxy'],
    ['阿卜杜拉·买买提', 'abudulamaimaiti', 'abdlmmt'],
    ['', '', ''],
  ])('%s', (name, full, initials) => expect(pinyinOf(name)).toEqual({ full, initials }))
})

describe('masks', () => {
  it('keep what a notice may show', () => {
    expect(['张三', '张三丰', '诸葛孔明', '阿卜·买提', '张', ''].map(maskName)).toEqual([
      '张*',
      '张*丰',
      '诸**明',
      '阿*·*提',
      '*',
      '',
    ])
    expect(maskIdNumber('370683198507051234')).toBe('370683********1234')
    expect(maskIdNumber('37068319850705123X')).toBe('370683********123X')
    expect(maskIdNumber('370683850705123')).toBe('370683*****5123')
    expect(maskTelephone('13812345678')).toBe('138****5678')
    expect(maskTelephone('0535-2212345')).toBe('0535-***2345')
    expect(maskAccount('3706831234567')).toBe('*********4567')
    expect(maskCard('6222020200112233445')).toBe('***************3445')
  })
  it('hide whole what is not well-formed', () => {
    expect(maskIdNumber('3706831985')).toBe('**********')
    expect(maskTelephone('2212345')).toBe('*******')
    expect(maskCard('123456')).toBe('******')
  })

  it.each([
    ['他的证号370683196501011234，查一下', '他的证号370683********1234，查一下'],
    ['证号 370683 19650101 123x', '证号 370683********123x'],
    ['证号３７０６８３１９６５０１０１１２３４', '证号370683********1234'],
    ['老证370683650101123', '老证370683*****1123'],
    ['打13812345678或138-1234-5678', '打138****5678或138****5678'],
    ['+86 13812345678', '+138****5678'],
    ['电话一三八一二三四五六七八', '电话138****5678'],
    ['卡6222 0202 0011 2233 445', '卡***************3445'],
    ['卡6222020200112233', '卡************2233'],
    ['138123456789 13812345678', '*******************5678'],
  ])('of persons in somebody’s words: %s', (said, shown) => expect(maskNumbersIn(said)).toBe(shown))

  it.each([
    '2023-08-16 2023-08-23 公示',
    '户号3706831234567',
    '旧户号 0123456789',
    '住三组十五号，家有三口',
    '0535-2212345',
  ])('leave days, accounts and small numbers: %s', (said) => expect(maskNumbersIn(said)).toBe(said))
})

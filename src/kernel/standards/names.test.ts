import { describe, expect, it } from 'vitest'
import { maskAccount, maskCard, maskIdNumber, maskName, maskTelephone } from './mask.ts'
import { pinyinOf } from './name-pinyin.ts'
import { normaliseName, sameName } from './names.ts'

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
})

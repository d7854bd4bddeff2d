import { describe, expect, it } from 'vitest'
import { measureNames } from '../../../tests/support/names/measure-names.ts'
import { compareNames, type NameGrade, nameAgreement, nameGrades } from './name-agreement.ts'

const graded: Readonly<Record<NameGrade, readonly (readonly [string, string])[]>> = {
  same: [
    ['王建国', '王 建　国'],
    ['王建国', '王建国（户主）'],
    ['王建国', '户主：王建国'],
    ['王建国', '12、王建国'],
    ['王建国', '王建国(已故)'],
    ['李丽', '\uF9E1丽'],
    ['马明', '⻢明'],
    ['王建国', '王建国370683196001011234'],
    ['买买提·艾力', '买买提艾力'],
    ['买买提•艾力', '买买提.艾力'],
    ['John Smith', 'john  smith'],
    ['王&#24314;国', '王建国'],
  ],
  variant: [
    ['刘国庆', '劉國慶'],
    ['张峰', '张峯'],
    ['李升', '李昇'],
    ['于海', '於海'],
  ],
  sound: [
    ['王建国', '王健国'],
    ['李玲', '李铃'],
    ['王方', '汪芳'],
    ['陈明', '程民'],
    ['马燕', '马岩'],
    ['黄芳', '王芳'],
    ['阿卜杜拉·买买提', '阿不都拉·买买提'],
  ],
  slip: [
    ['王海波', '王每波'],
    ['朱未', '朱末'],
    ['张建国', '张*国'],
    ['张建国', '张某'],
    ['张建国', '张X国'],
    ['张建国', '张□国'],
    ['张建国', '张?国'],
    ['张建国', '张某某'],
    ['张建国', '张先生'],
    ['张玮', '张\uE123'],
    ['李明', '木子明'],
    ['王琳', '王王林'],
    ['李明', '李日月'],
    ['张玮丽', '张（左王右韦）丽'],
    ['张玮', '张(王+韦)'],
    ['王建国', '王国'],
    ['王建国', '建国'],
    ['王建国', '王建建国'],
    ['王建国', '王国建'],
    ['张伟', '伟张'],
    ['张玮', '张wei'],
    ['张玮丽', '张jq丽'],
    ['张建国', 'Zhang Jianguo'],
    ['张建国', 'JIANGUO ZHANG'],
    ['吕秀英', 'lü xiu ying'],
    ['王建国', '王建国（代）'],
    ['王建国', '王建国、李秀英'],
    ['王建国', '王建国2'],
    ['王建国', '王建国之妻'],
    ['李秀英', '王李秀英'],
    ['李秀英', '王李氏'],
    ['买买提·艾力', '买买提'],
    ['Smith John', 'John Smith'],
    ['John Smith', 'Jon Smith'],
    ['欧阳建国', '欧阳国'],
    ['王建国', ''],
    ['王建国', '***'],
  ],
  'one-character': [
    ['王建国', '王建军'],
    ['欧阳建国', '欧阳建军'],
    ['王建国', '李建国'],
    ['王海洋', '王海涛'],
  ],
  surname: [
    ['王建国', '王秀英'],
    ['王强', '王丽'],
    ['司马建国', '司马文慧'],
    ['买买提·艾力', '吐尔逊·艾力'],
  ],
  different: [
    ['王建国', '李秀英'],
    ['王芳', '李强'],
    ['司马建国', '司秀英'],
    ['王建国', 'John Smith'],
    ['王建国（已故）', '李秀英'],
    ['买买提·艾力', '阿卜杜拉·吐尔逊'],
  ],
}

describe('two names', () => {
  for (const grade of nameGrades)
    it.each(graded[grade])(`%s and %s: ${grade}`, (a, b) => {
      expect(compareNames(a, b).grade).toBe(grade)
      expect(compareNames(b, a).grade).toBe(grade)
    })

  it('are marked where they differ, with what explains it', () => {
    expect(compareNames('王建国', '王健国')).toEqual({
      grade: 'sound',
      why: [{ reason: 'sound', a: '建', b: '健' }],
      where: { a: [1], b: [1] },
    })
    expect(compareNames('王国', '王建国').where).toEqual({ a: [], b: [1] })
    expect(compareNames('王 国', '王国').where).toEqual({ a: [], b: [] })
  })
})

describe('what they mean for one application', () => {
  it('is an answer of four', () => {
    const answers = (corroborated: boolean) => nameGrades.map((grade) => nameAgreement(grade, corroborated))
    expect(answers(false)).toEqual([
      'agrees',
      'correct-record',
      'look',
      'look',
      'look',
      'mismatch',
      'mismatch',
    ])
    expect(answers(true)).toEqual([
      'agrees',
      'correct-record',
      'correct-record',
      'correct-record',
      'look',
      'look',
      'look',
    ])
  })

  it('is wrong for fewer than three in a thousand of one person, and one in two thousand of two', () => {
    const { samePerson, falseMismatch, otherPerson, wronglyPassed, looked } = measureNames(20_231_115, 800)
    expect(samePerson).toBeGreaterThan(14_000)
    expect(otherPerson).toBeGreaterThan(16_000)
    expect(falseMismatch / samePerson).toBeLessThanOrEqual(0.003)
    expect(wronglyPassed / otherPerson).toBeLessThanOrEqual(0.0005)
    // An answer that is always "look at it" is none: relatives of another name are told apart.
    expect(looked / otherPerson).toBeLessThan(0.3)
  }, 60_000)
})

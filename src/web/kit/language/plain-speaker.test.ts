import { expect, it } from 'vitest'
import { speaker, type Words } from '../../../kernel/words/words.ts'
import { homeWords } from '../../home/words.ts'
import { words as all } from '../../words.ts'
import { plainSpeaker } from './plain-speaker.ts'

const words: Words = Object.assign({}, ...all, homeWords)
const i18next = speaker(words)
const plain = plainSpeaker(words)
const valueNames = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name)

it('says every word there is as i18next says it', () => {
  for (const [key, said] of Object.entries(words)) {
    const names = [...valueNames(said.zh), ...valueNames(said.en)]
    for (const value of names.length === 0
      ? ['']
      : [0, 1, 2, 60000, 1234.5, '§4.4', '沙河镇', 'home', '', '{x}']) {
      const values = Object.fromEntries(names.map((name) => [name, value]))
      expect({ key, zh: plain(key, 'zh', values), en: plain(key, 'en', values) }).toEqual({
        key,
        ...i18next(key, values),
      })
    }
  }
})

it('names other words by a value and counts as English does', () => {
  const say = plainSpeaker({
    'stage.noticed': { zh: '公示中', en: 'on notice' },
    'refusal.x': { zh: '当前为“$t(stage.{{stage}})”', en: 'It is $t(stage.{{stage}})' },
    n_one: { zh: '{{count}} 天', en: '{{count}} day' },
    n_other: { zh: '{{count}} 天', en: '{{count}} days' },
  })
  expect(say('refusal.x', 'zh', { stage: 'noticed' })).toBe('当前为“公示中”')
  expect(say('n', 'en', { count: 1 })).toBe('1 day')
  expect(say('n', 'en', { count: 2 })).toBe('2 days')
  expect(say('n', 'zh', { count: 1 })).toBe('1 天')
  expect(say('none', 'zh')).toBeUndefined()
})

it('sets the thousands of how many apart, and of no year or row', () => {
  const words = {
    m: { zh: '{{year}} 年第 {{row}} 行，{{count}} 户', en: '{{year}}, row {{row}}: {{count}}' },
  }
  const values = { year: 2023, row: 61234, count: 60000 }
  expect(plainSpeaker(words)('m', 'zh', values)).toBe('2023 年第 61234 行，60,000 户')
  expect(speaker(words)('m', values).en).toBe('2023, row 61234: 60,000')
})

it('has a form of its own for one beside a form for every other number', () => {
  const words = {
    m: { zh: '{{count}} 户', en: '{{count}} homes' },
    m_one: { zh: '{{count}} 户', en: '{{count}} home' },
  }
  expect([plainSpeaker(words)('m', 'en', { count: 1 }), speaker(words)('m', { count: 1 }).en]).toEqual([
    '1 home',
    '1 home',
  ])
  expect(plainSpeaker(words)('m', 'en', { count: 2 })).toBe('2 homes')
  expect(plainSpeaker(words)('m', 'en')).toBe(' homes')
})

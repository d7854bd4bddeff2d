import type { Words } from '../../kernel/words/words.ts'
import { analysisWords } from './words/analysis.ts'
import { visitWords } from './words/visits.ts'
import { readingWords } from './words/readings.ts'

export const words = {
  ...readingWords,
  ...analysisWords,
  ...visitWords,
  'season.reason.slope': {
    zh: '天每冷一度，每天多用 {{slope}} 千瓦时，是同村一般户的 {{ratio}}',
    en: 'Each degree colder adds {{slope}} kWh a day, {{ratioEn}} the village’s middle home',
  },
  'season.reason.slope-none': {
    zh: '天冷时用电没有增加',
    en: 'Colder days add nothing to its use',
  },
  'season.reason.base': {
    zh: '有人在家时日常用电每天 {{base}} 千瓦时，是同村一般户的 {{ratio}}',
    en: 'Living takes {{base}} kWh a day while somebody is there, {{ratioEn}} the village’s middle home',
  },
  'season.reason.follows': {
    zh: '用电有 {{percent}}% 随冷暖变化，与气温的相关程度 {{follows}}%',
    en: '{{percent}}% of the use goes with the cold; correlation with it {{follows}}%',
  },
  'season.reason.break': {
    zh: '{{day}} 起取暖用电比此前少 {{percent}}%，日常用电仍为此前的 {{base}}%',
    en: 'From {{day}} heating takes {{percent}}% less than before, while living takes {{base}}% of what it took',
  },
  'season.reason.coldest': {
    zh: '最冷的几天，取暖用电只到应有的 {{percent}}%',
    en: 'On the coldest days heating took {{percent}}% of what the other days let expect',
  },
  'season.reason.weak-days': {
    zh: '较冷的日子里有 {{percent}}% 几乎没有用电取暖',
    en: 'On {{percent}}% of the colder days there was hardly any electric heating',
  },
  'season.reason.steady': {
    zh: '不随冷暖变化的用电每天 {{base}} 千瓦时，是同村一般户全部用电的 {{ratio}}，可能是经营或其他用途',
    en: 'Use that does not go with the cold is {{base}} kWh a day, {{ratioEn}} all the village’s middle home uses: perhaps a business',
  },
  'season.reason.away': {
    zh: '有读数的 {{days}} 天中，{{away}} 天家里没有人',
    en: 'Nobody was there on {{away}} of {{days}} days with readings',
  },
  'season.reason.away-none': {
    zh: '有读数的 {{days}} 天家里都有人',
    en: 'Somebody was there on all {{days}} days with readings',
  },
  'season.reason.past': {
    zh: '天每冷一度多用的电，是上一采暖季的 {{ratio}}',
    en: 'Each degree colder adds {{ratioEn}} what it added the season before',
  },
  'season.reason.visit': { zh: '已入户查看', en: 'Visited' },
  'season.sign.never-lived-in': { zh: '整季无人居住', en: 'Never lived in' },
  'season.sign.partly-away': { zh: '部分时间无人', en: 'Away for a part' },
  'season.sign.steady-use': { zh: '用电与冷暖无关', en: 'Use not for heating' },
  'season.sign.break': { zh: '季中骤减', en: 'Break during the season' },
  'season.sign.cold-days-low': { zh: '最冷几天反而少用', en: 'Low on the coldest days' },
} satisfies Words

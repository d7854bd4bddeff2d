import type { Words } from '../../../kernel/words/words.ts'

/** How an equipment subsidy was reckoned: said in the office and on the household's telephone alike. */
export const formulaWords = {
  'claim.formula': {
    zh: '¥{{price}} × {{units}} 台 × {{percent}}%',
    en: '¥{{price}} × {{units}} × {{percent}}%',
  },
  'claim.formula.units': {
    zh: '（装 {{units}} 台，补 {{subsidised}} 台）',
    en: '({{units}} installed, {{subsidised}} subsidised)',
  },
  'claim.formula.area': { zh: '{{area}} 平方米 × ¥{{rate}}', en: '{{area}} m² × ¥{{rate}}' },
  'claim.formula.price': {
    zh: '（标准 ¥{{rate}}，按中标价）',
    en: '(the rate is ¥{{rate}}; the contract price is lower)',
  },
  'claim.formula.below-fen': { zh: '（不足一分的舍去）', en: '(rounded down to the fen)' },
  'claim.formula.cap': { zh: '封顶 ¥{{cap}}', en: 'capped at ¥{{cap}}' },
} satisfies Words

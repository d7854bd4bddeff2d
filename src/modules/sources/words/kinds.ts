import type { Words } from '../../../kernel/words/words.ts'

/** What the lists are called, to officials and households alike. */
export const sourceKindWords: Words = {
  'choice.source-kind.police': { zh: '公安户籍', en: 'Police households' },
  'choice.source-kind.hardship': { zh: '民政困难名单', en: 'Hardship (civil affairs)' },
  'choice.source-kind.earlier': { zh: '往年受益名册', en: 'Earlier years' },
  'choice.source-kind.demolition': { zh: '拆迁计划村', en: 'Demolition' },
  'choice.source-kind.grid': { zh: '供电公司用电户档案', en: 'Grid company’s accounts' },
  'choice.source-kind.business': { zh: '经营主体', en: 'Business licences' },
  'choice.source-kind.death': { zh: '死亡人员', en: 'Deaths' },
}

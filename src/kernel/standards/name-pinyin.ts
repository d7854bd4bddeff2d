import { pinyin } from 'pinyin-pro'
import { normaliseName } from './names.ts'

/**
 * The pinyin people type to find a name: `full` without tones or spaces (ü as v), `initials` one letter a
 * character. Surnames take their surname reading (单 shan, 曾 zeng, 尉迟 yuchi). Its dictionary is large:
 * server only.
 */
export function pinyinOf(name: string): { full: string; initials: string } {
  const letters = normaliseName(name).replace(/[^\p{Script=Han}A-Za-z]/gu, '')
  const syllables = pinyin(letters, {
    toneType: 'none',
    type: 'array',
    mode: 'surname',
    surname: 'head',
    v: true,
  })
  const plain = syllables.map((syllable) => syllable.toLowerCase().replace(/[^a-z]/g, ''))
  return { full: plain.join(''), initials: plain.map((syllable) => syllable.charAt(0)).join('') }
}

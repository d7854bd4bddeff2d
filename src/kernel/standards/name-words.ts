import type { Said } from '../words/words.ts'
import type { NameAnswer, NameGrade, NameReason } from './name-agreement.ts'

/** How far two names agree, as a clerk would say it. */
export const nameGradeWords: Readonly<Record<NameGrade, Said>> = {
  same: { zh: '姓名相同', en: 'The same name' },
  variant: { zh: '同名异写', en: 'The same name, written otherwise' },
  sound: { zh: '读音相同或相近', en: 'Sounds the same or nearly so' },
  slip: { zh: '像是笔误或漏写', en: 'Looks like a slip of writing' },
  'one-character': { zh: '有一个字不同', en: 'One character differs' },
  surname: { zh: '同姓不同名', en: 'Same surname, another given name' },
  different: { zh: '姓名不同', en: 'Different names' },
}

/** What follows from it for one application (§4.4). */
export const nameAnswerWords: Readonly<Record<NameAnswer, Said>> = {
  agrees: { zh: '一致', en: 'Agrees' },
  'correct-record': { zh: '同一人，请更正记录', en: 'Same person: correct the record' },
  look: { zh: '请人工核对', en: 'Look at it' },
  mismatch: { zh: '不一致', en: 'Mismatch' },
}

/** What explains a difference; `{{a}}` and `{{b}}` are what stands on either side. */
export const nameReasonWords: Readonly<Record<NameReason, Said>> = {
  variant: { zh: '“{{a}}”与“{{b}}”是同一个字的两种写法', en: '{{a}} and {{b}} are forms of one character' },
  sound: { zh: '“{{a}}”与“{{b}}”同音', en: '{{a}} and {{b}} sound the same' },
  'near-sound': { zh: '“{{a}}”与“{{b}}”读音相近', en: '{{a}} and {{b}} sound nearly the same' },
  glyph: { zh: '“{{a}}”与“{{b}}”字形相近', en: '{{a}} and {{b}} look alike' },
  part: { zh: '“{{a}}”与“{{b}}”有相同的部件', en: '{{a}} and {{b}} share a part' },
  radical: { zh: '“{{a}}”与“{{b}}”偏旁相同', en: '{{a}} and {{b}} share a radical' },
  key: { zh: '“{{a}}”与“{{b}}”拼音只差一个键', en: '{{a}} and {{b}} are one key apart in pinyin' },
  rare: {
    zh: '“{{a}}”与“{{b}}”：生僻字可能打不出',
    en: '{{a}} and {{b}}: a rare character may have been replaced',
  },
  unlike: { zh: '“{{a}}”与“{{b}}”不同', en: '{{a}} and {{b}} differ' },
  unreadable: {
    zh: '“{{a}}”与“{{b}}”：有看不清或被遮盖的字',
    en: '{{a}} and {{b}}: a character is hidden or unreadable',
  },
  letters: {
    zh: '“{{a}}”与“{{b}}”：有字母代替汉字或字母不同',
    en: '{{a}} and {{b}}: letters replace a character or differ',
  },
  swapped: { zh: '“{{a}}”与“{{b}}”：字序颠倒', en: '{{a}} and {{b}}: swapped' },
  missing: { zh: '“{{a}}{{b}}”多写或漏写', en: '{{a}}{{b}} is missing or too many' },
  remark: { zh: '姓名旁有附注，说的可能是别人', en: 'A remark beside the name may speak of somebody else' },
  described: { zh: '有一个字是用文字描述的', en: 'A character is described in words' },
  'one-of-several': { zh: '一处写了几个人的姓名', en: 'Several people are named in one place' },
  contained: { zh: '一个姓名包含另一个', en: 'One name contains the other' },
  split: { zh: '“{{a}}”可能是“{{b}}”拆成了两个字', en: '{{a}} may be {{b}} read as two characters' },
  pinyin: { zh: '一处是拼音', en: 'One is in pinyin' },
  order: { zh: '字序不同', en: 'The order differs' },
  partial: { zh: '一处只写了姓名的一部分', en: 'One is only part of the name' },
  clan: { zh: '一处是“某氏”旧式称呼', en: 'One is the old form by clan name' },
  illegible: { zh: '有一处姓名看不清', en: 'One of the names cannot be read' },
}

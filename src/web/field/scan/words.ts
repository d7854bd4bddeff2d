import type { Words } from '../../../kernel/words/words.ts'

export const scanWords = {
  'out.scan': { zh: '扫码', en: 'Scan' },
  'out.scan.opening': { zh: '正在打开相机…', en: 'Opening the camera…' },
  'out.scan.looking': {
    zh: '把铭牌上的条码或二维码放进画面，横平竖直，光线足一些。',
    en: 'Hold the code of the plate into the picture, level and well lit.',
  },
  'out.scan.reading': { zh: '正在识别照片…', en: 'Reading the photograph…' },
  'out.scan.refused': {
    zh: '相机打不开。可以拍一张照片来识别，或手工填写。',
    en: 'The camera does not open. Take a photograph to read from, or type the serial.',
  },
  'out.scan.nothing': {
    zh: '照片上没有认出条码。请靠近些、对清楚再拍，或手工填写。',
    en: 'No code was found on it. Take it nearer and sharper, or type the serial.',
  },
  'out.scan.photo': { zh: '从照片识别', en: 'Read from a photograph' },
  'out.scan.by-hand': { zh: '手工填写', en: 'Type it' },
  'out.scan.scanned': { zh: '已扫码，可更正', en: 'scanned, may be corrected' },
  'out.scan.corrected': { zh: '扫码后改过', en: 'scanned, then changed' },
} satisfies Words

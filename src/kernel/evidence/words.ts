import type { Words } from '../words/words.ts'

export const evidenceWords = {
  'evidence.too-large': {
    zh: '文件超过 {{megabytes}} MB,请压缩或拆分后再上传。',
    en: 'The file is larger than {{megabytes}} MB. Compress or split it and upload it again.',
  },
  'evidence.media-type': {
    zh: '不能上传这种文件。请上传：{{allowed}}。',
    en: 'Files of this kind cannot be uploaded. Upload one of: {{allowed}}.',
  },
  'evidence.empty': {
    zh: '文件是空的，请重新选择。',
    en: 'The file is empty. Choose it again.',
  },
} satisfies Words

import type { Words } from '../words/words.ts'

export const evidenceWords = {
  'evidence.too-large': {
    zh: '文件超过 {{megabytes}} MB,请压缩或拆分后再上传。',
    en: 'The file is larger than {{megabytes}} MB. Compress or split it and upload it again.',
  },
  'evidence.media-type': {
    zh: '这个文件的内容不是可以上传的类型（看的是内容，不是文件名）。请上传：{{allowed}}。',
    en: 'What this file holds cannot be uploaded, whatever its name says. Upload one of: {{allowed}}.',
  },
  'evidence.old-office': {
    zh: '这是旧版文件（如 .doc）或已经损坏的表格，请用 Word 或 WPS 打开，另存为 PDF 后再上传；如果是表格，请另存为 .xlsx。',
    en: 'This is a file of an old kind, such as .doc, or a damaged table. Open it in Word or WPS, save it as PDF, or as .xlsx if it is a table, and upload that.',
  },
  'evidence.locked-workbook': {
    zh: '工作簿设了打开密码，请取消密码，保存后再上传。',
    en: 'The workbook has a password. Remove it, save the workbook and upload it again.',
  },
  'evidence.macros': {
    zh: '工作簿里有宏，不能上传。请另存为不带宏的 .xlsx，再上传。',
    en: 'The workbook holds macros and cannot be uploaded. Save it as .xlsx, which holds none, and upload that.',
  },
  'evidence.cut-off': {
    zh: '文件不完整，可能没有复制或下载完，请重新取得后再上传。',
    en: 'The file is incomplete: it may not have been copied or downloaded to its end. Fetch it again and upload it.',
  },
  'evidence.changed': {
    zh: '文件在传送中变了，已作废，请重新传送。',
    en: 'The file changed on its way and was thrown away. Send it again.',
  },
  'evidence.empty': {
    zh: '文件是空的，请重新选择。',
    en: 'The file is empty. Choose it again.',
  },
} satisfies Words

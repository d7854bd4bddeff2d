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
  'evidence.old-office': {
    zh: '这是旧版文件（如 .xls），请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。',
    en: 'This is a file of an old kind, such as .xls. Open it in Excel or WPS, save it as .xlsx and upload that.',
  },
  'evidence.locked-workbook': {
    zh: '工作簿设了打开密码，请取消密码，保存后再上传。',
    en: 'The workbook has a password. Remove it, save the workbook and upload it again.',
  },
  'evidence.cut-off': {
    zh: '文件不完整，可能没有复制或下载完，请重新取得后再上传。',
    en: 'The file is incomplete: it may not have been copied or downloaded to its end. Fetch it again and upload it.',
  },
  'evidence.empty': {
    zh: '文件是空的，请重新选择。',
    en: 'The file is empty. Choose it again.',
  },
} satisfies Words

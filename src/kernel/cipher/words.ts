import type { Words } from '../words/words.ts'

/** What an operator reads when keys are missing or damaged. */
export const cipherWords = {
  'keys.missing': {
    zh: '数据库里已有数据，但找不到密钥文件 {{file}}。请从备份恢复该文件后再启动；新建密钥会使已加密的数据再也打不开。',
    en: 'The database holds data but the key file {{file}} is missing. Restore it from your backup and start again; new keys would leave the encrypted data unreadable for good.',
  },
  'keys.damaged': {
    zh: '密钥文件 {{file}} 已损坏({{why}})。请从备份恢复该文件。',
    en: 'The key file {{file}} is damaged ({{why}}). Restore it from your backup.',
  },
  'keys.unreadable': {
    zh: '读不了密钥文件 {{file}}({{why}})。请检查文件归属和权限。',
    en: 'The key file {{file}} cannot be read ({{why}}). Check its owner and permissions.',
  },
} satisfies Words

import { type Said, speaker, type Words } from '../words/words.ts'
import type { Finding } from './finding.ts'

const logWords = {
  'log.finding.column': {
    zh: '{{column}} 被改动：应为 {{expected}}，现为 {{found}}',
    en: '{{column}} was changed: should be {{expected}}, is {{found}}',
  },
  'log.finding.changed': {
    zh: '{{column}} 被改动：与已签名的内容不符',
    en: '{{column}} was changed: it is not what was sealed and signed',
  },
  'log.finding.disagrees': {
    zh: '办理记录的原文与封存的哈希不符，其中一处被改动',
    en: "the act's text and its sealed hash do not fit each other; one of them was changed",
  },
  'log.finding.unreadable': {
    zh: '原文不是规范的办理记录',
    en: 'the text is not a well-formed act',
  },
  'log.finding.removed': { zh: '这一行被删除', en: 'this row was removed' },
  'log.finding.added': {
    zh: '这一行是外来的，不属于任何已封存的记录',
    en: 'this row was added; nothing sealed knows it',
  },
  'log.finding.subjects': {
    zh: '所涉对象清单被改动：应为 {{expected}}，现为 {{found}}',
    en: 'the list of subjects was changed: should be {{expected}}, is {{found}}',
  },
  'log.finding.unsealed': {
    zh: '已办理但从未封存，也不在待封存之列',
    en: 'committed but never sealed, nor waiting to be',
  },
  'log.finding.waiting': {
    zh: '等待封存已久，程序运行后会自动封存',
    en: 'has waited long to be sealed; the running program will seal it',
  },
  'log.finding.signature': {
    zh: '签名不符：这一行被改动或是伪造的',
    en: 'the signature does not fit: this row was changed or forged',
  },
  'log.finding.unknown-key': {
    zh: '签名所用的密钥 {{found}} 不在可信之列',
    en: 'signed with key {{found}}, which is not among the trusted ones',
  },
  'log.finding.untrusted-key': {
    zh: '这把公钥不在可信之列',
    en: 'this public key is not among the trusted ones',
  },
  'log.finding.unconfirmed': {
    zh: '从这里起的内容与签名对不上，无法核实',
    en: 'from here on the rows do not add up to what was signed and cannot be confirmed',
  },
  'log.finding.stopped': {
    zh: '差异太多，不再逐一列出',
    en: 'too many differences; the rest are not listed',
  },
} satisfies Words

export const exportWords = {
  'export.unknown': {
    zh: '{{file}} 不是本程序导出的日志或证明文件。',
    en: '{{file}} is neither a log nor a proof exported by this program.',
  },
} satisfies Words

const say = speaker(logWords)

/** What differs, in words; the row itself is named by `placeOf`. */
export function describeFinding(finding: Finding): Said {
  return say(`log.finding.${finding.code}`, {
    column: finding.column ?? finding.table,
    expected: finding.expected ?? '–',
    found: finding.found ?? '–',
  })
}

/** The row: table and primary key, as one would look it up. */
export function placeOf(finding: Finding): string {
  const key = Object.entries({ county: finding.county, ...finding.key })
  return `${finding.table}(${key.map(([name, value]) => `${name}=${value}`).join(', ')})`
}

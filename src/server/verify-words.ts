import type { Words } from '../kernel/words/words.ts'

export const verifyWords = {
  'verify.usage': {
    zh: [
      '用法:',
      '  npm run verify                                 核验数据库里每个县的全部日志',
      '  npm run verify -- --county 370683              只核验一个县',
      '  npm run verify -- --evidence                   同时逐个读出证据文件核对',
      '  npm run verify -- --export 文件                 离线核验导出的日志或某一户的证明',
      '  npm run verify -- --export 文件 --evidence      同时核对其中写明的证据文件(QINGNUAN_DATA/evidence)',
      '  --key 公钥.pem    以此公钥为准(可多次给出);缺省用数据目录 keys/log-public.pem',
      '返回码:0 一致,1 有差异,2 无法核验。',
    ].join('\n'),
    en: [
      'Usage:',
      '  npm run verify                                 the whole log of every county in the database',
      '  npm run verify -- --county 370683              one county only',
      '  npm run verify -- --evidence                   read every piece of evidence through as well',
      "  npm run verify -- --export FILE                offline: an exported log or one home's proof",
      '  npm run verify -- --export FILE --evidence     and the pieces of evidence it names (in QINGNUAN_DATA/evidence)',
      '  --key PUBLIC.pem  trust this key (may be given several times); else keys/log-public.pem of the data folder',
      'Exit code: 0 all fits, 1 something differs, 2 could not verify.',
    ].join('\n'),
  },
  'verify.no-installation': {
    zh: '{{folder}} 里没有数据库。请在程序目录下运行，或用 QINGNUAN_DATA 指明数据目录，或用 DATABASE_URL 指明数据库。',
    en: 'There is no database in {{folder}}. Run this in the program folder, or name the data folder in QINGNUAN_DATA or the database in DATABASE_URL.',
  },
  'verify.no-acts': {
    zh: '数据库里还没有任何办理记录，没有可核验的内容。',
    en: 'The database holds no acts yet: there is nothing to verify.',
  },
  'verify.unknown-county': { zh: '没有县 {{county}} 的日志。', en: 'There is no log of county {{county}}.' },
  'verify.keys': { zh: '以公钥 {{keys}} 为准', en: 'Trusting public key {{keys}}' },
  'verify.own-keys': {
    zh: '注意：没有另给公钥，只能用其自带的公钥 {{keys}} 验签。请与县里公布的公钥编号核对，或用 --key 给出公钥。',
    en: 'Mind: no public key was given, so signatures are checked only with the one that came along, {{keys}}. Compare its id with the published one, or give the key with --key.',
  },
  'verify.bad-key': {
    zh: '{{file}} 不是可用的公钥：{{why}}',
    en: '{{file}} is no usable public key: {{why}}',
  },
  'verify.progress.acts': { zh: '核对办理记录', en: 'acts' },
  'verify.progress.tree': { zh: '核对哈希树', en: 'tree' },
  'verify.progress.evidence': { zh: '核对证据文件', en: 'evidence' },
  'verify.log': {
    zh: '{{county}}：办理记录 {{acts}} 件，签名 {{checkpoints}} 次，待封存 {{waiting}} 件',
    en: '{{county}}: {{acts}} acts, {{checkpoints}} checkpoints, {{waiting}} waiting to be sealed',
  },
  'verify.signed': {
    zh: '最近一次签名 {{madeAt}}，覆盖 {{size}} 件，根 {{root}}，公钥 {{keyId}}',
    en: 'last signed {{madeAt}} over {{size}} acts, root {{root}}, key {{keyId}}',
  },
  'verify.unsigned': { zh: '没有一次签名可信', en: 'no checkpoint has a signature that holds' },
  'verify.exported-log': {
    zh: '{{county}} 的日志导出：{{acts}} 件',
    en: 'Exported log of {{county}}: {{acts}} acts',
  },
  'verify.exported-proof': {
    zh: '{{county}} 的 {{subject}} 的证明：{{acts}} 件',
    en: 'Proof for {{subject}} of {{county}}: {{acts}} acts',
  },
  'verify.not-proven': {
    zh: '导出时尚未封存、因而未证明的有 {{acts}} 件',
    en: '{{acts}} acts were not yet sealed when this was made and are not proven',
  },
  'verify.named': {
    zh: '写明证据文件 {{files}} 个，其中 {{taken}} 个说明了是怎样拍的',
    en: '{{files}} pieces of evidence are named, of {{taken}} of them how they were taken',
  },
  'verify.without-evidence': {
    zh: '佐证文件本身没有读出核对；加 --evidence 逐个核对',
    en: 'the pieces of evidence themselves were not read; add --evidence to read them through',
  },
  'verify.covers': {
    zh: '核验范围：办理记录及其对象、佐证文件的摘要、封存与签名。各户、金额等当前数据由办理记录得出，不在封存之内。',
    en: 'Covered: the acts, their subjects, the digests of their evidence, seals and signatures. The present state of homes and amounts follows from the acts and is not itself sealed.',
  },
  'verify.evidence': { zh: '证据文件 {{files}} 个', en: '{{files}} pieces of evidence' },
  'verify.evidence.missing': { zh: '证据文件不在了', en: 'the file is missing' },
  'verify.evidence.damaged': { zh: '证据文件被改动或损坏', en: 'the file was changed or damaged' },
  'verify.sound': { zh: '✓ 全部一致', en: '✓ everything fits' },
  'verify.differs': { zh: '✗ 有 {{count}} 处差异', en: '✗ {{count}} differences' },
  'verify.differs_one': { zh: '✗ 有 {{count}} 处差异', en: '✗ {{count}} difference' },
  'verify.failed': { zh: '无法核验：{{why}}', en: 'Could not verify: {{why}}' },
} satisfies Words

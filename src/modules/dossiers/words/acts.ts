import type { Words } from '../../../kernel/words/words.ts'

export const actWords = {
  'act.dossier.add-paper': { zh: '补交档案资料', en: 'Bring a paper to the dossier' },
  'act.dossier.add-paper.effect': {
    zh: '文件归入本户档案，注明由谁、哪天交来。',
    en: 'The file goes into this home’s dossier, with who brought it and when.',
  },
  'act.dossier.withdraw-paper': { zh: '撤下档案资料', en: 'Take a paper out of the dossier' },
  'act.dossier.withdraw-paper.effect': {
    zh: '文件不再计入档案，但仍留在历史里。',
    en: 'The file counts no more, but stays in the history.',
  },
  'field.dossier.add-paper.paper': { zh: '哪种资料', en: 'Which paper' },
  'field.dossier.withdraw-paper.brought': { zh: '撤下哪一份', en: 'Which one' },
  'field.dossier.withdraw-paper.reason': { zh: '撤下原因', en: 'Why' },
  'evidence.personal': { zh: '身份资料（扫描件或照片）', en: 'Personal papers, scanned or photographed' },
  'refusal.dossier.no-such-paper': {
    zh: '档案目录里没有这种资料（{{paper}}）。',
    en: 'There is no such paper in the list of the dossier ({{paper}}).',
  },
  'remedy.dossier.no-such-paper': {
    zh: '请刷新页面，从目录中重新选择。',
    en: 'Load the page again and choose one of the list.',
  },
  'refusal.dossier.not-yours': {
    zh: '“{{paper}}”由{{by}}提交。',
    en: '“{{paperEn}}” is brought by: {{byEn}}.',
  },
  'remedy.dossier.not-yours': { zh: '请转交{{by}}上传。', en: 'Hand it to them: {{byEn}}.' },
  'refusal.dossier.no-file': {
    zh: '“{{paper}}”还没有附上文件。',
    en: 'No file of “{{paperEn}}” is attached.',
  },
  'remedy.dossier.no-file': {
    zh: '请附上照片、扫描件或 PDF。',
    en: 'Attach a photograph, a scan or a PDF.',
  },
  'refusal.dossier.other-kind': {
    zh: '“{{paper}}”的文件没有按规定的类别（{{kind}}）上传。',
    en: 'The file of “{{paperEn}}” was not sent as {{kind}}, as it has to be.',
  },
  'remedy.dossier.other-kind': {
    zh: '请刷新页面后重新上传。',
    en: 'Load the page again and bring it once more.',
  },
  'refusal.dossier.brought-already': {
    zh: '同一份“{{paper}}”已在档案里。',
    en: 'This very “{{paperEn}}” is in the dossier already.',
  },
  'remedy.dossier.brought-already': {
    zh: '不必再交；如要替换，请先撤下旧的一份。',
    en: 'Nothing to do. To replace it, take the old one out first.',
  },
  'refusal.dossier.not-brought': {
    zh: '本户档案里没有这份资料。',
    en: 'This home’s dossier has no such file.',
  },
  'remedy.dossier.not-brought': { zh: '请刷新页面核对。', en: 'Load the page again and check.' },
  'refusal.dossier.withdrawn-already': { zh: '这份资料已撤下。', en: 'It was taken out already.' },
  'remedy.dossier.withdrawn-already': { zh: '不必再撤。', en: 'Nothing to do.' },
} satisfies Words

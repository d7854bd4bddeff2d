import { isDrawable } from './picture.ts'
import type { DossierSheets, Photograph } from './sheets.ts'

const ink = '#22272e'
const quiet = '#646b74'
const line = '#bdb6a8'
const accent = '#b0431e'

const across = 2
/** Of a page of A4 within its margins, in points. */
const picture = [240, 200] as const
const a4Height = 841.89

const rules = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => line,
  paddingTop: () => 4,
  paddingBottom: () => 4,
}

const margins = { side: 48, end: 56 }
/** In points: a heading, and below it a table's head with a first row of several lines. */
const room = 150
/** The library hands a heading's level to `pageBreakBefore` and no other number of ours: here it is the room wanted. */
const heading = (text: string, wanted = room) => ({ text, style: 'heading', headlineLevel: wanted })

const table = (widths: (string | number)[], head: string[], rows: unknown[][]) => ({
  table: {
    headerRows: 1,
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    widths,
    body: [head.map((text) => ({ text, style: 'head' })), ...rows],
  },
  layout: rules,
  // None below: at the foot of a page it would begin an empty one.
  margin: [0, 4, 0, 0],
})

/** A piece of the document, laid out; from the top of its page. */
interface Placed {
  headlineLevel?: number
  startPosition: { top: number }
}

/** The document as the library takes it: cover, index, records, photographs, acts, proof. */
export function definitionOf(sheets: DossierSheets): object {
  const drawn = sheets.photographs.filter(({ bytes, mediaType }) => isDrawable(bytes, mediaType))
  const broken = sheets.photographs.filter((photo) => !drawn.includes(photo))
  const named = [
    ...sheets.named,
    ...broken.map(({ caption, digest }) => ({ label: caption, digest, why: '图片无法显示' })),
  ]
  const where = `${sheets.town}${sheets.village} ${sheets.sequence} 号`
  return {
    info: { title: `一户一档 ${where} ${sheets.householder}`, producer: 'Qingnuan', creator: 'Qingnuan' },
    language: 'zh-CN',
    pageSize: 'A4',
    pageMargins: [margins.side, margins.end, margins.side, margins.end],
    defaultStyle: { font: 'Noto', fontSize: 9.5, lineHeight: 1.15, color: ink },
    styles: {
      heading: { fontSize: 14, bold: true, color: accent, margin: [0, 26, 0, 4] },
      head: { bold: true, color: quiet, fontSize: 9 },
      digest: { fontSize: 7, color: quiet },
    },
    images: Object.fromEntries(drawn.map((photo) => [photo.digest, dataUrl(photo)])),
    header: (page: number) =>
      page === 1
        ? null
        : {
            columns: [
              { text: `一户一档　${where}　${sheets.householder}` },
              { text: sheets.printedOn, alignment: 'right' },
            ],
            margin: [48, 28, 48, 0],
            fontSize: 8,
            color: quiet,
          },
    footer: (page: number, pages: number) => ({
      text: `第 ${page} 页，共 ${pages} 页`,
      alignment: 'center',
      fontSize: 8,
      color: quiet,
      margin: [0, 20, 0, 0],
    }),
    // A heading never stands alone at the foot of a page.
    pageBreakBefore: ({ headlineLevel: wanted, startPosition }: Placed) =>
      wanted !== undefined && startPosition.top + wanted > a4Height - margins.end,
    content: [
      ...cover(sheets),
      heading('目录'),
      table(
        [24, '*', 60, '*'],
        ['序', '资料', '情况', '说明'],
        sheets.index.map(({ number, label, state, remark }) => [String(number), label, state, remark]),
      ),
      ...sheets.sections.flatMap(({ title, facts }, at) => [
        at === 0 ? { ...heading(title), pageBreak: 'before' } : heading(title),
        table(
          [190, '*'],
          ['项目', '内容'],
          facts.map(([label, value]) => [{ text: label, color: quiet }, value]),
        ),
      ]),
      ...(drawn.length > 0 ? [heading('照片', picture[1] + 80), ...photographs(drawn)] : []),
      ...(named.length > 0
        ? [
            heading('其他文件'),
            table(
              ['*', 80, 250],
              ['文件', '未印原因', '文件摘要（SHA-256）'],
              named.map(({ label, why, digest }) => [label, why, { text: digest, style: 'digest' }]),
            ),
          ]
        : []),
      heading('办理记录'),
      table(
        [62, '*', 80, 34, 168],
        ['日期', '办理事项', '办理人', '日志号', '记录摘要（SHA-256）'],
        sheets.acts.map(({ on, act, by, position, leaf }) => [
          on,
          act,
          by,
          position,
          { text: leaf, style: 'digest' },
        ]),
      ),
      heading('日志证明'),
      ...proof(sheets),
    ],
  }
}

const cover = (sheets: DossierSheets) => [
  { text: sheets.county, fontSize: 14, alignment: 'center', margin: [0, 120, 0, 6] },
  { text: sheets.programme, fontSize: 14, alignment: 'center', margin: [0, 0, 0, 40] },
  { text: '一户一档', fontSize: 34, bold: true, alignment: 'center', color: accent, margin: [0, 0, 0, 60] },
  {
    table: {
      widths: [70, 190],
      body: [
        ['镇街', sheets.town],
        ['村居', sheets.village],
        ['序号', String(sheets.sequence)],
        ['户主', sheets.householder],
        ['资料', sheets.completeness],
        ['打印日期', sheets.printedOn],
      ].map(([label, text]) => [
        { text: label, color: quiet, fontSize: 12 },
        { text, fontSize: 12 },
      ]),
    },
    layout: { ...rules, paddingTop: () => 8, paddingBottom: () => 8 },
    margin: [110, 0, 0, 0],
  },
  { text: '', pageBreak: 'after' },
]

const photographs = (drawn: readonly Photograph[]) => {
  const rows: unknown[] = []
  for (let at = 0; at < drawn.length; at += across)
    rows.push({
      unbreakable: true,
      columnGap: 16,
      margin: [0, 6, 0, 8],
      columns: drawn.slice(at, at + across).map(({ digest, caption }) => ({
        width: picture[0],
        stack: [
          { image: digest, fit: [...picture] },
          { text: caption, margin: [0, 3, 0, 0] },
          { text: digest, style: 'digest' },
        ],
      })),
    })
  return rows
}

const proof = ({ log }: DossierSheets) =>
  log === null
    ? [{ text: '日志尚未签名封存，本户的办理记录稍后才有证明。' }]
    : [
        table(
          [110, '*'],
          ['项目', '内容'],
          [
            ['日志记录数', String(log.size)],
            ['日志根（SHA-256）', { text: log.root, style: 'digest' }],
            ['封存时间', log.madeAt],
            ['签名钥', { text: log.keyId, style: 'digest' }],
            ...(log.unsealed > 0 ? [['待封存', `${log.unsealed} 条办理记录在封存之后，不在此证明内`]] : []),
          ],
        ),
        {
          text:
            '核验方法：在“日志”中下载本户证明，运行 npm run verify -- --export 文件，只需公钥，可离线核验；' +
            '所得日志根、日志号和记录摘要应与本页一致。照片和文件以其摘要为准。',
          color: quiet,
          margin: [0, 12, 0, 0],
        },
      ]

const dataUrl = ({ bytes, mediaType }: Photograph): string =>
  `data:${mediaType};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`

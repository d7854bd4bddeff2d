import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { DocumentTable, WordDocument } from './document.ts'

/** A4 in twentieths of a point, with margins of 2.2 cm. */
const a4 = { width: 11_906, height: 16_838 }
const margin = 1_247
const fontOf = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia })
const body = fontOf('宋体')
const strong = fontOf('黑体')
const line = { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F' }
const lines = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}

const text = (content: string, size = 21) =>
  content
    .split('\n')
    .map((part, i) => new TextRun({ text: part, size, font: body, ...(i > 0 && { break: 1 }) }))

const heading = (content: string) =>
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 240, after: 80 },
    children: [new TextRun({ text: content, size: 24, bold: true, font: strong, color: '000000' })],
  })

/** What keeps with the next row stays on its page: a table's head with its first row. */
const cell = (content: string, width: number, size: number, isHead = false, keepNext = isHead) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(isHead && { shading: { fill: 'F0EDE6' } }),
    children: [
      new Paragraph({
        keepNext,
        children: isHead
          ? [new TextRun({ text: content, size, bold: true, font: strong })]
          : text(content, size),
      }),
    ],
  })

function grid(head: readonly string[], widths: readonly number[], rows: readonly string[][], across: number) {
  const whole = widths.reduce((sum, each) => sum + each, 0)
  const columns = widths.map((each) => Math.floor((each * across) / whole))
  const size = head.length > 6 ? 16 : 18
  const row = (cells: readonly string[], isHead = false) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((content, at) => cell(content, columns[at] ?? 0, size, isHead)),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: columns,
    borders: lines,
    rows: [...(head.length > 0 ? [row(head, true)] : []), ...rows.map((cells) => row(cells))],
  })
}

const tableOf = ({ title, head, widths, rows, none }: DocumentTable, across: number) => [
  heading(title),
  rows.length > 0 ? grid(head, widths, rows, across) : new Paragraph({ children: text(none) }),
]

const facts = (pairs: WordDocument['facts'], across: number) =>
  grid(
    [],
    [2, 5],
    pairs.map(([label, value]) => [label, value]),
    across,
  )

/** Room to write an opinion in, to sign and to stamp; each stays on one page. */
const opinions = (who: readonly string[], across: number) =>
  who.length === 0
    ? []
    : [
        new Paragraph({ spacing: { before: 160 }, children: [] }),
        new Table({
          layout: TableLayoutType.FIXED,
          width: { size: across, type: WidthType.DXA },
          columnWidths: [Math.floor(across * 0.22), across - Math.floor(across * 0.22)],
          borders: lines,
          rows: who.map(
            (each) =>
              new TableRow({
                cantSplit: true,
                height: { value: 1700, rule: 'atLeast' },
                children: [
                  cell(each, Math.floor(across * 0.22), 20),
                  new TableCell({
                    width: { size: across - Math.floor(across * 0.22), type: WidthType.DXA },
                    margins: { top: 40, bottom: 80, left: 80, right: 80 },
                    verticalAlign: VerticalAlign.BOTTOM,
                    children: [
                      new Paragraph({
                        alignment: AlignmentType.RIGHT,
                        children: text('签字（盖章）：　　　　　　　　年　　月　　日', 20),
                      }),
                    ],
                  }),
                ],
              }),
          ),
        }),
      ]

/** Name, stamp and date by hand; kept on one page. */
const signatures = (who: readonly string[], across: number) =>
  who.length === 0 ? [] : signatureTable(who, across)

const signatureTable = (who: readonly string[], across: number) => [
  heading('签字盖章'),
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: across, type: WidthType.DXA },
    columnWidths: [Math.floor(across * 0.6), across - Math.floor(across * 0.6)],
    borders: lines,
    rows: who.map(
      (each, nth) =>
        new TableRow({
          cantSplit: true,
          height: { value: 680, rule: 'atLeast' },
          children: [`${each}（签字）：`, '日期：　　　　年　　月　　日'].map((content, at) =>
            cell(content, Math.floor(across * (at === 0 ? 0.6 : 0.4)), 20, false, nth < who.length - 1),
          ),
        }),
    ),
  }),
]

const running = ({ where, madeOn }: WordDocument) => ({
  headers: {
    default: new Header({
      children: [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          children: [new TextRun({ text: `${where}　生成日期 ${madeOn}`, size: 16, font: body })],
        }),
      ],
    }),
  },
  footers: {
    default: new Footer({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [
            new TextRun({
              size: 16,
              font: body,
              children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'],
            }),
          ],
        }),
      ],
    }),
  },
})

const page = (isWide: boolean) => ({
  page: {
    // The library turns width and height itself where the page lies across.
    size: { ...a4, orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
    margin: { top: margin, right: margin, bottom: margin, left: margin },
  },
})

/** The document for Word: A4, the heads of tables repeated, page numbers at the foot. */
export async function writeDocument(sheets: WordDocument): Promise<Uint8Array> {
  const upright = a4.width - 2 * margin
  const across = a4.height - 2 * margin
  const tall = sheets.tables.filter(({ wide }) => !wide)
  const wide = sheets.tables.filter((each) => each.wide)
  const section = (isWide: boolean, children: ISectionOptions['children']): ISectionOptions => ({
    properties: page(isWide),
    ...running(sheets),
    children,
  })
  const end = [
    ...opinions(sheets.opinions ?? [], upright),
    ...signatures(sheets.signatures ?? [], upright),
    ...(sheets.proof ? [new Paragraph({ spacing: { before: 200 }, children: text(sheets.proof, 16) })] : []),
  ]
  const document = new Document({
    title: sheets.title,
    creator: 'Qingnuan',
    styles: { default: { document: { run: { font: body, size: 21, language: { eastAsia: 'zh-CN' } } } } },
    sections: [
      section(false, [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          alignment: AlignmentType.CENTER,
          spacing: { after: 240 },
          children: [
            new TextRun({ text: sheets.title, size: 36, bold: true, font: strong, color: '000000' }),
          ],
        }),
        facts(sheets.facts, upright),
        ...(sheets.conclusion ? [heading('结论'), new Paragraph({ children: text(sheets.conclusion) })] : []),
        ...tall.flatMap((each) => tableOf(each, upright)),
        ...(wide.length === 0 ? end : []),
      ]),
      ...(wide.length === 0
        ? []
        : [
            section(
              true,
              wide.flatMap((each) => tableOf(each, across)),
            ),
            section(false, end),
          ]),
    ],
  })
  return Packer.toBuffer(document)
}

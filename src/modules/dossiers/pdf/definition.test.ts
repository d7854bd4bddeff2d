import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import { beforeAll, expect, it } from 'vitest'
import { definitionOf } from './definition.ts'
import type { DossierSheets } from './sheets.ts'

const fonts = createRequire(import.meta.url)
beforeAll(() => {
  const weight = (name: string) => readFileSync(fonts.resolve(`@expo-google-fonts/noto-sans-sc/${name}`))
  pdfmake.virtualfs.writeFileSync('normal.ttf', weight('400Regular/NotoSansSC_400Regular.ttf'))
  pdfmake.virtualfs.writeFileSync('bold.ttf', weight('500Medium/NotoSansSC_500Medium.ttf'))
  pdfmake.addFonts({ Noto: { normal: 'normal.ttf', bold: 'bold.ttf' } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
})

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
/** What stands first under a heading is named after it. */
const sheetsOf = (rows: number): DossierSheets => {
  const many = <T>(make: (at: number) => T): T[] => Array.from({ length: rows }, (_, at) => make(at))
  const facts = (title: string): [string, string][] =>
    many((at) => [at === 0 ? `${title}·` : `项目 ${at}`, '内容'.repeat(at % 5 === 0 ? 60 : 3)])
  return {
    county: '模拟县',
    programme: '清洁取暖',
    town: '模拟镇',
    village: '模拟村',
    sequence: 1,
    householder: '模拟户主',
    printedOn: '2023-08-15',
    completeness: '齐全',
    index: many((at) => ({ number: at, label: at === 0 ? '目录·' : '资料', state: '有', remark: '' })),
    sections: [
      { title: '住户', facts: facts('住户') },
      { title: '设备', facts: facts('设备').slice(0, 3) },
    ],
    photographs: [{ digest: 'a'.repeat(64), caption: '照片·', mediaType: 'image/png', bytes: dot }],
    named: [{ label: '其他文件·', digest: 'b'.repeat(64), why: '不能印' }],
    acts: many((at) => ({
      on: at === 0 ? '办理记录·' : '日',
      act: '办理',
      by: '某人',
      position: '1',
      leaf: 'c',
    })),
    log: { size: 1, root: 'd'.repeat(64), madeAt: '2023-08-15', keyId: 'e'.repeat(64), unsealed: 0 },
  }
}

interface Piece {
  text?: unknown
  [name: string]: unknown
}
/** Every text of the document as a link to itself: which page a link is on stands in the file, in plain words. */
function linked(piece: unknown): unknown {
  if (typeof piece === 'string') return linked({ text: piece })
  if (Array.isArray(piece)) return piece.map(linked)
  if (piece === null || typeof piece !== 'object') return piece
  const { text, table, columns, stack, ...rest } = piece as Piece & { table?: { body: unknown[][] } }
  return {
    ...rest,
    ...(typeof text === 'string' && { text, link: `https://text/${encodeURIComponent(text)}` }),
    ...(table && { table: { ...table, body: table.body.map((row) => row.map(linked)) } }),
    ...(columns !== undefined && { columns: linked(columns) }),
    ...(stack !== undefined && { stack: linked(stack) }),
  }
}

/** On which page each text stands, the first time. */
async function pagesOf(sheets: DossierSheets): Promise<Map<string, number>> {
  const definition = definitionOf(sheets) as { content: unknown[] }
  const file = await pdfmake
    .createPdf({ ...definition, content: definition.content.map(linked), compress: false })
    .getBuffer()
  const objects = new Map(
    [
      ...Buffer.from(file)
        .toString('latin1')
        .matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g),
    ].map(([, id = '', content = '']) => [id, content]),
  )
  const idsIn = (content = '') => [...content.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => id)
  const tree = [...objects.values()].find((content) => content.includes('/Type /Pages'))
  const pages = new Map<string, number>()
  for (const [number, page] of idsIn(/\/Kids \[(.*?)\]/.exec(tree ?? '')?.[1]).entries())
    for (const note of idsIn(/\/Annots \[(.*?)\]/.exec(objects.get(page) ?? '')?.[1])) {
      const text = linkIn(objects, note)
      if (text !== undefined && !pages.has(text)) pages.set(text, number + 1)
    }
  return pages
}

function linkIn(objects: ReadonlyMap<string, string>, id: string): string | undefined {
  const note = objects.get(id) ?? ''
  const action = /\/A (\d+) 0 R/.exec(note)?.[1] ?? ''
  const found = /https:\/\/text\/(\S+?)\)\n/.exec(`${note}\n${objects.get(action) ?? ''}\n`)?.[1]
  return found === undefined ? undefined : decodeURIComponent(found)
}

it(
  'no heading is left alone at the foot of a page, however long what stands before it',
  { timeout: 60_000 },
  async () => {
    for (let rows = 26; rows < 38; rows++) {
      const pages = await pagesOf(sheetsOf(rows))
      for (const title of ['目录', '住户', '设备', '照片', '其他文件', '办理记录', '日志证明']) {
        const below = pages.get(title === '日志证明' ? '日志记录数' : `${title}·`)
        expect(below).toBeDefined()
        expect.soft([rows, title, pages.get(title)]).toEqual([rows, title, below])
      }
    }
  },
)

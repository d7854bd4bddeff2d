import type { TextCollector } from './cell-collector.ts'
import { failOtherZip } from './file-kind.ts'
import { builtInFormat, type NumberFormat, readFormatCode } from './number-format.ts'
import type { ReadLimits } from './read-limits.ts'
import { failDamaged, failRead } from './sheet-problem.ts'
import { attributesOf, decodeSheetEscapes, type XmlListener, XmlScanner } from './xml-scanner.ts'
import type { ZipPackage } from './zip-package.ts'

/** Scans one part of the package. */
export async function scanPart(zip: ZipPackage, path: string, listener: XmlListener): Promise<void> {
  const scanner = new XmlScanner(listener)
  let decoder: TextDecoder | undefined
  for await (const piece of zip.unpack(path)) {
    decoder ??= new TextDecoder(encodingOf(piece))
    scanner.write(decoder.decode(piece, { stream: true }))
  }
  scanner.write(decoder?.decode() ?? '')
  scanner.end()
}

/** XML says how it is written in its first bytes; without a word it is UTF-8. */
function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const declared = /^[^>]{0,100}encoding=["']([\w-]+)/.exec(start.toString('latin1', 0, 200))?.[1]
  return declared !== undefined && /^(?:gb18030|gbk|gb2312)$/i.test(declared) ? declared : 'utf-8'
}

/** A listener for the tags of the given names alone. */
function tagListener(
  names: string[],
  open: (name: string, attributes: Map<string, string>) => void,
): XmlListener {
  return {
    wantsText: false,
    open(name, attributes) {
      if (names.includes(name)) open(name, attributesOf(attributes))
    },
    text: () => undefined,
    close: () => undefined,
  }
}

export type SheetPart = { name: string; hidden: boolean; path: string }
export type WorkbookParts = {
  sheets: SheetPart[]
  since1904: boolean
  stylesPath: string | undefined
  stringsPath: string | undefined
}

/** Finds the sheets and shared parts by following the package's relationships from its root. */
export async function readWorkbookParts(zip: ZipPackage): Promise<WorkbookParts> {
  const root = zip.has('_rels/.rels') ? await readRelations(zip, '_rels/.rels', '') : []
  const main = root.find((relation) => relation.type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  if (!zip.has(main) || !/(?:^|\/)workbook\d*\.xml$/i.test(main)) failOtherZip(zip.names())

  const relations = await readRelations(zip, relationsPath(main), folderOf(main))
  const pathOf = (type: string) =>
    relations.find((relation) => relation.type === type && zip.has(relation.path))?.path
  const sheets: SheetPart[] = []
  let since1904 = false
  await scanPart(
    zip,
    main,
    tagListener(['workbookPr', 'sheet'], (name, attributes) => {
      if (name === 'workbookPr') {
        since1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '')
        return
      }
      const id = [...attributes].find(([attribute]) => attribute.endsWith(':id'))?.[1]
      const relation = relations.find((candidate) => candidate.id === id)
      // Chart and macro sheets stand in the same list and hold no cells.
      if (relation && relation.type !== 'worksheet') return
      if (!relation || !zip.has(relation.path)) failDamaged('part')
      const hidden = /^(?:hidden|veryHidden)$/.test(attributes.get('state') ?? '')
      sheets.push({ name: decodeSheetEscapes(attributes.get('name') ?? ''), hidden, path: relation.path })
    }),
  )
  return { sheets, since1904, stylesPath: pathOf('styles'), stringsPath: pathOf('sharedStrings') }
}

type Relation = { id: string; type: string; path: string }

async function readRelations(zip: ZipPackage, path: string, folder: string): Promise<Relation[]> {
  const relations: Relation[] = []
  await scanPart(
    zip,
    path,
    tagListener(['Relationship'], (_, attributes) => {
      if (attributes.get('TargetMode') === 'External') return
      // Strict and transitional workbooks differ in all of the type but its last word.
      const type = (attributes.get('Type') ?? '').split('/').pop() ?? ''
      relations.push({
        id: attributes.get('Id') ?? '',
        type,
        path: resolved(folder, attributes.get('Target') ?? ''),
      })
    }),
  )
  return relations
}

function resolved(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function relationsPath(path: string): string {
  const folder = folderOf(path)
  return resolved(folder, `_rels/${path.slice(path.lastIndexOf('/') + 1)}.rels`)
}

/** The number format of each cell style, by the style's index. */
export async function readFormats(zip: ZipPackage, path: string, most: number): Promise<NumberFormat[]> {
  const own = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  let inCellStyles = false
  await scanPart(zip, path, {
    wantsText: false,
    open(name, source, selfClosing) {
      if (name === 'cellXfs') inCellStyles = !selfClosing
      if (name !== 'numFmt' && !(name === 'xf' && inCellStyles)) return
      if (own.size + formats.length >= most) failRead('sheet.too-many-styles', { limit: most })
      const attributes = attributesOf(source)
      const id = Number(attributes.get('numFmtId') ?? 0)
      if (name === 'numFmt') own.set(id, readFormatCode(attributes.get('formatCode') ?? ''))
      else formats.push(own.get(id) ?? builtInFormat(id))
    },
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return formats
}

/** Collects the shared strings in order and answers how many there are. Phonetic hints are left out. */
export async function readSharedStrings(
  zip: ZipPackage,
  path: string,
  texts: TextCollector,
  limits: ReadLimits,
): Promise<number> {
  let count = 0
  let text = ''
  let inPhonetic = false
  const listener: XmlListener = {
    wantsText: false,
    open(name, _, selfClosing) {
      if (name === 'si') {
        text = ''
        if (selfClosing) finish()
      } else if (name === 'rPh') inPhonetic = !selfClosing
      else if (name === 't') listener.wantsText = !selfClosing && !inPhonetic
    },
    text(piece) {
      if (text.length + piece.length > limits.cellCharacters)
        failRead('sheet.string-too-long', { limit: limits.cellCharacters })
      text += piece
    },
    close(name) {
      if (name === 't') listener.wantsText = false
      else if (name === 'rPh') inPhonetic = false
      else if (name === 'si') finish()
    },
  }
  const finish = () => {
    texts.append(decodeSheetEscapes(text))
    if (++count > limits.cells) failRead('sheet.too-many-strings', { limit: limits.cells })
  }
  await scanPart(zip, path, listener)
  return count
}

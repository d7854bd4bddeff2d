import { failDamaged } from './sheet-problem.ts'

/** What a scanner tells as it goes. Names come without their namespace prefix. */
export interface XmlListener {
  /** Text is only cut out while this is true: most of a sheet's text is white space between tags. */
  wantsText: boolean
  open(name: string, attributes: string, selfClosing: boolean): void
  text(text: string): void
  close(name: string): void
}

const LONGEST_PIECE = 4 * 1024 * 1024
const LONGEST_ATTRIBUTES = 8192

/**
 * Scans XML as it arrives, in constant memory. It knows tags, text, CDATA, comments and the five entities, and
 * refuses document types, so there is nothing to expand and nothing outside to fetch.
 */
export class XmlScanner {
  readonly #listener: XmlListener
  #rest = ''
  #depth = 0
  #sawElement = false

  constructor(listener: XmlListener) {
    this.#listener = listener
  }

  write(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece
    let at = 0
    for (;;) {
      const tag = text.indexOf('<', at)
      if (tag < 0) {
        // What is read of text is handed on before it grows; an entity at the end waits for its rest.
        this.#keep(this.#listener.wantsText ? this.#handOn(text.slice(at)) : '')
        return
      }
      if (tag > at && this.#listener.wantsText) this.#listener.text(decodeEntities(text.slice(at, tag)))
      const next = this.#scanTag(text, tag)
      if (next < 0) {
        this.#keep(text.slice(tag))
        return
      }
      at = next
    }
  }

  end(): void {
    if (this.#depth !== 0 || !this.#sawElement || this.#rest.trim() !== '') failDamaged('markup')
  }

  #handOn(text: string): string {
    if (text.length < 65_536) return text
    const entity = text.lastIndexOf('&')
    const end = entity > text.length - 12 ? entity : text.length
    this.#listener.text(decodeEntities(text.slice(0, end)))
    return text.slice(end)
  }

  #keep(rest: string): void {
    if (rest.length > LONGEST_PIECE) failDamaged('markup')
    this.#rest = rest
  }

  /** Where scanning goes on after the tag, or -1 if the tag has not wholly arrived. */
  #scanTag(text: string, tag: number): number {
    const code = text.charCodeAt(tag + 1)
    if (code === 33) return this.#scanDeclaration(text, tag)
    if (code === 63) return after(text, '?>', tag + 2)
    const end = code === 47 ? text.indexOf('>', tag) : tagEnd(text, tag + 1)
    if (end < 0) return -1
    if (code === 47) {
      if (--this.#depth < 0) failDamaged('markup')
      this.#listener.close(localName(text, tag + 2, end).name)
      return end + 1
    }
    const selfClosing = text.charCodeAt(end - 1) === 47
    const { name, after: attributesAt } = localName(text, tag + 1, selfClosing ? end - 1 : end)
    if (name === '') failDamaged('markup')
    this.#sawElement = true
    if (!selfClosing) this.#depth++
    this.#listener.open(name, text.slice(attributesAt, selfClosing ? end - 1 : end), selfClosing)
    return end + 1
  }

  #scanDeclaration(text: string, tag: number): number {
    if (text.startsWith('<!--', tag)) return after(text, '-->', tag + 4)
    if (text.startsWith('<![CDATA[', tag)) {
      const end = text.indexOf(']]>', tag + 9)
      if (end >= 0 && this.#listener.wantsText) this.#listener.text(text.slice(tag + 9, end))
      return end < 0 ? -1 : end + 3
    }
    if (text.length < tag + 9) return -1
    return failDamaged('markup')
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

/** The closing `>`, which may also stand inside quotes. */
function tagEnd(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 62) return at
    else if (code === 34 || code === 39) quote = code
    else if (code === 60) failDamaged('markup')
  }
  return -1
}

function localName(text: string, from: number, end: number): { name: string; after: number } {
  let start = from
  let at = from
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 58) start = at + 1
    else if (code <= 32) break
  }
  return { name: text.slice(start, at), after: at }
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** All attributes of a tag by their full names. */
export function attributesOf(source: string): Map<string, string> {
  if (source.length > LONGEST_ATTRIBUTES) failDamaged('markup')
  const attributes = new Map<string, string>()
  for (const [, name, double, single] of source.matchAll(ATTRIBUTE)) {
    if (name) attributes.set(name, decodeEntities(double ?? single ?? ''))
  }
  return attributes
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name as string] ?? whole
    const code = decimal ? Number(decimal) : parseInt(hex as string, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}

/** Spreadsheets write characters XML cannot hold as `_x000D_`, and a real `_x000D_` as `_x005F_x000D_`. */
export function decodeSheetEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

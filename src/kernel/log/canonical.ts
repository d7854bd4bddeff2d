/**
 * The one text of a JSON value (RFC 8785): keys sorted by UTF-16 code units, numbers as ECMAScript writes them,
 * no spaces. Throws `NotCanonical` for what JSON cannot say exactly: undefined, NaN, infinities, bigint, lone
 * surrogates, symbols, functions, and objects that are neither plain nor arrays (a Date must be text first).
 */
export function canonicalJson(value: unknown): string {
  return write(value, [])
}

export class NotCanonical extends Error {
  constructor(path: Path, why: string) {
    const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
    super(`$${place} has no canonical JSON: ${why}`)
    this.name = 'NotCanonical'
  }
}

/** Where we are; one list for the whole walk, since every act's text passes here and most never fail. */
type Path = (string | number)[]

/** Deeper than any act's input; an object that contains itself ends here instead of in a stack overflow. */
const deepest = 200

function write(value: unknown, path: Path): string {
  switch (typeof value) {
    case 'string':
      return writeString(value, path)
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical(path, String(value))
      return String(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      if (path.length > deepest) throw new NotCanonical(path, `nested deeper than ${deepest}`)
      return Array.isArray(value) ? writeArray(value, path) : writeObject(value, path)
    case 'undefined':
    case 'bigint':
    case 'symbol':
    case 'function':
      throw new NotCanonical(path, typeof value)
  }
}

/** With the `u` flag a pair counts as its character, so only an unpaired half is a surrogate. */
const loneSurrogate = /\p{Surrogate}/u

function writeString(text: string, path: Path): string {
  const json = JSON.stringify(text)
  // JSON.stringify escapes an unpaired half and nothing else this way, but for a text that spells it out.
  if (json.includes('\\ud') && loneSurrogate.test(text)) throw new NotCanonical(path, 'lone surrogate')
  return json
}

function writeArray(items: readonly unknown[], path: Path): string {
  let text = '['
  // By index, since a hole must be refused, not skipped.
  for (let i = 0; i < items.length; i++) {
    if (i > 0) text += ','
    path.push(i)
    text += write(items[i], path)
    path.pop()
  }
  return text + ']'
}

function writeObject(value: object, path: Path): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    throw new NotCanonical(path, `not a plain object (${value.constructor.name})`)
  if (Object.getOwnPropertySymbols(value).length > 0) throw new NotCanonical(path, 'symbol key')
  const record = value as Record<string, unknown>
  let text = ''
  // Without a comparator, sort compares UTF-16 code units, which is the order of RFC 8785 §3.2.3.
  for (const key of Object.keys(record).sort()) {
    path.push(key)
    text += `${text && ','}${writeString(key, path)}:${write(record[key], path)}`
    path.pop()
  }
  return `{${text}}`
}

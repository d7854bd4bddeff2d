import * as XLSX from '@e965/xlsx'

/** A workbook written as .xls by the library. */
export function oldWorkbook(book: XLSX.WorkBook, bookType: 'biff8' | 'biff5' = 'biff8'): Buffer {
  return Buffer.from(XLSX.write(book, { type: 'buffer', bookType }) as Uint8Array)
}

export function someOldWorkbook(rows: readonly (readonly unknown[])[], name = '表一'): Buffer {
  return oldWorkbook(XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), name))
}

/** The same .xls with its stream of records changed. */
export function withStream(bytes: Uint8Array, change: (stream: Buffer) => Buffer): Buffer {
  const container = XLSX.CFB.read(Buffer.from(bytes), { type: 'buffer' })
  const entry = XLSX.CFB.find(container, 'Workbook') ?? XLSX.CFB.find(container, 'Book')
  if (!entry) throw new Error('No workbook stream')
  const stream = change(Buffer.from(entry.content as Uint8Array))
  Object.assign(entry, { content: stream, size: stream.length })
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }) as Uint8Array)
}

function recordAt(stream: Buffer, at: number): { type: number; end: number } {
  return { type: stream.readUInt16LE(at), end: at + 4 + stream.readUInt16LE(at + 2) }
}

/** The same, said to be locked: a record FilePass after the first. */
export function lockedOldWorkbook(bytes: Uint8Array): Buffer {
  return withStream(bytes, (stream) => {
    const { end } = recordAt(stream, 0)
    const record = Buffer.alloc(4 + 54, 7)
    ;[0x2f, 54].forEach((value, at) => record.writeUInt16LE(value, at * 2))
    ;[1, 1, 1].forEach((value, at) => record.writeUInt16LE(value, 4 + at * 2))
    return Buffer.concat([stream.subarray(0, end), record, stream.subarray(end)])
  })
}

/** The same with the formula 3+4 and its result in a cell of the last sheet. */
export function withFormula(bytes: Uint8Array, row: number, column: number): Buffer {
  return withStream(bytes, (stream) => {
    let last = 0
    for (let at = 0; at + 4 <= stream.length; at = recordAt(stream, at).end) {
      if (recordAt(stream, at).type === 0x0a) last = at
    }
    const tokens = [0x1e, 3, 0, 0x1e, 4, 0, 0x03]
    const record = Buffer.alloc(4 + 22 + tokens.length)
    ;[0x06, 22 + tokens.length, row, column].forEach((value, at) => record.writeUInt16LE(value, at * 2))
    record.writeDoubleLE(7, 10)
    record.writeUInt16LE(tokens.length, 24)
    record.set(tokens, 26)
    return Buffer.concat([stream.subarray(0, last), record, stream.subarray(last)])
  })
}

/** The same with bytes of a stream exchanged for others, as many. */
export function withBytes(bytes: Uint8Array, from: Buffer, to: Buffer): Buffer {
  return withStream(bytes, (stream) => {
    for (let at = stream.indexOf(from); at >= 0; at = stream.indexOf(from, at + 1)) to.copy(stream, at)
    return stream
  })
}

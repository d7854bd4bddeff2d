const bytesOf = new Map<string, Buffer>()
const decoder = new TextDecoder('gbk')
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const bytes = Buffer.from([lead, trail])
    const letter = decoder.decode(bytes)
    if (letter.length === 1 && letter !== '\ufffd' && !bytesOf.has(letter)) bytesOf.set(letter, bytes)
  }

/** A text in GBK, which Node reads but does not write. */
export function gbk(text: string): Buffer {
  return Buffer.concat(
    [...text].map((letter) =>
      letter < '\x80' ? Buffer.from(letter) : (bytesOf.get(letter) ?? Buffer.from('?')),
    ),
  )
}

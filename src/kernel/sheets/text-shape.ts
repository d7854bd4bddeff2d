/**
 * How the first bytes of a file could be text: in bytes (UTF-8 or GB 18030), in 16-bit units, or not at all. A text
 * may hold a stray control character or NUL; one that is full of them is none.
 */
export function textShape(head: Uint8Array): 'single-byte' | 'utf-16le' | 'utf-16be' | 'binary' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  let controls = 0
  const nuls = [0, 0]
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] ?? 0
    if (byte === 0) nuls[at & 1] = (nuls[at & 1] ?? 0) + 1
    else if (byte < 0x20 && !isSpacing(byte)) controls++
  }
  const [even = 0, odd = 0] = nuls
  // In 16-bit units every digit, comma and line end has a zero byte, always on the same side.
  if (even + odd >= Math.max(2, head.length / 20)) {
    if (even * 20 <= odd) return 'utf-16le'
    if (odd * 20 <= even) return 'utf-16be'
  }
  return controls * 200 > head.length || (even + odd) * 10 > head.length ? 'binary' : 'single-byte'
}

/** Tab, line ends, page feed, escape and the end mark of old systems. */
const isSpacing = (byte: number) => (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b

import { createHash } from 'node:crypto'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A later way of drawing has another name, so that earlier draws can still be drawn again. */
export const drawMethod = 'sha256-order-1'

/** Tells one set of homes from another, whatever their order. */
export const frameDigest = (frame: readonly string[]): string => sha256([...frame].sort().join('\n'))

/** The homes with the smallest SHA-256(`seed:home`): the same for the same seed and frame, whoever draws. */
export function drawnFrom(seed: string, frame: readonly string[], size: number): string[] {
  return [...new Set(frame)]
    .map((home) => ({ home, key: sha256(`${seed}:${home}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .slice(0, size)
    .map(({ home }) => home)
}

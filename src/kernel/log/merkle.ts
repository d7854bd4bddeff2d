import { createHash } from 'node:crypto'

/** Always SHA-256, as RFC 6962 says, whatever suite the installation encrypts with. */
export const hashBytes = 32

const leafMark = Buffer.from([0])
const nodeMark = Buffer.from([1])
const emptyRoot = createHash('sha256').digest()

/** RFC 6962 §2.1: the mark keeps a leaf from ever being taken for a node. */
export function hashLeaf(text: string | Uint8Array): Buffer {
  return createHash('sha256').update(leafMark).update(text).digest()
}

export function hashNode(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(nodeMark).update(left).update(right).digest()
}

/**
 * The right edge of a growing tree: the roots of the complete subtrees into which its size falls as powers of
 * two, largest first. All that is needed to append and to know the root.
 */
export class Edge {
  #size: number
  #roots: Buffer[]

  private constructor(size: number, roots: Buffer[]) {
    this.#size = size
    this.#roots = roots
  }

  static empty(): Edge {
    return new Edge(0, [])
  }

  /** From the stored form. Throws where the bytes cannot be the edge of a tree of this size. */
  static parse(size: number, bytes: Uint8Array): Edge {
    if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`No tree has ${size} leaves`)
    if (bytes.length !== subtreeCount(size) * hashBytes)
      throw new RangeError(
        `A tree of ${size} leaves has ${subtreeCount(size)} edge hashes; ${bytes.length} bytes`,
      )
    const roots: Buffer[] = []
    for (let at = 0; at < bytes.length; at += hashBytes)
      roots.push(Buffer.from(bytes.subarray(at, at + hashBytes)))
    return new Edge(size, roots)
  }

  get size(): number {
    return this.#size
  }

  copy(): Edge {
    return new Edge(this.#size, [...this.#roots])
  }

  /**
   * Adds a leaf. `onNode` hears of every complete subtree on the way, with its first leaf and its width, the
   * leaf itself (width 1) included.
   */
  append(leaf: Buffer, onNode?: (start: number, width: number, hash: Buffer) => void): void {
    let hash = leaf
    let width = 1
    onNode?.(this.#size, 1, hash)
    // As many subtrees close as the old size has trailing ones in binary.
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.#roots.pop()
      if (!left) throw new Error('The edge is shorter than its size says')
      hash = hashNode(left, hash)
      width *= 2
      onNode?.(this.#size + 1 - width, width, hash)
    }
    this.#roots.push(hash)
    this.#size++
  }

  /** The root of the whole tree; the hash of nothing for an empty one. */
  root(): Buffer {
    return this.rootOfLast(this.#roots.length)
  }

  /** The root over the last `count` subtrees of the edge, the smallest ones. */
  rootOfLast(count: number): Buffer {
    const [first, ...larger] = this.#roots.slice(this.#roots.length - count).reverse()
    if (!first) return emptyRoot
    return larger.reduce((right, left) => hashNode(left, right), first)
  }

  /** The stored form: the hashes one after another, largest subtree first. */
  bytes(): Buffer {
    return Buffer.concat(this.#roots)
  }
}

/** How many powers of two a size is the sum of. */
export function subtreeCount(size: number): number {
  let count = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2
  return count
}

import { Edge, hashNode, subtreeCount } from './merkle.ts'

/** The leaves from `start` up to, not including, `end`. */
export interface Range {
  start: number
  end: number
}

/** The subtrees whose roots prove that leaf `position` stands in a tree of `size` leaves (RFC 6962 §2.1.1). */
export function inclusionRanges(position: number, size: number): Range[] {
  if (!(position >= 0 && position < size)) throw new RangeError(`No leaf ${position} in a tree of ${size}`)
  const path: Range[] = []
  let start = 0
  let end = size
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start)
    if (position < middle) {
      path.push({ start: middle, end })
      end = middle
    } else {
      path.push({ start, end: middle })
      start = middle
    }
  }
  return path.reverse()
}

/** The subtrees whose roots prove that the tree of `size` only added to that of `oldSize` (RFC 6962 §2.1.2). */
function consistencyRanges(oldSize: number, size: number): Range[] {
  if (!(oldSize >= 0 && oldSize <= size)) throw new RangeError(`A tree of ${size} has no earlier ${oldSize}`)
  if (oldSize === 0 || oldSize === size) return []
  const path: Range[] = []
  let start = 0
  let end = size
  while (oldSize !== end) {
    const middle = start + largestPowerBelow(end - start)
    if (oldSize <= middle) {
      path.push({ start: middle, end })
      end = middle
    } else {
      path.push({ start, end: middle })
      start = middle
    }
  }
  // The old tree's own root needs no sending where it is a subtree of the new one.
  if (start > 0) path.push({ start, end })
  return path.reverse()
}

/**
 * Finds the roots of chosen subtrees while the leaves pass by once, so that proofs in a long log need no more
 * memory than their own length. Ranges are those of `inclusionRanges` and `consistencyRanges` for `size`.
 */
export class RangeRoots {
  readonly #edge = Edge.empty()
  readonly #size: number
  readonly #wanted = new Map<string, Buffer | undefined>()

  constructor(size: number, ranges: Iterable<Range>) {
    this.#size = size
    for (const range of ranges) this.#wanted.set(nameOf(range.start, range.end), undefined)
  }

  append(leaf: Buffer): void {
    this.#edge.append(leaf, (start, width, hash) => {
      const name = nameOf(start, start + width)
      if (this.#wanted.has(name)) this.#wanted.set(name, hash)
    })
  }

  /** Whether as many leaves have passed as the tree has. */
  isWhole(): boolean {
    return this.#edge.size === this.#size
  }

  /** Once all leaves have passed. */
  root(): Buffer {
    if (!this.isWhole()) throw new Error(`The tree has ${this.#size} leaves; ${this.#edge.size} were given`)
    return this.#edge.root()
  }

  rootOf({ start, end }: Range): Buffer {
    const found = this.#wanted.get(nameOf(start, end))
    if (found) return found
    // An incomplete subtree always ends with the tree: it is the tail of the edge.
    if (end !== this.#size || this.#edge.size !== this.#size)
      throw new Error(`Range ${start}-${end} was not asked for`)
    return this.#edge.rootOfLast(subtreeCount(end - start))
  }
}

export function inclusionProof(leaves: readonly Buffer[], position: number): Buffer[] {
  return proofOf(leaves, inclusionRanges(position, leaves.length))
}

export function consistencyProof(leaves: readonly Buffer[], oldSize: number): Buffer[] {
  return proofOf(leaves, consistencyRanges(oldSize, leaves.length))
}

function proofOf(leaves: readonly Buffer[], ranges: Range[]): Buffer[] {
  const roots = new RangeRoots(leaves.length, ranges)
  for (const leaf of leaves) roots.append(leaf)
  return ranges.map((range) => roots.rootOf(range))
}

/** The root that `proof` leads to from this leaf; undefined where the proof's length cannot be right. */
export function rootFromInclusion(
  leaf: Buffer,
  position: number,
  size: number,
  proof: readonly Buffer[],
): Buffer | undefined {
  if (!(Number.isSafeInteger(position) && Number.isSafeInteger(size) && position >= 0 && position < size))
    return undefined
  const ranges = inclusionRanges(position, size)
  if (ranges.length !== proof.length) return undefined
  return ranges.reduce((root: Buffer, { start }, i) => {
    const sibling = proof[i] ?? root
    return start > position ? hashNode(root, sibling) : hashNode(sibling, root)
  }, leaf)
}

/** Whether `proof` shows that the tree with `root` holds the whole of that with `oldRoot`, in order. */
export function provesConsistency(
  old: { size: number; root: Buffer },
  later: { size: number; root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (!(Number.isSafeInteger(old.size) && Number.isSafeInteger(later.size))) return false
  if (old.size < 0 || old.size > later.size) return false
  if (old.size === later.size) return proof.length === 0 && old.root.equals(later.root)
  if (old.size === 0) return proof.length === 0 && old.root.equals(Edge.empty().root())
  const ranges = consistencyRanges(old.size, later.size)
  if (ranges.length !== proof.length) return false
  // The innermost node belongs to both trees: sent as the first hash, or the old root itself.
  const given = ranges[0]?.end === old.size
  let rest = given ? proof.slice(1) : [...proof]
  let oldRoot = given ? proof[0] : old.root
  let root = oldRoot
  if (!oldRoot || !root) return false
  const outer = given ? ranges.slice(1) : ranges
  for (const { start } of outer) {
    const [sibling, ...others] = rest
    if (!sibling) return false
    rest = others
    if (start >= old.size) root = hashNode(root, sibling)
    else {
      root = hashNode(sibling, root)
      oldRoot = hashNode(sibling, oldRoot)
    }
  }
  return oldRoot.equals(old.root) && root.equals(later.root)
}

function largestPowerBelow(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

const nameOf = (start: number, end: number) => `${start}-${end}`

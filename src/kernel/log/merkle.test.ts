import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Edge, hashLeaf, hashNode } from './merkle.ts'
import {
  consistencyProof,
  inclusionProof,
  inclusionRanges,
  provesConsistency,
  RangeRoots,
  rootFromInclusion,
} from './merkle-proof.ts'

/** The eight leaves that Certificate Transparency's implementations test with, and the roots they publish. */
const ctInputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const ctLeaves = ctInputs.map((hex) => hashLeaf(Buffer.from(hex, 'hex')))
const ctRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const node96 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const node5f = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const node6b = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
const nodeBc = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const nodeCa = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const nodeD3 = 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'
const node0e = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'

const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'))

describe("Certificate Transparency's vectors", () => {
  it('gives the published root for every size', () => {
    const edge = Edge.empty()
    const roots = [edge.root(), ...ctLeaves.map((leaf) => (edge.append(leaf), edge.root()))]
    expect(hex(roots)).toEqual(ctRoots)
  })
  it.each([
    [0, 1, []],
    [0, 8, [node96, node5f, node6b]],
    [5, 8, [nodeBc, nodeCa, nodeD3]],
    [2, 3, [ctRoots[2]]],
    [1, 5, [ctRoots[1], node5f, nodeBc]],
  ])('proves leaf %i in a tree of %i', (position, size, path) => {
    expect(hex(inclusionProof(ctLeaves.slice(0, size), position))).toEqual(path)
  })
  it.each([
    [1, 1, []],
    [1, 8, [node96, node5f, node6b]],
    [6, 8, [node0e, nodeCa, nodeD3]],
    [2, 5, [node5f, nodeBc]],
  ])('proves that the tree of %i became that of %i', (oldSize, size, path) => {
    expect(hex(consistencyProof(ctLeaves.slice(0, size), oldSize))).toEqual(path)
  })
})

/** RFC 6962 §2.1 word by word. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves
  if (!only) return Edge.empty().root()
  if (leaves.length === 1) return only
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return hashNode(treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)))
}

const someLeaves = (size: number) => Array.from({ length: size }, (_, i) => hashLeaf(`leaf ${i}`))

describe('trees of every size', () => {
  it('appends to the root of the definition, through the stored form', () => {
    let edge = Edge.empty()
    someLeaves(130).forEach((leaf, i, leaves) => {
      edge.append(leaf)
      edge = Edge.parse(i + 1, edge.bytes())
      expect(edge.root()).toEqual(treeHash(leaves.slice(0, i + 1)))
    })
  })
  it('proves every leaf of every tree up to 33, and nothing else', () => {
    for (let size = 1; size <= 33; size++) {
      const leaves = someLeaves(size)
      const root = treeHash(leaves)
      for (let at = 0; at < size; at++) {
        const leaf = leaves[at] ?? root
        const proof = inclusionProof(leaves, at)
        expect(rootFromInclusion(leaf, at, size, proof)).toEqual(root)
        if (size > 1) expect(rootFromInclusion(leaf, (at + 1) % size, size, proof)).not.toEqual(root)
        expect(rootFromInclusion(hashLeaf('other'), at, size, proof)).not.toEqual(root)
        expect(rootFromInclusion(leaf, at, size, [...proof, root])).toBeUndefined()
        expect(rootFromInclusion(leaf, size, size, proof)).toBeUndefined()
      }
    }
  })
  it('proves every growth up to 33, and no other', () => {
    for (let size = 1; size <= 33; size++) {
      const leaves = someLeaves(size)
      const later = { size, root: treeHash(leaves) }
      for (let oldSize = 0; oldSize <= size; oldSize++) {
        const old = { size: oldSize, root: treeHash(leaves.slice(0, oldSize)) }
        const proof = consistencyProof(leaves, oldSize)
        expect(provesConsistency(old, later, proof)).toBe(true)
        expect(provesConsistency({ ...old, root: hashLeaf('forged') }, later, proof)).toBe(false)
        // Every tree grew out of nothing.
        if (oldSize > 0)
          expect(provesConsistency(old, { ...later, root: hashLeaf('forged') }, proof)).toBe(false)
        expect(provesConsistency(old, later, [...proof, later.root])).toBe(false)
        for (let i = 0; i < proof.length; i++) {
          const bent = proof.map((hash, k) => (k === i ? hashLeaf('forged') : hash))
          expect(provesConsistency(old, later, bent)).toBe(false)
        }
      }
    }
  })
  it('collects many proofs in one pass over a long log', () => {
    const leaves = someLeaves(5000)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(fc.nat({ max: 4999 }), { minLength: 1, maxLength: 8 }),
        (size, wanted) => {
          const positions = wanted.map((at) => at % size)
          const paths = positions.map((at) => inclusionRanges(at, size))
          const roots = new RangeRoots(size, paths.flat())
          for (const leaf of leaves.slice(0, size)) roots.append(leaf)
          positions.forEach((at, i) => {
            const proof = (paths[i] ?? []).map((range) => roots.rootOf(range))
            expect(rootFromInclusion(leaves[at] ?? roots.root(), at, size, proof)).toEqual(roots.root())
          })
        },
      ),
      { numRuns: 20 },
    )
  })
})

describe('Edge.parse', () => {
  it('refuses bytes that no tree of that size has', () => {
    expect(() => Edge.parse(3, Buffer.alloc(32))).toThrow(RangeError)
    expect(() => Edge.parse(4, Buffer.alloc(33))).toThrow(RangeError)
    expect(() => Edge.parse(-1, Buffer.alloc(0))).toThrow(RangeError)
  })
})

import { Chance } from './chance-samples.ts'
import { type Maker, packages, type Rows } from './malformed-package-samples.ts'
import { tables } from './malformed-table-samples.ts'

const makers: readonly [string, Maker][] = Object.entries({ ...packages, ...tables })

const someRows: Rows = [
  ['户主', '身份证号', '用电户号'],
  ['张三', '11010519491231002X', '0600000000001'],
  ['李四', '11010519491231002X', '0600000000002'],
]

/** As many as there are kinds: the first of each kind, in full size, have the lowest seeds. */
export const malformedKinds = makers.length

/**
 * A file that ought to be a table of the given rows and is not, or only just: the same bytes for the same seed. Kinds
 * take turns, so that any run of seeds holds all of them.
 */
export async function aMalformedFile(
  seed: number,
  rows: Rows = someRows,
): Promise<{ kind: string; bytes: Buffer }> {
  const [kind, make] = makers[seed % makers.length] ?? []
  if (!kind || !make) throw new RangeError(`No file ${seed}`)
  return { kind, bytes: await make(new Chance(seed), rows, seed < makers.length) }
}

import { measureNames } from '../tests/support/names/measure-names.ts'
import { compareNames } from '../src/kernel/standards/name-agreement.ts'
import { inventPairs } from '../tests/support/names/name-pairs.ts'
import type { Bench } from './bench.ts'
import type { Sample } from './measure.ts'

const perKind = 4000
const seeds = [11, 23, 47]
const most = { falseMismatch: 0.003, wronglyPassed: 0.0005 }

/** How often one person is told "mismatch" and two persons pass, on names invented anew; and what a comparison costs. */
export const namesBench: Bench = {
  name: 'names',
  run({ repetitions, say }) {
    const measured = seeds.map((seed) => {
      say(`names ${seed}`)
      return measureNames(seed, perKind)
    })
    const sum = (key: keyof (typeof measured)[number]) => measured.reduce((all, one) => all + one[key], 0)
    const told = (what: string, wrong: number, of: number, limit: number) => ({
      what,
      ours: [],
      note: `${wrong} of ${of}`,
      aim: {
        said: `${(100 * wrong) / of < 0.005 ? '0.00' : ((100 * wrong) / of).toFixed(2)} % ≤ ${100 * limit} %`,
        isMet: wrong / of <= limit,
      },
    })
    const pairs = inventPairs(5, 200)
    const samples: Sample[] = Array.from({ length: repetitions }, () => {
      const [began, cpu] = [performance.now(), process.cpuUsage()]
      for (const { a, b } of pairs) compareNames(a, b)
      const { user, system } = process.cpuUsage(cpu)
      return { wallMs: performance.now() - began, cpuMs: (user + system) / 1000 }
    })
    return Promise.resolve([
      told('one person told "mismatch"', sum('falseMismatch'), sum('samePerson'), most.falseMismatch),
      told('two persons passed', sum('wronglyPassed'), sum('otherPerson'), most.wronglyPassed),
      { what: 'two persons to be looked at', ours: [], note: `${sum('looked')} of ${sum('otherPerson')}` },
      { what: `${pairs.length} pairs of names compared`, ours: samples },
    ])
  },
}

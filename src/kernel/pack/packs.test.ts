import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../log/canonical.ts'
import { factsSaid, failedCases } from './cases.ts'
import { answerOfMasks, columnsOf, compileRules } from './columns.ts'
import { packFileNames } from './content.ts'
import { decide, type Decision, replay } from './decide.ts'
import { loadPack, readPackFolder } from './load.ts'
import { mutantsOf } from './mutants.ts'

/** What holds for every pack we ship. */
const folder = path.resolve(import.meta.dirname, '../../../packs')
const names = readdirSync(folder).filter((name) => name !== 'schema')
const packs = await Promise.all(
  names.map(async (name) => ({ name, pack: await loadPack(path.join(folder, name)) })),
)

test('there is a pack', () => expect(names).not.toEqual([]))

describe.each(packs)('$name', ({ name, pack }) => {
  test('is called as its folder', () => expect(pack.id).toBe(name))

  test.each(pack.cases.map((tried, index) => ({ tried, index, title: tried.title.en })))(
    '$index $title',
    ({ tried, index }) => {
      const [failed] = failedCases({ ...pack, cases: [tried] })
      expect(failed, `case ${index}`).toBeUndefined()
    },
  )

  test.each(pack.rules.map((rule) => ({ rule, id: rule.id })))(
    'the cases of $id notice every mistake in it',
    ({ rule }) => {
      const own = pack.cases.filter((tried) => tried.rule === rule.id)
      const mutants = mutantsOf(pack, rule)
      expect(mutants.length).toBeGreaterThan(0)
      const survivors = mutants.filter((mutant) => failedCases({ ...mutant.pack, cases: own }).length === 0)
      expect(survivors.map(({ what }) => what)).toEqual([])
    },
  )

  test('its cases, as columns, answer as they do one by one, and replay to the bit', () => {
    for (const { id: group } of pack.groups) {
      const homes = pack.cases.map(({ facts }) => factsSaid(facts))
      const columns = columnsOf(pack, group, homes, pack.validFrom)
      const { failed, unknown } = compileRules(pack, group, pack.validFrom).evaluateColumns(
        columns,
        homes.length,
      )
      homes.forEach((facts, i) => {
        const decision = decide(pack, group, facts, pack.validFrom)
        expect(answerOfMasks(failed[i] ?? 0, unknown[i] ?? 0)).toBe(decision.answer)
        const stored = canonicalJson(decision)
        expect(canonicalJson(replay(JSON.parse(stored) as Decision, pack))).toBe(stored)
      })
    }
  })

  test('an editor finds the schema of each file in its first line', async () => {
    const files = await readPackFolder(path.join(folder, name))
    for (const file of packFileNames)
      expect(files[file]?.split('\n')[0]).toBe(
        `# yaml-language-server: $schema=../schema/${file.replace('.yaml', '.json')}`,
      )
  })
})

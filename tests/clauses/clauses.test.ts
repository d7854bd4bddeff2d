import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { programFolder } from '../../src/kernel/database/program-folder.ts'
import { loadPack } from '../../src/kernel/pack/load.ts'
import type { Pack } from '../../src/kernel/pack/pack.ts'
import { roles } from '../../src/modules/organisations/roles.ts'
import { modules } from '../../src/server/modules.ts'
import { programRole } from '../../src/server/program-actor.ts'
import { notYet } from './not-yet.ts'

const root = programFolder()
let pack: Pack
beforeAll(async () => {
  pack = await loadPack(path.join(root, 'packs', 'laizhou-2023'))
})

function textsBelow(folder: string, fits: (name: string) => boolean): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const inside = path.join(folder, name)
    if (statSync(path.join(root, inside)).isDirectory()) return textsBelow(inside, fits)
    return fits(name) ? [readFileSync(path.join(root, inside), 'utf8')] : []
  })
}

const cites = (texts: readonly string[], clause: string) =>
  texts.some((text) => new RegExp(`${clause.replace('.', '\\.')}(?![\\d.a-z])`).test(text))

describe('acts', () => {
  const acts = modules.flatMap((module) => [...module.acts])

  it('each have a permission that somebody holds', () => {
    const held = new Set<string>([
      ...Object.values(roles).flatMap((role) => role.permissions as readonly string[]),
      ...programRole.permissions,
    ])
    expect(acts.filter((act) => !held.has(act.permission)).map((act) => act.kind)).toEqual([])
  })

  it('each cite clauses that the pack knows', () => {
    const strange = acts.flatMap((act) =>
      (act.clauses as readonly string[])
        .filter((clause) => !(clause in pack.clauses))
        .map((clause) => `${act.kind} cites ${clause}`),
    )
    expect(strange).toEqual([])
    expect(acts.filter((act) => act.clauses.length === 0).map((act) => act.kind)).toEqual([])
  })

  it('and no role holds a permission that nothing asks for', () => {
    const asked = new Set<string>([
      ...acts.map((act) => act.permission),
      ...modules.flatMap((module) => [...module.queries, ...module.downloads].map((read) => read.permission)),
      // Asked within reads that show a part to some only: scores of a season's readings.
      'suspicion.read',
    ])
    const idle = Object.entries(roles).flatMap(([role, { permissions }]) =>
      (permissions as readonly string[]).filter((one) => !asked.has(one)).map((one) => `${role}: ${one}`),
    )
    expect(idle).toEqual([])
  })
})

describe('clauses', () => {
  it('are cited by code and by a test or the pack’s cases, or listed with the reason why not', () => {
    const code = [...textsBelow('src', (name) => /\.tsx?$/.test(name) && !name.includes('.test.'))]
    const policy = textsBelow('packs/laizhou-2023', (name) =>
      /^(rules|milestones|targets|parameters|checklists)\.yaml$/.test(name),
    )
    const tests = [
      ...textsBelow('src', (name) => /\.test\.tsx?$/.test(name)),
      ...textsBelow('tests', (name) => name.endsWith('.ts') && name !== 'not-yet.ts'),
      ...textsBelow('packs/laizhou-2023', (name) => ['cases.yaml', 'rules.yaml'].includes(name)),
    ]
    // Every act is tried by tests/permissions, and with it the clauses it cites.
    const tried = new Set(
      modules.flatMap((module) => [...module.acts].flatMap((act) => [...act.clauses] as string[])),
    )
    const faults: string[] = []
    for (const clause of Object.keys(pack.clauses)) {
      const inCode = cites([...code, ...policy], clause)
      const inTests = tried.has(clause) || cites(tests, clause)
      const reason = notYet[clause]
      if (reason === undefined && !inCode) faults.push(`${clause} is cited by no code and not listed`)
      else if (reason === undefined && !inTests) faults.push(`${clause} is cited by no test and not listed`)
      else if (reason !== undefined && inCode && inTests)
        faults.push(`${clause} is listed as not yet, but it is there`)
    }
    expect(faults).toEqual([])
  })
})

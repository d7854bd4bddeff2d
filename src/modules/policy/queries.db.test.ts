import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCounty, type TestCounty } from '../../../tests/support/county.ts'
import { programmeId } from './public.ts'

let county: TestCounty
beforeAll(async () => {
  county = await aCounty()
})
afterAll(() => county.close())

interface Rules {
  groups: { id: string; rules: { id: string; lines: unknown[]; cases: number; failed: number }[] }[]
}
interface Cases {
  rows: { rule: string | null; expect: string; answer: string | null; asExpected: boolean }[]
  total: number
  failed: number
}

describe('the policy in force', () => {
  it('names the pack, its programme and everything the plan leaves open', async () => {
    const page = await county.ask<{
      id: string
      programme: { id: string; year: number }
      assumed: { kind: string; id: string }[]
      adopted: { inForce: boolean }[]
    }>(county.actors.cadre, 'policy.pack')
    expect(page).toMatchObject({ id: 'laizhou-2023', programme: { id: programmeId(1), year: 2023 } })
    expect(page.adopted).toMatchObject([{ inForce: true }])
    const pack = await county.program.packs.inForce(1)
    const open = Object.entries(pack.parameters).filter(([, { status }]) => status === 'assumed')
    expect(page.assumed.filter(({ kind }) => kind === 'parameter').map(({ id }) => id)).toEqual(
      open.map(([name]) => name),
    )
    expect(page.assumed).toContainEqual(expect.objectContaining({ kind: 'season', id: 'end' }))
    expect(page.assumed).not.toContainEqual(expect.objectContaining({ kind: 'season', id: 'start' }))
  })

  it('tells a clause in our own words and what rests on it', async () => {
    const clause = await county.ask<{ note: { zh: string }; citedBy: { kind: string; id: string }[] }>(
      county.actors.contractor,
      'policy.clause',
      { id: '§3.3.2a' },
    )
    expect(clause.note.zh).not.toBe('')
    expect(clause.citedBy).toContainEqual(
      expect.objectContaining({ kind: 'rule', id: 'commitment-signed', label: expect.anything() as unknown }),
    )
    const { program, actors } = county
    expect(await program.ask(actors.contractor, 'policy.clause', { id: '§9.9' })).toEqual({
      status: 'not-found',
    })
  })

  it('lists every clause with something that cites it, by a name people can read', async () => {
    const { rows } = await county.ask<{
      rows: { id: string; citedBy: { kind: string; label: unknown }[] }[]
    }>(county.actors.auditor, 'policy.clauses')
    const pack = await county.program.packs.inForce(1)
    expect(rows.map(({ id }) => id).sort()).toEqual(Object.keys(pack.clauses).sort())
    const unnamed = rows.flatMap(({ citedBy }) =>
      citedBy.filter((each) => each.kind !== 'season' && !each.label),
    )
    expect(unnamed).toEqual([])
  })

  it('shows the value of today, the dates before it, and whether the plan says so', async () => {
    const { rows } = await county.ask<{ rows: { name: string; status: string; inForce: unknown }[] }>(
      county.actors.townOfficer,
      'policy.parameters',
    )
    expect(rows.find(({ name }) => name === 'statement.deadlineDays')).toMatchObject({
      status: 'plan',
      inForce: 15,
    })
    expect(rows.find(({ name }) => name === 'operating.rateFenPerKwh')).toMatchObject({ status: 'assumed' })
    expect(rows.filter(({ inForce }) => inForce === null)).toEqual([])
  })

  it('writes out every rule and runs every case', async () => {
    const { groups } = await county.ask<Rules>(county.actors.auditor, 'policy.rules')
    const rules = groups.flatMap((group) => group.rules)
    const pack = await county.program.packs.inForce(1)
    expect(new Set(rules.map(({ id }) => id))).toEqual(new Set(pack.rules.map(({ id }) => id)))
    expect(rules.filter(({ lines, cases }) => lines.length === 0 || cases < 3)).toEqual([])

    const all = await county.ask<Cases>(county.actors.auditor, 'policy.cases')
    expect(all).toMatchObject({ total: pack.cases.length, failed: 0 })
    expect(all.rows.every(({ expect: wanted, answer }) => wanted === answer)).toBe(true)
    const some = await county.ask<Cases>(county.actors.auditor, 'policy.cases', { rule: 'commitment-signed' })
    expect(new Set(some.rows.map(({ rule }) => rule))).toEqual(new Set(['commitment-signed']))
    expect(new Set(some.rows.map(({ answer }) => answer))).toEqual(new Set(['yes', 'no', 'unknown']))
  })

  it('gives milestones their days in order, also the one counted from the season', async () => {
    const { rows } = await county.ask<{ rows: { id: string; day: string; daysLeft: number }[] }>(
      county.actors.cadre,
      'policy.milestones',
    )
    expect(rows.map(({ day }) => day)).toEqual(rows.map(({ day }) => day).toSorted())
    expect(rows.find(({ id }) => id === 'heating-installed')).toMatchObject({
      day: '2023-08-31',
      daysLeft: 16,
    })
    expect(rows.find(({ id }) => id === 'electricity-counted')).toMatchObject({ day: '2024-04-15' })
  })

  it('has words for every fact and parameter a rule names', async () => {
    const terms = await county.ask<{ facts: object; parameters: object; rules: { id: string }[] }>(
      county.actors.supervisor,
      'policy.terms',
    )
    const { groups } = await county.ask<{
      groups: { rules: { lines: { fact?: string; parameter?: string }[] }[] }[]
    }>(county.actors.supervisor, 'policy.rules')
    const lines = groups.flatMap((group) => group.rules.flatMap((rule) => rule.lines))
    expect(lines.flatMap(({ fact }) => (fact && !(fact in terms.facts) ? [fact] : []))).toEqual([])
    expect(
      lines.flatMap(({ parameter: name }) => (name && !(name in terms.parameters) ? [name] : [])),
    ).toEqual([])
  })

  it('is not for a household', async () => {
    const { program } = county
    expect(await program.ask(county.household(programmeId(1)), 'policy.pack', {})).toEqual({
      status: 'not-permitted',
    })
  })
})

import path from 'node:path'
import { expect, test } from 'vitest'
import { factsSaid } from './cases.ts'
import { decide } from './decide.ts'
import { clausesCited, milestoneDay, rulesOfGroup } from './pack.ts'
import { loadPack } from './load.ts'

/** What Laizhou's document fixes, so that an edit of the pack cannot quietly lose it. */
const pack = await loadPack(path.resolve(import.meta.dirname, '../../../packs/laizhou-2023'))

test('the targets of §1.1 and §1.2', () => {
  expect(pack.lines.map(({ id, unit, total }) => [id, unit, total])).toEqual([
    ['heating', 'home', 21_905],
    ['building-urban', 'm2', 22_100],
    ['building-rural', 'dwelling', 1_780],
  ])
  const heating = pack.targets.filter(({ line }) => line === 'heating')
  expect(heating.map(({ areaType, count }) => [areaType, count])).toEqual([
    ['urban', 1_821],
    ['rural', 20_084],
  ])
})

test('the dates of §3.2.0, §3.3.1 and §4.3', () => {
  const days = Object.fromEntries(
    pack.milestones.map((milestone) => [milestone.id, milestoneDay(pack, milestone)]),
  )
  expect(days).toEqual({
    'tenders-done': '2023-04-30',
    'heating-installed': '2023-08-31',
    'heating-accepted': '2023-09-30',
    'heat-on': '2023-11-15',
    'electricity-counted': '2024-04-15',
    'building-urban-done': '2023-08-31',
    'building-urban-accepted': '2023-10-31',
    'building-rural-done': '2023-08-31',
    'building-rural-accepted': '2023-10-31',
  })
})

test('seven screening rules of §4.1b, and what blocks payment by §3.3.2a–c and §3.3.4', () => {
  const screening = rulesOfGroup(pack, 'eligibility.heating').filter(({ clauses }) =>
    clauses.includes('§4.1b'),
  )
  expect(screening).toHaveLength(7)
  for (const group of ['payment.equipment', 'payment.operating']) {
    const clauses = rulesOfGroup(pack, group).flatMap((rule) => rule.clauses)
    expect(clauses).toEqual(expect.arrayContaining(['§3.3.2a', '§3.3.2b', '§3.3.2c', '§3.3.4']))
  }
  // Nothing heats in a measured part: what was measured stands in its place. Who is helped with a heating is asked again
  // before it is paid, and has paid its own part.
  const ofHeating = [...rulesOfGroup(pack, 'eligibility.heating').map(({ id }) => id), 'contribution-paid']
  const ids = (group: string) => rulesOfGroup(pack, group).map(({ id }) => id)
  expect(ids('payment.building').toSorted()).toEqual(
    ids('payment.equipment')
      .filter((id) => !ofHeating.includes(id))
      .map((id) => (id === 'terminal-equipment-present' ? 'area-accepted' : id))
      .toSorted(),
  )
})

test('what would change the answer to any of its cases does, and names nothing that is so already', () => {
  let told = 0
  for (const { rule, group, facts, day = pack.validFrom } of pack.cases) {
    const groups = group ? [group] : (pack.rules.find(({ id }) => id === rule)?.groups ?? [])
    for (const asked of groups) {
      const decision = decide(pack, asked, factsSaid(facts), day)
      for (const { changes, answer } of decision.wouldChange) {
        told++
        const otherwise = Object.fromEntries(
          changes.map(({ fact, to }) => [fact, { known: true, value: to } as const]),
        )
        expect(decide(pack, asked, { ...decision.facts, ...otherwise }, day).answer).toBe(answer)
        expect(decision.answer === 'yes' ? answer !== 'yes' : answer === 'yes').toBe(true)
        for (const { fact, from, to } of changes) {
          const known = decision.facts[fact]
          expect(known?.known ? known.value : null).toBe(from)
          expect(to).not.toBe(from)
        }
      }
      // The real rules contradict nowhere: from every answer there is a way to a yes.
      expect(decision.wouldChange).not.toEqual([])
    }
  }
  expect(told).toBeGreaterThan(100)
})

test('no amount of money is passed off as the plan’s', () => {
  const money = Object.entries(pack.parameters).filter(
    ([name, { unit }]) => unit.startsWith('fen') || name.startsWith('equipment.'),
  )
  expect(money.length).toBeGreaterThanOrEqual(4)
  expect(money.filter(([, { status }]) => status !== 'assumed')).toEqual([])
  expect(pack.season.end.status).toBe('assumed')
})

test('what the register decides by this pack cites its clauses', () => {
  const cited = clausesCited(pack)
  const used = [
    '§1.1',
    '§1.2',
    '§2.3',
    '§3.1.3b',
    '§3.1.3d',
    '§3.2.0',
    '§3.3.1',
    '§3.3.3',
    '§4.1a',
    '§4.1b',
    '§4.2',
    '§4.3',
    '§4.4',
    '§A.2',
  ]
  expect(used.filter((clause) => (cited[clause] ?? []).length === 0)).toEqual([])
  expect(Object.keys(pack.clauses)).toHaveLength(60)
})

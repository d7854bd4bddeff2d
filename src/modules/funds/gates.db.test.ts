import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCounty, type TestCounty } from '../../../tests/support/county.ts'
import { aMoneyRoad, type MoneyRoad } from '../../../tests/support/money-road.ts'
import { newId } from '../../kernel/identity/id.ts'

let county: TestCounty
let road: MoneyRoad
let people: TestCounty['actors']
beforeAll(async () => {
  county = await aCounty()
  road = await aMoneyRoad(county)
  people = county.actors
})
afterAll(() => county.close())

/** Which rules keep each home of the lot out of a claim. */
async function leftOut(): Promise<Map<string, string[]>> {
  const { rows } = await county.ask<{ rows: { home: string; failedRules: { rule: string }[] }[] }>(
    people.contractor,
    'claim.preview',
    { lot: road.lot, which: 'left-out' },
  )
  return new Map(rows.map(({ home, failedRules }) => [home, failedRules.map(({ rule }) => rule)]))
}
const telephoneOf = (homes: readonly string[], telephone: string) =>
  road.write((tx) =>
    sql`update home set telephone_index = decode(md5(${telephone}), 'hex')
         where county = 1 and id = any(${[...homes]}::uuid[])`.execute(tx),
  )
const told = (home: string) =>
  county.ask<{ openExceptions: { fact: string }[]; exceptions: { state: string }[] }>(
    people.townOfficer,
    'home.page',
    { home },
  )

it('asks where one telephone stands for more homes than the pack allows, and is let through by approval alone', async () => {
  const homes = await road.accepted(3)
  const [one = '', two = '', three = ''] = homes
  await telephoneOf([one, two], 'child')
  expect((await leftOut()).size).toBe(0)
  await telephoneOf([three], 'child')
  for (const home of homes) expect((await leftOut()).get(home)).toEqual(['telephone-not-shared'])
  expect((await told(one)).openExceptions.map(({ fact }) => fact)).toEqual(['exception.sharedTelephone'])

  const paper = [await county.evidence('document')]
  const request = newId()
  const asking = { home: one, request, reason: '老人由女儿代接电话，已逐户上门' }
  const ask = (fact: string) =>
    [people.townOfficer, 'home.ask-exception', { ...asking, fact }, paper] as const
  expect(await county.refused(...ask('exception.severalHomes'))).toEqual(['exception.unknown'])
  await county.done(...ask('exception.sharedTelephone'))
  expect((await leftOut()).get(one)).toEqual(['telephone-not-shared'])
  const granting = { home: one, request, reason: '情况属实，同意发放' }
  const self = { ...people.bureauDirector, id: people.townOfficer.id }
  expect(await county.refused(self, 'home.grant-exception', granting, paper)).toEqual([
    'exception.same-person',
  ])
  await county.done(people.bureauDirector, 'home.grant-exception', granting, paper)
  expect((await leftOut()).has(one)).toBe(false)
  const claim = await road.submit([one])

  // What payment alone knows is revoked after confirmation too, and stops the claim on its way.
  await county.done(people.bureauDirector, 'home.revoke-exception', { ...granting, reason: '查明是代领' })
  expect(await county.refused(people.bureauOfficer, 'claim.review', { claim })).toEqual([
    'claim.homes-no-longer-payable',
  ])
  await county.done(people.bureauOfficer, 'claim.return', { claim, reason: '电话待核' })
  await telephoneOf([two], 'own')
  expect((await leftOut()).size).toBe(0)
})

it('blocks on what comes to light of the family after it was confirmed', async () => {
  const [dead = '', twice = ''] = await road.accepted(2)
  const learn = (home: string, facts: object) =>
    road.write((tx) =>
      sql`update screening set facts = facts || ${JSON.stringify(facts)}::jsonb where county = 1 and home = ${home}`.execute(
        tx,
      ),
    )
  await learn(dead, { 'household.householderAlive': false })
  await learn(twice, { 'duplicate.account': true, 'duplicate.person': { conflicting: true } })
  const out = await leftOut()
  expect(out.get(dead)).toEqual(['resident-household'])
  expect(out.get(twice)).toEqual(['one-application-per-person', 'one-home-per-account'])
  expect(
    await county.refused(people.contractor, 'claim.submit', { id: newId(), lot: road.lot, homes: [dead] }),
  ).toContain('claim.home-not-payable')
})

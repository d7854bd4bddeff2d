import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../src/kernel/identity/authority.ts'
import { newId } from '../../src/kernel/identity/id.ts'
import { getChecklist } from '../../src/kernel/pack/checklist.ts'
import { aSignOff, aVisit } from '../../src/modules/acceptance/samples.ts'
import { paperDigest } from '../../src/modules/households/rules/paper-text.ts'
import { commitmentBefore } from '../../src/modules/households/rules/papers-before.ts'
import { anInstallation } from '../../src/modules/works/samples.ts'
import { aBuildRoad, type BuildRoad } from '../support/build-road.ts'
import { confirmedHomes } from '../support/confirmed-homes.ts'
import { aCounty, area, county, type TestCounty } from '../support/county.ts'
import { asks, rounds, shuffled, tally, type TwoPrograms, twoPrograms } from './two-programs.ts'
import { crowdOf, homeNow } from './village-list.ts'

let test: TestCounty
let both: TwoPrograms
let road: BuildRoad
/** An item of the visit's checklist without which no home is accepted. */
let blocking: string
beforeAll(async () => {
  test = await aCounty()
  both = await twoPrograms(test)
  road = await aBuildRoad(test)
  const pack = await test.program.packs.inForce(county)
  blocking = getChecklist(pack, 'in-home').items.find((item) => item.blocks)?.id ?? ''
})
afterAll(async () => {
  await both.close()
  await test.close()
})

const sound = () => both.expectSound({ homesWithoutActs: true })
const stages = (homes: readonly string[]) =>
  Promise.all(homes.map(async (home) => (await homeNow(test, home))?.stage))

it('a machine named for eight homes at once hangs in one of them', async () => {
  const homes = await road.assigned(8)
  const shared = road.device()
  const outcomes = await both.atOnce(
    homes.map((home, i) => {
      const own = road.device()
      return asks(
        test.colleague(test.actors.contractor),
        'home.install',
        anInstallation({ home, devices: i % 2 ? [shared, own] : [own, shared] }),
        road.photos,
      )
    }),
  )
  expect(tally(outcomes)).toEqual({ done: 1, 'device.serial-used': 7 })
  expect((await stages(homes)).filter((stage) => stage === 'installed')).toHaveLength(1)
  await sound()
})

it('batches that name the same machines in opposite order both finish', async () => {
  const homes = await road.assigned(12)
  const machines = homes.map(() => road.device())
  const batch = (of: readonly string[], devices: typeof machines) =>
    of.map(
      (home, i) =>
        asks(
          test.actors.contractor,
          'home.install',
          anInstallation({ home, devices: [devices[i] ?? road.device()] }),
          road.photos,
        ).request,
    )
  await test.bring(test.actors.contractor, road.photos)
  const [first, second] = both.programs
  const answers = await Promise.all([
    first.door.performBatch(test.actors.contractor, batch(homes.slice(0, 6), machines)),
    second.door.performBatch(
      test.actors.contractor,
      batch(homes.slice(6), machines.slice(0, 6).toReversed()),
    ),
  ])
  expect(tally(answers.flat())).toEqual({ done: 6, 'device.serial-used': 6 })
  await sound()
})

async function aDeparture(home: string): Promise<string> {
  const letter = await test.evidence('document')
  const id = newId()
  await test.done(
    test.actors.townOfficer,
    'change.ask',
    {
      id,
      home,
      kind: 'withdraw',
      happenedOn: '2023-08-15',
      reason: '不要了',
      papers: [{ paper: 'letter', digest: letter.digest }],
    },
    [letter],
  )
  return id
}

it.each(rounds)(
  'a home that leaves while it is handed over or installed is one or the other (%i)',
  async (round) => {
    const [installed = ''] = await road.assigned(1)
    const [waiting = '', staying = ''] = await confirmedHomes(test, { village: area.village, count: 2 })
    const leaving = await aDeparture(installed)
    const gone = await aDeparture(waiting)
    const bureau = test.actors.bureauOfficer
    const order = shuffled(
      [
        asks(
          test.actors.contractor,
          'home.install',
          anInstallation({ home: installed, devices: [road.device()] }),
          road.photos,
        ),
        asks(bureau, 'change.approve', { change: leaving }),
        asks(test.actors.bureauOfficer, 'village.assign', { village: road.village }),
        asks(test.colleague(test.actors.bureauOfficer), 'village.assign', { village: road.village }),
        asks(bureau, 'change.approve', { change: gone }),
      ],
      round,
    )
    const outcomes = await both.atOnce(order)
    const answers = tally(outcomes)
    const home = await homeNow(test, installed)
    // Machines fitted a moment before are to be taken back; none are fitted after.
    expect(home).toMatchObject({ ended: 'withdrawn' })
    const { rows: returns } = await sql<{ returns: number }>`
      select count(*) as returns from device_return where county = ${county} and home = ${installed}`.execute(
      test.program.database.owner,
    )
    expect(returns[0]?.returns).toBe(home?.stage === 'installed' ? 1 : 0)
    expect(answers).toMatchObject({
      done: home?.stage === 'installed' ? 4 : 3,
      'village.none-to-assign': 1,
    })
    expect(await homeNow(test, waiting)).toMatchObject({ ended: 'withdrawn' })
    expect(await homeNow(test, staying)).toMatchObject({ stage: 'assigned' })
    await sound()
  },
)

it.each(rounds)(
  'sign-offs at once accept a home once, or a visit that fails comes first (%i)',
  async (round) => {
    const [home = ''] = await road.assigned(1)
    await road.install(home)
    await road.selfCheck(home)
    const visiting = (actor: Actor, failed?: string[]) =>
      asks(
        actor,
        'home.inspect',
        aVisit({ home, items: road.filled('in-home', failed), serials: road.machines.get(home) ?? [] }),
        road.photos,
      )
    const visits = await both.atOnce(crowdOf(test, test.actors.supervisor, 4).map((actor) => visiting(actor)))
    // Each visit stays, numbered; the sign-offs rest on the last.
    expect(tally(visits)).toEqual({ done: 4 })

    const signing = (level: 'village' | 'town') =>
      crowdOf(test, level === 'village' ? test.actors.cadre : test.actors.townReviewer, 3).map((actor) =>
        asks(actor, `home.sign-off-${level}`, aSignOff({ home, items: road.filled('sign-off') })),
      )
    const failing = visiting(test.actors.supervisor, [blocking])
    const order = shuffled([...signing('village'), ...signing('town'), failing], round)
    const outcomes = await both.atOnce(order)
    const hasFailed = outcomes[order.indexOf(failing)]?.status === 'done'
    expect((await homeNow(test, home))?.stage).toBe(hasFailed ? 'installed' : 'accepted')
    const signed = outcomes.filter(({ status }, i) => status === 'done' && order[i] !== failing)
    if (hasFailed) expect(signed.length).toBeLessThan(2)
    else expect(signed).toHaveLength(2)
    await sound()
  },
)

it.each(rounds)(
  'machines corrected while the home is inspected are the ones that were seen (%i)',
  async (round) => {
    const [home = ''] = await road.assigned(1)
    await road.install(home)
    await road.selfCheck(home)
    const [old = ''] = road.machines.get(home) ?? []
    const order = shuffled(
      [
        asks(
          test.actors.supervisor,
          'home.inspect',
          aVisit({ home, items: road.filled('in-home'), serials: [old] }),
          road.photos,
        ),
        asks(
          test.actors.contractor,
          'home.correct-devices',
          { home, devices: [road.device()], reason: '抄错了' },
          road.photos,
        ),
      ],
      round,
    )
    await both.atOnce(order)
    const { rows } = await test.program.database.pool.query<{ serial: string }>(
      'select serial from device where county = $1 and home = $2 and removed_on is null',
      [county, home],
    )
    const stage = (await homeNow(test, home))?.stage
    expect([stage, rows.length === 1 && rows[0]?.serial === old]).toEqual(
      stage === 'inspected' ? ['inspected', true] : ['installed', false],
    )
    await sound()
  },
)

const commitmentDigest = paperDigest(commitmentBefore)

it('a commitment signed on the telephone and recorded on paper at once is there once', async () => {
  const [home = ''] = await confirmedHomes(test, { village: area.village, count: 1 })
  const outcomes = await both.atOnce([
    asks(test.household(home), 'paper.sign', { home, paper: 'commitment', text: commitmentDigest }, [
      await test.evidence('signature'),
    ]),
    asks(
      test.actors.cadre,
      'paper.record',
      { home, paper: 'commitment', signedOn: '2023-08-10', witness: '见证人' },
      [await test.evidence('photo')],
    ),
    asks(test.household(home), 'paper.sign', { home, paper: 'commitment', text: commitmentDigest }, [
      await test.evidence('signature'),
    ]),
  ])
  expect(tally(outcomes)).toEqual({ done: 1, 'paper.signed-already': 2 })
  await sound()
})

it('a person is opened once under a name, whoever asks', async () => {
  const opening = () =>
    asks(test.actors.administrator, 'account.open', {
      id: newId(),
      signIn: 'wanted-name',
      name: '某人',
      password: 'a long pass phrase',
      roles: [{ role: 'auditor', area: area.county }],
    })
  const outcomes = await both.atOnce(Array.from({ length: 5 }, opening))
  expect(tally(outcomes)).toEqual({ done: 1, 'account.sign-in-taken': 4 })
  await sound()
})

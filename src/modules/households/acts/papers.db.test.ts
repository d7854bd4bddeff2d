import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../../tests/support/build-road.ts'
import { aCounty, area, type TestCounty } from '../../../../tests/support/county.ts'
import { aWorker } from '../../workers/samples.ts'
import { paperDigest, papersOf } from '../rules/paper-text.ts'

let c: TestCounty
let road: BuildRoad
let texts: Map<string, string>
beforeAll(async () => {
  c = await aCounty()
  road = await aBuildRoad(c)
  const pack = await c.program.packs.inForce(1)
  // The firm's people are known by their accounts.
  const { id, name } = c.actors.contractor
  await c.program.database.pool.query(
    `insert into account (county, id, sign_in, name, organisation, password_hash, act)
     values (1, $1, 'firm-person', $2, $3, '-', $1)`,
    [id, name, c.organisations.contractor],
  )
  texts = new Map(papersOf(pack).map((paper) => [paper.id, paperDigest(paper)]))
})
afterAll(() => c.close())

const shown = (home: string, paper: string, more: object = {}) => ({
  ...{ home, paper, text: texts.get(paper), readOut: true },
  ...(paper === 'contract' && { contractor: c.organisations.contractor }),
  ...more,
})
const signature = async () => [await c.evidence('signature')]
interface Seen {
  papers: { id: string; mayTake: boolean; signed: Record<string, unknown> | null }[]
}
const seen = async (home: string, actor = c.actors.townOfficer) =>
  (await c.ask<Seen>(actor, 'home.notices', { home })).papers

describe('a paper signed at the door (§3.3.2a, §3.3.3)', () => {
  it('is there once, with who had it signed', async () => {
    const [home = ''] = await road.assigned(1)
    const { contractor, cadre } = c.actors
    const [pen] = await signature()
    const digest = pen?.digest
    await c.done(contractor, 'paper.take', shown(home, 'contract'), pen ? [pen] : [])
    expect((await seen(home)).find(({ id }) => id === 'contract')?.signed).toMatchObject({
      ...{ how: 'finger', signature: digest, witness: null, witnessSignature: null, isTextInForce: true },
      ...{ takenBy: contractor.name },
    })
    const again = [await c.evidence('signature')]
    expect(await c.refused(cadre, 'paper.take', shown(home, 'contract'), again)).toEqual([
      'paper.signed-already',
    ])
    expect(await c.refused(contractor, 'paper.take', shown(home, 'commitment'), again)).toEqual([
      'paper.not-yours',
    ])
    expect((await seen(home, cadre)).map(({ id, mayTake }) => [id, mayTake])).toEqual([
      ['commitment', true],
      ['contract', false],
      ['acceptance', false],
    ])
  })

  it('takes a mark only with its photograph, before somebody who is no party', async () => {
    const [home = ''] = await road.assigned(1)
    const { cadre } = c.actors
    const pen = await signature()
    const mark = [...pen, await c.evidence('photo')]
    const by = (witness: string) => shown(home, 'commitment', { witness })
    expect(await c.refused(cadre, 'paper.take', by('邻居乙'), pen)).toEqual(['paper.no-mark'])
    expect(await c.refused(cadre, 'paper.take', by(cadre.name), mark)).toEqual(['paper.own-witness'])
    const { name } = c.actors.contractor
    const contract = shown(home, 'contract', { witness: name })
    expect(await c.refused(cadre, 'paper.take', contract, mark)).toEqual(['paper.firm-witness'])
    // The firm's people without an account are on its register of workers.
    const worker = aWorker({
      firm: c.organisations.contractor,
      idNumber: '11010519491231002X',
      name: '安装工丙',
    })
    await c.done(c.actors.contractor, 'worker.register', worker)
    expect(await c.refused(cadre, 'paper.take', by('安装工丙'), mark)).toEqual(['paper.firm-witness'])
    await c.done(cadre, 'paper.take', by('邻居乙'), mark)
    expect((await seen(home))[0]?.signed).toMatchObject({
      ...{ how: 'mark', witness: '邻居乙', witnessSignature: pen[0]?.digest, signature: mark[1]?.digest },
    })
    // The witness is in no table and no log to be read.
    const { rows } = await c.program.database.pool.query<{ text: string }>(
      `select text from act where county = 1 and kind = 'paper.take'`,
    )
    expect(rows.some(({ text }) => text.includes('邻居乙'))).toBe(false)
  })

  it('is refused with another home’s signature, other words, or another contractor', async () => {
    const [one = '', two = ''] = await road.assigned(2)
    const { cadre } = c.actors
    const pen = await signature()
    await c.done(cadre, 'paper.take', shown(one, 'commitment'), pen)
    expect(await c.refused(cadre, 'paper.take', shown(two, 'commitment'), pen)).toEqual([
      'paper.signature-used',
    ])
    const fresh = await signature()
    const other = shown(two, 'commitment', { text: '0'.repeat(64) })
    expect(await c.refused(cadre, 'paper.take', other, fresh)).toEqual(['paper.text-changed'])
    const elsewhere = shown(two, 'contract', { contractor: c.organisations.supervisor })
    expect(await c.refused(cadre, 'paper.take', elsewhere, fresh)).toEqual(['paper.other-contractor'])
  })

  it('keeps words that an earlier pack had, and says that they are not those of now', async () => {
    const [home = ''] = await road.assigned(1)
    const { cadre } = c.actors
    const was = papersOf(await c.program.packs.inForce(1)).map((paper) =>
      paper.id === 'commitment' ? { ...paper, title: { zh: '旧承诺书', en: 'Old' } } : paper,
    )
    const [old] = was
    const text = old && paperDigest(old)
    const pen = await signature()
    expect(await c.refused(cadre, 'paper.take', shown(home, 'commitment', { text }), pen)).toEqual([
      'paper.text-changed',
    ])
    await c.program.database.owner
      .insertInto('policy_pack')
      .columns(['county', 'id', 'pack', 'digest', 'files', 'adopted_on', 'act'])
      .expression((eb) =>
        eb
          .selectFrom('policy_pack')
          .select((e) => [
            'county',
            e.val('01890000-0000-7000-8000-000000000001').as('id'),
            'pack',
            e.val('0'.repeat(64)).as('digest'),
            e.val(JSON.stringify({ 'papers.yaml': JSON.stringify(was) })).as('files'),
            'adopted_on',
            'act',
          ])
          .limit(1),
      )
      .execute()
    await c.done(cadre, 'paper.take', shown(home, 'commitment', { text }), pen)
    expect((await seen(home))[0]?.signed).toMatchObject({ isTextInForce: false })
    // On the family's own telephone, which has a signal, it is the words of now.
    const family = c.household(home)
    const contract = { home, paper: 'commitment', text }
    expect(await c.refused(family, 'paper.sign', contract, await signature())).toContain('paper.text-changed')
  })

  it('stands in the dossier for the agreement and the household’s confirmation', async () => {
    const [home = ''] = await road.assigned(1)
    await road.install(home)
    await road.selfCheck(home)
    const state = async () => {
      const { papers } = await c.ask<{ papers: { id: string; state: string; records: unknown[] }[] }>(
        c.actors.townOfficer,
        'dossier.page',
        { home },
      )
      return ['service-agreement', 'user-confirmed'].map((id) => {
        const paper = papers.find((each) => each.id === id)
        return [paper?.state, paper?.records.length]
      })
    }
    expect(await state()).toEqual([
      ['missing', 0],
      ['later', 0],
    ])
    await c.done(c.actors.contractor, 'paper.take', shown(home, 'contract'), await signature())
    await c.done(c.actors.supervisor, 'paper.take', shown(home, 'acceptance'), await signature())
    expect(await state()).toEqual([
      ['present', 1],
      ['present', 1],
    ])
  })

  it('waits on the telephones of those who have it signed, until it is', async () => {
    const [home = ''] = await road.assigned(1)
    const taken = async (actor = c.actors.cadre) =>
      (
        await c.ask<{ id: string; kind: string; papers: string[]; contractor: string }[]>(
          actor,
          'field.village',
          {
            village: area.village,
          },
        )
      ).find(({ id }) => id === home)
    expect(await taken()).toMatchObject({
      ...{ kind: 'paper.take', papers: ['commitment', 'contract'] },
      contractor: c.organisations.contractor,
    })
    await c.done(c.actors.cadre, 'paper.take', shown(home, 'commitment'), await signature())
    await c.done(c.actors.cadre, 'paper.take', shown(home, 'contract'), await signature())
    expect(await taken()).toBeUndefined()
    const { toSign } = await c.ask<{ toSign: { id: string; digest: string; isByParts: boolean }[] }>(
      c.actors.cadre,
      'field.papers',
      {},
    )
    expect(toSign.flatMap(({ id, digest, isByParts }) => (isByParts ? [] : [[id, digest]]))).toEqual([
      ...texts,
    ])
  })
})

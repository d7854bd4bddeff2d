import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../kernel/identity/id.ts'
import { type FieldDatabase, openFieldDatabase, type Own } from '../store/database.ts'
import { listActs } from '../store/outbox.ts'
import { sealJson } from '../store/sealed.ts'
import { layInSpares, spareTries } from '../store/tries.ts'
import { makeVault } from '../store/vault.ts'
import { openOwn } from './own-store.ts'

const pin = '246801'
const at = 1e12
const hour = 3_600_000

let db: FieldDatabase
beforeEach(async () => {
  const account = newId()
  db = await openFieldDatabase(account)
  const { record, key } = await makeVault(pin, 1000)
  const sealed = await sealJson(key, { name: '模拟人', permissions: [] })
  const own: Own = { account, handset: newId(), enrolled: true, vault: record, sealed }
  await db.put('own', own, 'own')
  await layInSpares(db)
})

/** A telephone on which nothing more can be written, though taken away; as Chromium does it. */
function full(): FieldDatabase {
  const refuse = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'))
  const without = <T extends object>(target: T, puts: readonly string[]): T =>
    new Proxy(target, {
      get(of, name) {
        if (puts.includes(name as string)) return refuse
        const value = Reflect.get(of, name, of) as unknown
        if (name === 'store') return without(value as object, ['put', 'add'])
        if (name === 'objectStore' || name === 'transaction')
          return (...given: unknown[]) =>
            without((value as (...all: unknown[]) => object).apply(of, given), ['put', 'add'])
        return typeof value === 'function' ? (value.bind(of) as unknown) : value
      },
    })
  return without(db, ['put', 'add'])
}
const statuses = async (on: FieldDatabase, pins: readonly string[], nowMs = at) => {
  const found: string[] = []
  for (const each of pins) found.push((await openOwn(on, each, nowMs)).status)
  return found
}
const guesses = (count: number) => Array.from({ length: count }, (_, i) => String(500_000 + i))

describe('opening by the PIN', () => {
  it('counts what was wrong, slows it, and forgets it once the PIN was right', async () => {
    expect(await statuses(db, guesses(6))).toEqual([...Array<string>(5).fill('wrong'), 'wait'])
    expect(await statuses(db, [pin], at + hour)).toEqual(['ok'])
    expect(await statuses(db, guesses(4), at + hour)).toEqual(Array(4).fill('wrong'))
  })

  it('counts a try before it is made, so that a kill in between does not give it back', async () => {
    const opening = guesses(5).map((each) => openOwn(db, each, at))
    await Promise.allSettled(opening)
    const tries = await Promise.all([openOwn(db, pin, at), openOwn(db, pin, at)])
    expect(tries.map(({ status }) => status)).toEqual(['wait', 'wait'])
  })

  it('lets nobody guess without end on a telephone without any room, and keeps what is stored', async () => {
    const found = await statuses(full(), guesses(spareTries + 3))
    expect(found.filter((status) => status === 'wrong')).toHaveLength(spareTries)
    expect(found.slice(-3)).toEqual(['no-room', 'no-room', 'no-room'])
    // Not even the right one is looked at then: it would tell the guesser.
    expect(await statuses(full(), [pin], at + hour)).toEqual(['no-room'])
    expect(await statuses(db, [pin], at + hour)).toEqual(['ok'])
    expect(await listActs(db)).toEqual([])
    // And the tries are there again for the next time it is full.
    expect(await statuses(full(), [pin])).toEqual(['ok'])
  })

  it('opens without any room for whose telephone it is', async () => {
    expect(await statuses(full(), [pin, '111111', pin])).toEqual(['ok', 'wrong', 'ok'])
  })

  it('refuses rather than not count where even taking away fails, or none was laid in', async () => {
    await db.clear('spares')
    expect(await statuses(full(), ['111111', pin])).toEqual(['no-room', 'no-room'])
    const broken = new Proxy(db, {
      get: (of, name) =>
        name === 'transaction'
          ? () => {
              throw new DOMException('Unable to write: IOError', 'UnknownError')
            }
          : (Reflect.get(of, name) as unknown),
    })
    expect(await statuses(broken, [pin])).toEqual(['no-room'])
  })
})

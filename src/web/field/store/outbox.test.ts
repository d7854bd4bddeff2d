import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../kernel/identity/id.ts'
import { type Office, sendWaiting, type SentAct, type SentAnswer } from '../sync/send.ts'
import { type FieldDatabase, openFieldDatabase } from './database.ts'
import { digestOf, keepAct, listActs, type Making, noteAnswer } from './outbox.ts'
import { sealJson } from './sealed.ts'
import { makeVault, openVault, waitMs } from './vault.ts'

let key: CryptoKey
let db: FieldDatabase
beforeAll(async () => {
  key = (await makeVault('135790', 1000)).key
})
beforeEach(async () => {
  db = await openFieldDatabase(newId())
})

let picture = 0
const aPhoto = (content = `photograph ${picture++}`) => ({
  kind: 'photo',
  content: new Blob([content], { type: 'image/jpeg' }),
})
const making = (home: string, given: Partial<Making> = {}): Making => ({
  id: newId(),
  kind: 'home.inspect',
  about: { type: 'home', id: home },
  input: { home },
  files: [aPhoto(), aPhoto()],
  ...given,
})
const takeAlong = async (home: string, last: string | null) =>
  db.put('homes', { id: home, village: '370683101201', last, sealed: await sealJson(key, {}) })

/** An office that remembers, and may break off before or after it has done its work. */
function anOffice(breaks: () => 'before' | 'after' | 'no' = () => 'no') {
  const files = new Map<string, number>()
  const parts = new Map<string, Blob>()
  const acts = new Map<string, SentAct>()
  const order: string[] = []
  const perhaps = async <T>(work: () => Promise<T>): Promise<T> => {
    const how = breaks()
    if (how === 'before') throw new Error('no signal')
    const answer = await work()
    if (how === 'after') throw new Error('no signal')
    return answer
  }
  const office: Office = {
    begun: (digest) =>
      perhaps(() =>
        Promise.resolve(
          files.has(digest) ? { done: true } : { done: false, offset: parts.get(digest)?.size ?? 0 },
        ),
      ),
    file: ({ digest, size, offset }, bytes) =>
      perhaps(async () => {
        const before = parts.get(digest) ?? new Blob([])
        if (before.size !== offset) return { done: false, offset: before.size }
        const now = new Blob([before, bytes])
        parts.set(digest, now)
        if (now.size < size) return { done: false, offset: now.size }
        expect(await digestOf(now)).toBe(digest)
        files.set(digest, (files.get(digest) ?? 0) + 1)
        parts.delete(digest)
        return { done: true }
      }),
    acts: (sent) =>
      perhaps(() => {
        const answers: SentAnswer[] = []
        for (const act of sent) {
          const missing = act.evidence.map(({ digest }) => digest).filter((digest) => !files.has(digest))
          if (missing.length > 0) {
            answers.push({ id: act.id, status: 'files', missing })
            break
          }
          if (!acts.has(act.id)) order.push(act.id)
          acts.set(act.id, act)
          answers.push({ id: act.id, status: 'done' })
        }
        return Promise.resolve(answers)
      }),
  }
  return { office, files, parts, acts, order }
}

describe('the vault', () => {
  it('opens with its PIN and no other', async () => {
    const { record } = await makeVault('246801', 1000)
    expect(await openVault(record, '246801')).toBeDefined()
    expect(await openVault(record, '246802')).toBeUndefined()
    await expect(makeVault('12345')).rejects.toThrow(RangeError)
  })

  it('waits longer after each wrong try, an hour at most, whatever the clock does', async () => {
    const { record } = await makeVault('246801', 1000)
    const after = (wrongTries: number, passedMs: number) =>
      waitMs({ ...record, wrongTries, lastWrongMs: 1e12 }, 1e12 + passedMs)
    expect(after(4, 0)).toBe(0)
    expect(after(5, 0)).toBe(30_000)
    expect(after(7, 60_000)).toBe(60_000)
    expect(after(40, 0)).toBe(3_600_000)
    expect(after(40, -1e11)).toBe(3_600_000)
    expect(after(5, 31_000)).toBe(0)
  })
})

describe('the outbox', () => {
  it('keeps an act once, with its photographs, and nothing of it readable', async () => {
    const act = making('h1', { input: { householder: '模拟户主' } })
    await keepAct(db, key, act, 1)
    await keepAct(db, key, act, 2)
    expect(await listActs(db)).toHaveLength(1)
    expect(await db.count('files')).toBe(2)
    const stored = JSON.stringify(await listActs(db), (_k, value: unknown) =>
      value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value,
    )
    expect(stored).not.toContain('模拟户主')
  })

  it('tells what was before the person’s eyes: the office’s newest act, then the own ones', async () => {
    await takeAlong('h1', 'office-act')
    const [first, second] = [making('h1'), making('h1')]
    await keepAct(db, key, first, 1)
    await keepAct(db, key, second, 2)
    const other = making('h2')
    await keepAct(db, key, other, 3)
    expect((await listActs(db)).map(({ seen }) => seen)).toEqual(['office-act', first.id, null])
  })

  it('sends in its order, photographs first, and lets go of what has arrived', async () => {
    const made = ['h1', 'h2', 'h1'].map((home) => making(home))
    for (const [i, act] of made.entries()) await keepAct(db, key, act, i)
    const { office, order, files } = anOffice()
    expect(await sendWaiting(db, key, office)).toBe(3)
    expect(order).toEqual(made.map(({ id }) => id))
    expect(files.size).toBe(6)
    expect((await listActs(db)).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    expect(await db.count('files')).toBe(0)
  })

  it('goes on with a photograph where it broke off, and sends none of it twice', async () => {
    const large = new Blob([new Uint8Array(1_300_000).map((_, i) => i % 251)], { type: 'image/jpeg' })
    await keepAct(db, key, making('h1', { files: [{ kind: 'photo', content: large }] }), 1)
    const tries = ['no', 'no', 'after'] as const
    let at = 0
    const { office, files, acts } = anOffice(() => tries[at++] ?? 'no')
    let sent = 0
    const counting: Office = {
      ...office,
      file: (part, bytes) => {
        sent += bytes.size
        return office.file(part, bytes)
      },
    }
    await expect(sendWaiting(db, key, counting)).rejects.toThrow('no signal')
    await sendWaiting(db, key, counting)
    expect([files.size, acts.size, sent]).toEqual([1, 1, large.size])
  })

  it('on a full telephone an answer is noted all the same: the photographs that have arrived make room', async () => {
    await keepAct(db, key, making('h1'), 1)
    const waiting = making('h2')
    await keepAct(db, key, waiting, 2)
    let tries = 0
    const full = new Proxy(db, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown
        if (name === 'transaction' && tries++ === 0)
          return () => {
            throw new DOMException('no room', 'QuotaExceededError')
          }
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    })
    await noteAnswer(full, key, 1, 'done')
    expect((await listActs(db)).map(({ state }) => state)).toEqual(['done', 'waiting'])
    expect(await db.count('files')).toBe(waiting.files.length)
  })

  it('does not build upon an act that is held', async () => {
    await takeAlong('h1', 'office-act')
    const [first, again] = [making('h1'), making('h1')]
    await keepAct(db, key, first, 1)
    await noteAnswer(db, key, 1, 'held', [])
    await keepAct(db, key, again, 2)
    expect((await listActs(db)).map(({ seen }) => seen)).toEqual(['office-act', 'office-act'])
  })

  it('sends a photograph again that the office has lost', async () => {
    await keepAct(db, key, making('h1'), 1)
    const { office, files, acts } = anOffice()
    let lost = false
    const forgetful: Office = {
      ...office,
      acts: (sent, left) => {
        if (!lost) files.clear()
        lost = true
        return office.acts(sent, left)
      },
    }
    await sendWaiting(db, key, forgetful)
    expect(acts.size).toBe(1)
  })

  it('stops, and does not ask for ever, where the office wants a photograph that is gone', async () => {
    const act = making('h1')
    await keepAct(db, key, act, 1)
    for (const digest of await db.getAllKeys('files')) await db.delete('files', digest)
    const { office, acts } = anOffice()
    await expect(sendWaiting(db, key, office)).rejects.toThrow('not on this telephone')
    expect(acts.size).toBe(0)
    expect(await listActs(db, 'waiting')).toHaveLength(1)
  })

  it('whenever the signal breaks, nothing is lost, doubled or out of order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('before', 'after', 'no', 'no'), { maxLength: 40 }),
        fc.integer({ min: 1, max: 14 }),
        async (breaks, count) => {
          db = await openFieldDatabase(newId())
          const made = Array.from({ length: count }, (_, i) => making(`h${i % 4}`))
          for (const [i, act] of made.entries()) await keepAct(db, key, act, i)
          const pending = [...breaks]
          const { office, order, acts } = anOffice(() => pending.shift() ?? 'no')
          for (let tries = 0; (await listActs(db, 'waiting')).length > 0; tries++) {
            expect(tries).toBeLessThan(60)
            await sendWaiting(db, key, office).catch(() => undefined)
          }
          expect(order).toEqual(made.map(({ id }) => id))
          expect([...acts.values()].map(({ number }) => number)).toEqual(made.map((_, i) => i + 1))
          expect(await db.count('files')).toBe(0)
        },
      ),
      { numRuns: 60 },
    )
  })
})

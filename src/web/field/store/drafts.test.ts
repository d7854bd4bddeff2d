import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../kernel/identity/id.ts'
import { type FieldDatabase, openFieldDatabase } from './database.ts'
import { begunAt, DraftKeeper, draftsOf, dropDrafts, formOf } from './drafts.ts'
import { keepAct, listActs, noteAnswer } from './outbox.ts'
import { makeVault } from './vault.ts'

let key: CryptoKey
let db: FieldDatabase
beforeAll(async () => {
  key = (await makeVault('135790', 1000)).key
})
beforeEach(async () => {
  db = await openFieldDatabase(newId())
})

const act = 'home.install'
const aPhoto = (content: string) => ({
  content: new Blob([content], { type: 'image/jpeg' }),
  taken: { by: 'camera' as const },
})
const keeper = (subject: string, id = newId(), full: (isFull: boolean) => void = () => undefined) =>
  new DraftKeeper({ db, key }, { id, subject, act }, full)
const texts = async (state: unknown) =>
  Promise.all((state as { photos: { content: Blob }[] }).photos.map(({ content }) => content.text()))

describe('a form begun and left', () => {
  it('is there again with its photographs, sealed, the newest first', async () => {
    const [older, newer] = [keeper('h1'), keeper('h1')]
    older.note({ remark: '灶间未装', photos: [aPhoto('one'), aPhoto('two')] })
    await older.stop()
    await new Promise((resolve) => setTimeout(resolve, 3))
    newer.note({ remark: 'x', photos: [] })
    newer.note({ remark: 'xy', photos: [] })
    await newer.stop()
    const begun = await draftsOf(db, key, 'h1', act)
    expect(begun.map(({ photos }) => photos)).toEqual([0, 2])
    expect(begun[0]?.state).toEqual({ remark: 'xy', photos: [] })
    expect(await texts(begun[1]?.state)).toEqual(['one', 'two'])
    expect([...(await begunAt(db))]).toEqual(['h1'])
    const stored = JSON.stringify(
      [await db.getAll('drafts'), await db.getAll('files')],
      (_k, value: unknown) => (value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value),
    )
    expect(stored).not.toContain('灶间')
    expect(stored).not.toContain('two')
  })

  it('goes with the act that is kept of it, and its photographs stay with the act alone', async () => {
    const draft = keeper('h1')
    draft.note({ photos: [aPhoto('kept'), aPhoto('removed before keeping')] })
    await draft.stop()
    const left = keeper('h2')
    left.note({ photos: [aPhoto('of another home')] })
    await left.stop()
    const files = [{ kind: 'photo', ...aPhoto('kept') }]
    await keepAct(
      db,
      key,
      {
        id: newId(),
        kind: act,
        about: { type: 'home', id: 'h1' },
        input: {},
        files,
        form: formOf('h1', act),
      },
      1,
    )
    expect(await draftsOf(db, key, 'h1', act)).toEqual([])
    expect(await draftsOf(db, key, 'h2', act)).toHaveLength(1)
    const [kept] = await listActs(db)
    expect(await db.count('files')).toBe(2)
    expect(await db.getKey('files', kept?.files[0] ?? '')).toBeDefined()
    await noteAnswer(db, key, 1, 'done')
    expect(await db.count('files')).toBe(1)
  })

  it('keeps a photograph that an act which has arrived cites too', async () => {
    const draft = keeper('h1')
    draft.note({ photos: [aPhoto('shared')] })
    await draft.stop()
    const files = [{ kind: 'photo', ...aPhoto('shared') }]
    await keepAct(db, key, { id: newId(), kind: act, about: { type: 'home', id: 'h2' }, input: {}, files }, 1)
    await noteAnswer(db, key, 1, 'done')
    const [begun] = await draftsOf(db, key, 'h1', act)
    expect(await texts(begun?.state)).toEqual(['shared'])
  })

  it('lets go of photographs that were removed, and of everything when it is begun afresh', async () => {
    const id = newId()
    const writing = keeper('h1', id)
    writing.note({ photos: [aPhoto('one'), aPhoto('two')] })
    await writing.stop()
    writing.goOn()
    writing.note({ photos: [aPhoto('two')] })
    await writing.stop()
    expect(await db.count('files')).toBe(1)
    await dropDrafts(db, { id })
    expect([await db.count('files'), await db.count('drafts')]).toEqual([0, 0])
  })

  it('writes nothing once it is being kept, and goes on where keeping failed', async () => {
    const writing = keeper('h1')
    await writing.stop()
    writing.note({ remark: 'late', photos: [] })
    await writing.stop()
    expect(await db.count('drafts')).toBe(0)
    writing.goOn()
    await writing.stop()
    expect(await db.count('drafts')).toBe(1)
  })

  it('says that the telephone is full, and keeps what it had', async () => {
    const said: boolean[] = []
    const id = newId()
    const first = keeper('h1', id)
    first.note({ remark: 'before', photos: [] })
    await first.stop()
    const full = new Proxy(db, {
      get(target, name) {
        if (name === 'transaction')
          return () => {
            throw new DOMException('no room', 'QuotaExceededError')
          }
        const value = Reflect.get(target, name) as unknown
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    })
    const second = new DraftKeeper({ db: full, key }, { id, subject: 'h1', act }, (each) => said.push(each))
    second.note({ remark: 'after', photos: [] })
    await second.stop()
    expect(said).toEqual([true])
    expect((await draftsOf(db, key, 'h1', act))[0]?.state).toEqual({ remark: 'before', photos: [] })
  })

  it('finds its place on a telephone set up before there were drafts, where the outbox stays as it was', async () => {
    const account = newId()
    const before = await openDB(`qingnuan-field-${account}`, 1, {
      upgrade(old) {
        old.createObjectStore('own')
        const acts = old.createObjectStore('acts', { keyPath: 'number', autoIncrement: true })
        acts.createIndex('id', 'id', { unique: true })
        acts.createIndex('subject', 'subject')
        acts.createIndex('state', 'state')
        for (const name of ['files:digest', 'homes:id', 'villages:code', 'papers:name']) {
          const [store = '', keyPath = ''] = name.split(':')
          old.createObjectStore(store, { keyPath })
        }
      },
    })
    await before.add('acts', { id: 'a1', kind: act, subject: 'h1', state: 'waiting', files: [] })
    before.close()
    const now = await openFieldDatabase(account)
    expect((await listActs(now)).map(({ id }) => id)).toEqual(['a1'])
    expect(await now.count('drafts')).toBe(0)
  })
})

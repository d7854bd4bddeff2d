import { type DBSchema, openDB } from 'idb'

/** Who works with this telephone: a name to be greeted by, and where their things lie. Nothing else is readable. */
export interface Person {
  account: string
  name: string
}

interface PeopleSchema extends DBSchema {
  people: { key: string; value: Person & { lastMs: number } }
}

// Not in localStorage: browsers write it seconds later, and who is killed before that could not get in without a signal.
const open = () =>
  openDB<PeopleSchema>('qingnuan-field-people', 1, {
    upgrade: (db) => void db.createObjectStore('people', { keyPath: 'account' }),
  })

/** The one who worked last comes first. */
export async function knownPeople(): Promise<Person[]> {
  const db = await open()
  const people = await db.getAll('people')
  db.close()
  return people.toSorted((a, b) => b.lastMs - a.lastMs)
}

export async function rememberPerson({ account, name }: Person): Promise<void> {
  const db = await open()
  const tx = db.transaction('people', 'readwrite', { durability: 'strict' })
  await tx.store.put({ account, name, lastMs: Date.now() })
  await tx.done
  db.close()
}

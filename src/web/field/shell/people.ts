/** Who works with this telephone: a name to be greeted by, and where their things lie. Nothing else is readable. */
export interface Person {
  account: string
  name: string
}

const storedAt = 'qingnuan.field.people'

export function knownPeople(): Person[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storedAt) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isPerson) : []
  } catch {
    return []
  }
}

/** The one who works now comes first. */
export function rememberPerson(person: Person): void {
  const others = knownPeople().filter(({ account }) => account !== person.account)
  localStorage.setItem(storedAt, JSON.stringify([person, ...others]))
}

const isPerson = (value: unknown): value is Person =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Person).account === 'string' &&
  typeof (value as Person).name === 'string'

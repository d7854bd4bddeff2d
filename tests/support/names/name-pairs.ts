import { drawing, type Draw, given, inventPerson, inventSurname, nameOf, pick } from './invent-names.ts'
import { passing, slips, twice } from './slips.ts'

export interface NamePair {
  kind: string
  a: string
  b: string
  isOnePerson: boolean
}

type Other = (draw: Draw) => readonly [string, string]
const others: Readonly<Record<string, Other>> = {
  siblings: (draw) => {
    const [surname, generation] = [inventSurname(draw), pick(draw, given.men)]
    return [nameOf(inventPerson(draw, surname, generation)), nameOf(inventPerson(draw, surname, generation))]
  },
  'parent and child': (draw) => {
    const surname = inventSurname(draw)
    return [nameOf(inventPerson(draw, surname)), nameOf(inventPerson(draw, surname))]
  },
  spouses: (draw) => [nameOf(inventPerson(draw)), nameOf(inventPerson(draw))],
  villagers: (draw) => {
    const surname = inventSurname(draw)
    return [nameOf(inventPerson(draw, surname)), nameOf(inventPerson(draw, surname))]
  },
  unrelated: (draw) => [nameOf(inventPerson(draw)), nameOf(inventPerson(draw))],
  'father with a remark': (draw) => {
    const surname = inventSurname(draw)
    return [nameOf(inventPerson(draw, surname)), `${nameOf(inventPerson(draw, surname))}（已故）`]
  },
  'wife by her husband': (draw) => {
    const husband = nameOf(inventPerson(draw))
    return [nameOf(inventPerson(draw)), `${husband}${pick(draw, ['（妻）', '之妻', '家属', '遗孀'])}`]
  },
}

/** Pairs of one person written twice and of two persons; equal names of two persons are left out: no name tells them. */
export function inventPairs(seed: number, perKind: number): NamePair[] {
  const draw = drawing(seed)
  const pairs: NamePair[] = []
  const kinds = { ...passing, ...slips, twice }
  for (const [kind, slip] of Object.entries(kinds))
    for (
      let n = 0, tried = 0;
      n < (kind === 'twice' ? perKind / 3 : perKind) && tried < perKind * 200;
      tried++
    ) {
      const person = inventPerson(draw)
      const b = slip(draw, person)
      if (b === undefined || b === nameOf(person)) continue
      const turned = draw() < 0.5
      pairs.push({ kind, a: turned ? b : nameOf(person), b: turned ? nameOf(person) : b, isOnePerson: true })
      n++
    }
  for (const [kind, invent] of Object.entries(others))
    for (let n = 0; n < perKind * 3; ) {
      const [a, b] = invent(draw)
      if (a === b.replace(/（已故）$/, '')) continue
      pairs.push({ kind, a, b, isOnePerson: false })
      n++
    }
  return pairs
}

import path from 'node:path'
import type { Outcome } from '../kernel/act/perform.ts'
import { programFolder } from '../kernel/database/program-folder.ts'
import { newId } from '../kernel/identity/id.ts'
import { readPackFolder } from '../kernel/pack/load.ts'
import { programmeId } from '../modules/policy/public.ts'
import type { Program } from './program.ts'
import { programActor } from './program-actor.ts'

export interface NewCounty {
  id: number
  /** GB/T 2260, six digits. */
  code: string
  name: string
  year: number
  pack: string
}

/** Founds a county: its row and area, then its policy pack by an act. Repeating it changes nothing. */
export async function foundCounty(program: Program, county: NewCounty): Promise<void> {
  const { owner } = program.database
  await owner
    .insertInto('county')
    .values({ id: county.id, code: county.code, name: county.name })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await owner
    .insertInto('area')
    .values({
      county: county.id,
      code: `${county.code}000000`,
      parent: null,
      level: 'county',
      name: county.name,
      kind: 'urban',
      latitude: null,
      longitude: null,
      valid_from: `${county.year}-01-01`,
      valid_to: null,
    })
    .onConflict((conflict) => conflict.columns(['county', 'code']).doNothing())
    .execute()
  const files = await readPackFolder(path.join(programFolder(), 'packs', county.pack))
  const outcome = await program.door.perform(programActor(county.id, county.code), {
    id: newId(),
    kind: 'policy.adopt',
    input: { programme: programmeId(county.id), year: county.year, files },
  })
  const repeated =
    outcome.status === 'refused' && outcome.refusals.every((r) => r.code === 'policy.in-force-already')
  if (outcome.status !== 'done' && !repeated)
    throw new Error(`The county was not founded: ${explain(outcome)}`)
}

export interface FirstAdministrator {
  signIn: string
  name: string
  password: string
}

/** Opens the administrator's account of a county that has no accounts yet (§3.1.1). */
export function openAdministrator(
  program: Program,
  county: NewCounty,
  who: FirstAdministrator,
): Promise<Outcome> {
  return program.door.perform(programActor(county.id, county.code), {
    id: newId(),
    kind: 'account.open',
    input: {
      id: newId(),
      signIn: who.signIn,
      name: who.name,
      password: who.password,
      mustChangePassword: false,
      roles: [{ role: 'administrator', area: `${county.code}000000` }],
    },
  })
}

const explain = (outcome: Outcome): string => JSON.stringify(outcome)

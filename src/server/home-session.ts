import { createHash } from 'node:crypto'
import type { ReadDb } from '../kernel/database/database.ts'
import { blindIndex } from '../kernel/cipher/fields.ts'
import { newId } from '../kernel/identity/id.ts'
import { openSession } from '../kernel/identity/sessions.ts'
import type { SignIn } from '../kernel/identity/sign-in.ts'
import { beginAttempt, forgetFailures } from '../kernel/identity/throttle.ts'
import { letterIndex } from '../modules/households/acts/letter.ts'
import { readPlainCode } from '../modules/households/plain-code.ts'
import type { Program } from './program.ts'
import { programActor } from './program-actor.ts'

/**
 * A household enters by its letter's code and the last four of the householder's ID number. An unknown code and
 * wrong digits are one answer; both the code and the address are slowed. The session is of the home's own account,
 * which is opened on the first visit.
 */
export async function signInHome(
  program: Program,
  attempt: { letter: string; idLastFour: string; address: string },
): Promise<SignIn> {
  const { database } = program
  const code = readPlainCode(attempt.letter)
  // The table of failures must not tell codes.
  const named = createHash('sha256')
    .update(code ?? attempt.letter)
    .digest('base64url')
  const subjects = [`letter:${named}`, `address:${attempt.address}`]
  const seconds = await beginAttempt(database, subjects, new Date())
  if (seconds > 0) return { status: 'wait', seconds }
  const home = code && (await findHome(program, code, attempt.idLastFour))
  if (!home) return { status: 'refused' }
  const account = await accountOf(program, home)
  await forgetFailures(database, subjects)
  return { status: 'ok', session: await openSession(database, home.county, account) }
}

interface FoundHome {
  county: number
  countyCode: string
  home: string
}

/** Which county's letter it is, only its own index can tell. */
async function findHome(program: Program, code: string, typed: string): Promise<FoundHome | undefined> {
  const { database, keys } = program
  const lastFour = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const counties = await database.owner.selectFrom('county').select(['id', 'code']).orderBy('id').execute()
  for (const county of counties) {
    const row = await database.read(county.id, (db) =>
      db
        .selectFrom('home_letter')
        .innerJoin('home', (join) =>
          join.onRef('home.county', '=', 'home_letter.county').onRef('home.id', '=', 'home_letter.home'),
        )
        .select(['home.id', 'home.id_last_four_index'])
        .where('home_letter.county', '=', county.id)
        .where('home_letter.code_index', '=', letterIndex(keys, county.id, code))
        .executeTakeFirst(),
    )
    if (!row) continue
    const index = blindIndex(keys, county.id, 'id-last-four', lastFour)
    return row.id_last_four_index?.equals(index)
      ? { county: county.id, countyCode: county.code, home: row.id }
      : undefined
  }
  return undefined
}

async function accountOf(program: Program, { county, countyCode, home }: FoundHome): Promise<string> {
  const find = (db: ReadDb) =>
    db
      .selectFrom('account')
      .select('id')
      .where('county', '=', county)
      .where('home', '=', home)
      .executeTakeFirst()
  const there = await program.database.read(county, find)
  if (there) return there.id
  // Where two telephones enter at once, one of the two acts is refused and both find the one account.
  await program.door.perform(programActor(county, countyCode), {
    id: newId(),
    kind: 'household.open-account',
    input: { home },
  })
  const opened = await program.database.read(county, find)
  if (!opened) throw new Error('A household’s account could not be opened.')
  return opened.id
}

import type { Database } from '../database/database.ts'
import { passwordProblem } from './password-rules.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { closeOtherSessions, openSession, type OpenedSession } from './sessions.ts'
import { beginAttempt, forgetFailures } from './throttle.ts'

export type SignIn =
  | { status: 'ok'; session: OpenedSession }
  | { status: 'refused' }
  | { status: 'wait'; seconds: number }

/** By name and password. Unknown name, wrong password and closed account are one answer, after the same work. */
export async function signIn(
  database: Database,
  attempt: { signIn: string; password: string; address: string },
): Promise<SignIn> {
  const name = attempt.signIn.trim().toLowerCase()
  const subjects = [`name:${name}`, `address:${attempt.address}`]
  const seconds = await beginAttempt(database, subjects, new Date())
  if (seconds > 0) return { status: 'wait', seconds }
  const entry = await database.owner
    .selectFrom('sign_in_name')
    .innerJoin('account', (join) =>
      join
        .onRef('account.county', '=', 'sign_in_name.county')
        .onRef('account.id', '=', 'sign_in_name.account'),
    )
    .select(['account.county', 'account.id', 'account.password_hash', 'account.disabled_at'])
    .where('sign_in_name.name', '=', name)
    .executeTakeFirst()
  const fits = await isPassword(entry?.password_hash, attempt.password)
  if (!entry || !fits || entry.disabled_at) return { status: 'refused' }
  await forgetFailures(database, subjects)
  return { status: 'ok', session: await openSession(database, entry.county, entry.id) }
}

/** Changes one's own password; every other session of the account ends. Answers a word code where refused. */
export async function changePassword(
  database: Database,
  who: { county: number; account: string; token: string | undefined },
  passwords: { old: string; new: string },
): Promise<string | undefined> {
  const subjects = [`password:${who.account}`]
  if ((await beginAttempt(database, subjects, new Date())) > 0) return 'password.wait'
  const account = await database.read(who.county, (db) =>
    db
      .selectFrom('account')
      .select(['sign_in', 'password_hash'])
      .where('county', '=', who.county)
      .where('id', '=', who.account)
      .executeTakeFirstOrThrow(),
  )
  if (!(await isPassword(account.password_hash, passwords.old))) return 'password.wrong'
  await forgetFailures(database, subjects)
  if (passwords.new === passwords.old) return 'password.same'
  const problem = passwordProblem(passwords.new, account.sign_in)
  if (problem) return problem
  const hash = await hashPassword(passwords.new)
  await database.write(who.county, (tx) =>
    tx
      .updateTable('account')
      .set({ password_hash: hash, must_change_password: false })
      .where('county', '=', who.county)
      .where('id', '=', who.account)
      .execute(),
  )
  await closeOtherSessions(database, who.county, who.account, who.token)
  return undefined
}

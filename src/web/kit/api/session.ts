import type { Said } from '../../../kernel/words/words.ts'
import type { ToldRefusal } from './acts.ts'
import { call, keepCsrfToken } from './transport.ts'
import { troubleOf } from './trouble.ts'

export interface SessionGrant {
  role: string
  area?: string
  areaName?: string
  organisation?: string
  organisationName?: string
  home?: string
}

export interface Session {
  account: { id: string; name: string; home: string | null }
  county: { id: number; code: string; name: string }
  /** The programme's day in Asia/Shanghai. */
  today: string
  /** The county's one programme: the subject of everything register-wide. */
  programme: string
  pack: { id: string; digest: string }
  grants: SessionGrant[]
  permissions: string[]
  mustChangePassword: boolean
  csrfToken: string
  demo: boolean
}

export interface Start {
  needsSetUp: boolean
  demo: boolean
  demoAccounts: { signIn: string; password: string; who: Said }[]
  county: { id: number; code: string; name: string } | null
}

export interface SetUp {
  county: { code: string; name: string }
  year: number
  administrator: { name: string; signIn: string; password: string }
}

export const readStart = (): Promise<Start> => call({ method: 'GET', path: '/api/start' })

/** The session of this browser, or undefined where nobody is signed in. */
export async function findSession(): Promise<Session | undefined> {
  try {
    return kept(await call<Session>({ method: 'GET', path: '/api/session' }))
  } catch (error) {
    if (troubleOf(error).kind === 'signed-out') return undefined
    throw error
  }
}

export async function signIn(name: string, password: string): Promise<Session> {
  return kept(await call<Session>({ method: 'POST', path: '/api/session', body: { signIn: name, password } }))
}

/** A household signs in with the code of its notice letter and the last four digits of the householder's ID. */
export async function signInHome(letter: string, idLastFour: string): Promise<Session> {
  return kept(
    await call<Session>({ method: 'POST', path: '/api/session/home', body: { letter, idLastFour } }),
  )
}

/** A telephone takes its session up again; undefined where it has ended. */
export async function resumeSession(own: {
  county: number
  handset: string
  secret: string
}): Promise<Session | undefined> {
  try {
    return kept(await call<Session>({ method: 'POST', path: '/api/session/handset', body: own }))
  } catch (error) {
    if (troubleOf(error).kind === 'signed-out') return undefined
    throw error
  }
}

export async function signOut(): Promise<void> {
  await call({ method: 'DELETE', path: '/api/session' })
  keepCsrfToken(undefined)
}

export const changePassword = (old: string, next: string): Promise<unknown> =>
  call({ method: 'POST', path: '/api/session/password', body: { old, new: next } })

/** Founds the county and its administrator and signs them in; refusals, of the password say, come back as data. */
export async function setUp(input: SetUp): Promise<Session | { status: 'refused'; refusals: ToldRefusal[] }> {
  const path = '/api/set-up'
  const answer = await call<Session | { status: 'refused'; refusals: ToldRefusal[] }>({
    method: 'POST',
    path,
    body: input,
    answers: [422],
  })
  return 'status' in answer ? answer : kept(answer)
}

function kept(session: Session): Session {
  keepCsrfToken(session.csrfToken)
  return session
}

import { Trouble, troubleFrom } from './trouble.ts'

interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  body?: unknown
  /** Sent as they are, in place of a body. */
  bytes?: Blob
  /** Statuses whose bodies are answers rather than trouble. */
  answers?: readonly number[]
  signal?: AbortSignal
}

let csrfToken: string | undefined
let signInAgain: (() => Promise<void>) | undefined

/** The token every change carries; a new session brings a new one. */
export function keepCsrfToken(token: string | undefined): void {
  csrfToken = token
}

export const csrfHeader = (): Record<string, string> => (csrfToken ? { 'x-csrf-token': csrfToken } : {})

/**
 * What to do when the session has ended: resolves once the same person is signed in again, and the call that
 * met the end is then sent again. Until then the screen stays as it is, with all that was typed.
 */
export function whenSignedOut(handler: (() => Promise<void>) | undefined): void {
  signInAgain = handler
}

/** Everybody who meets the end of the session waits for the one sign-in. */
let waiting: Promise<void> | undefined

export function waitForSignIn(): Promise<void> {
  if (!signInAgain) return Promise.reject(new Trouble('signed-out'))
  waiting ??= signInAgain().finally(() => (waiting = undefined))
  return waiting
}

/** Sends one request and reads its JSON. Throws `Trouble` for anything that is not an answer. */
export async function call<T>(request: Call): Promise<T> {
  const response = await send(request)
  const body = await readJson(response)
  if (response.ok || request.answers?.includes(response.status)) return body as T
  if (response.status === 401 && signInAgain && !request.path.startsWith('/api/session')) {
    await waitForSignIn()
    return call<T>(request)
  }
  const trouble = troubleFrom(response.status, body)
  if (trouble.code === 'error.csrf' && (await tookNewToken())) return call<T>(request)
  throw trouble
}

/** Signing in from another window of this browser changes the token under our feet: fetches the new one. */
async function tookNewToken(): Promise<boolean> {
  const session = await call<{ csrfToken: string }>({ method: 'GET', path: '/api/session' })
  const isNew = session.csrfToken !== csrfToken
  csrfToken = session.csrfToken
  return isNew
}

async function send({ method, path, body, bytes, signal }: Call): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (method !== 'GET') Object.assign(headers, csrfHeader())
  if (bytes) headers['content-type'] = 'application/octet-stream'
  else if (body !== undefined) headers['content-type'] = 'application/json'
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      body: bytes ?? (body === undefined ? undefined : JSON.stringify(body)),
      signal,
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw noAnswer()
  }
}

export const noAnswer = (): Trouble => new Trouble(navigator.onLine === false ? 'offline' : 'unreachable')

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => {
    throw noAnswer()
  })
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/**
 * Asks a query by name, untyped: for the kit's own questions and the household's light pages.
 * `inBody`: what is asked with says personal things, which no address holds, since addresses are logged on the way.
 * `progress`: an id of one's own making under which can be asked how far it is.
 */
export function ask<T>(
  name: string,
  input: unknown,
  signal?: AbortSignal,
  { inBody = false, progress }: { inBody?: boolean; progress?: string } = {},
): Promise<T> {
  const watch = progress === undefined ? '' : `progress=${progress}&`
  const path = `/api/queries/${name}?${watch}${inputParam(input)}`
  return path.length <= longestPath && !inBody
    ? call<T>({ method: 'GET', path, signal })
    : call<T>({ method: 'POST', path: `/api/queries/${name}?${watch}`, body: input, signal })
}

/** Servers and what stands before them take heads of 8 KB. */
const longestPath = 4_000

export const inputParam = (input: unknown): string =>
  `input=${encodeURIComponent(JSON.stringify(input ?? {}))}`

import type { Said } from '../../../kernel/words/words.ts'

/**
 * Why no answer came. `offline`: this device has no network. `unreachable`: the server did not answer.
 * `forbidden`, `missing`, `busy` (too many attempts), `signed-out` and `broken` are the server's own words.
 */
export type TroubleKind =
  | 'offline'
  | 'unreachable'
  | 'signed-out'
  | 'forbidden'
  | 'missing'
  | 'busy'
  | 'invalid'
  | 'broken'

export class Trouble extends Error {
  readonly kind: TroubleKind
  readonly code: string | undefined
  readonly said: Said | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(kind: TroubleKind, told: { code?: string; said?: Said; retryAfterSeconds?: number } = {}) {
    super(told.said?.zh ?? told.code ?? kind)
    this.name = 'Trouble'
    this.kind = kind
    this.code = told.code
    this.said = told.said
    this.retryAfterSeconds = told.retryAfterSeconds
  }

  /** Nothing is known of what the server did: the same request may be sent again. */
  get isNetwork(): boolean {
    return this.kind === 'offline' || this.kind === 'unreachable'
  }
}

/** What an error means to people; anything that is not the network's or the server's word is a defect of ours. */
export function troubleOf(error: unknown): Trouble {
  return error instanceof Trouble ? error : new Trouble('broken')
}

const kindByStatus: Record<number, TroubleKind> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'forbidden',
  404: 'missing',
  409: 'invalid',
  413: 'invalid',
  415: 'invalid',
  422: 'invalid',
  429: 'busy',
  502: 'unreachable',
  503: 'unreachable',
  504: 'unreachable',
}

/** Reads `{ error: { code, said, retryAfterSeconds } }`; a proxy's own page in its place is told by its status alone. */
export function troubleFrom(status: number, body: unknown): Trouble {
  const kind = kindByStatus[status] ?? 'broken'
  if (typeof body !== 'object' || body === null) return new Trouble(kind)
  const { error } = body as { error?: { code?: string; said?: Said; retryAfterSeconds?: number } }
  return new Trouble(kind, error)
}

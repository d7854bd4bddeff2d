/** What a request may not do as it stands: a status and a word code, answered as `{ error: { code, said } }`. */
export class HttpRefusal extends Error {
  readonly status: number
  readonly code: string
  readonly values: Record<string, unknown>
  constructor(status: number, code: string, values: Record<string, unknown> = {}) {
    super(code)
    this.status = status
    this.code = code
    this.values = values
  }
}

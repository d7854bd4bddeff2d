/**
 * Whether an error says that the database went away or was never there. What was under way then may be committed or
 * not: whoever asked has to ask again with the same id, so it must not be told as a failure.
 */
export function isConnectionLost(error: unknown): boolean {
  const { code, syscall, message } = error as { code?: unknown; syscall?: unknown; message?: unknown }
  if (typeof code === 'string' && code !== '')
    // PostgreSQL's own: connection exceptions, shutting down and starting up, no connection left.
    return /^08|^57P0|^53300$/.test(code) || /^(ECONNRESET|EPIPE)$/.test(code) || syscall === 'connect'
  return typeof message === 'string' && lostWords.test(message)
}

/** What `pg` says where it has no code to give. */
const lostWords =
  /^(Connection terminated|Client (has encountered a connection error|was closed) and|timeout exceeded when trying to connect)/

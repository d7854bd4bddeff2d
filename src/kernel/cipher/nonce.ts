import { randomFillSync } from 'node:crypto'

// One call to the system's generator per field would cost more than the cipher itself.
const pool = Buffer.alloc(12_288)
let used = pool.length

/** Fresh random bytes, each given out once. At most 32. */
export function randomNonce(bytes: number): Buffer {
  if (used + bytes > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const nonce = Buffer.from(pool.subarray(used, used + bytes))
  used += bytes
  return nonce
}

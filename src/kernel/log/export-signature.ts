import { readVerifyingKey, type VerifyingKey } from '../cipher/keys.ts'
import { isSigned } from './checkpoint.ts'
import { type ExportedCheckpoint, type ExportedKey, readCheckpoint } from './export-format.ts'
import type { Findings } from './finding.ts'

export function verifySignature(
  findings: Findings,
  checkpoint: ExportedCheckpoint,
  keys: ReadonlyMap<string, VerifyingKey>,
): boolean {
  const place = { table: 'export', key: { checkpoint: checkpoint.size } } as const
  const key = keys.get(checkpoint.keyId)
  if (!key) findings.add({ ...place, code: 'unknown-key', column: 'keyId', found: checkpoint.keyId })
  else if (isSigned(key, readCheckpoint(findings.county, checkpoint))) return true
  else findings.add({ ...place, code: 'signature' })
  return false
}

/** The keys an export's signatures are checked with: those given from outside, else the file's own. */
export function usableKeys(
  findings: Findings,
  own: readonly ExportedKey[],
  trusted: readonly VerifyingKey[] | undefined,
): Map<string, VerifyingKey> {
  if (trusted) return new Map(trusted.map((key) => [key.keyId, key]))
  const usable = new Map<string, VerifyingKey>()
  for (const { keyId, publicKey } of own)
    try {
      const key = readVerifyingKey(publicKey)
      if (key.keyId !== keyId) throw new Error('another key')
      usable.set(keyId, key)
    } catch {
      findings.add({ table: 'export', key: { keyId }, code: 'changed', column: 'publicKey' })
    }
  return usable
}

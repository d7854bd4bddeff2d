import { createHash } from 'node:crypto'
import { commitmentText } from '../words/commitment-text.ts'

let digest: string | undefined

/** SHA-256, hex, of the Chinese text in force: its title, items and data-use notice, one a line. */
export function commitmentDigest(): string {
  const { title, items, dataUse } = commitmentText
  const text = [title, ...items, dataUse].map((said) => said.zh).join('\n')
  return (digest ??= createHash('sha256').update(text).digest('hex'))
}

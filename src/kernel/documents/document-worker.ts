import { parentPort } from 'node:worker_threads'
import type { WordDocument } from './document.ts'
import type { DrawReply, DrawRequest } from './thread.ts'
import { writeDocument } from './write-document.ts'

parentPort?.on('message', ({ id, sheets }: DrawRequest<WordDocument>) => {
  const answer = (reply: DrawReply) => parentPort?.postMessage(reply)
  writeDocument(sheets)
    .then((file) => answer({ id, file }))
    .catch((error: unknown) => answer({ id, error: String(error) }))
})

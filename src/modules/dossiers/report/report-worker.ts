import { parentPort } from 'node:worker_threads'
import type { DrawReply, DrawRequest } from '../thread.ts'
import { writeReport } from './document.ts'
import type { ReportSheets } from './sheets.ts'

parentPort?.on('message', ({ id, sheets }: DrawRequest<ReportSheets>) => {
  const answer = (reply: DrawReply) => parentPort?.postMessage(reply)
  writeReport(sheets)
    .then((file) => answer({ id, file }))
    .catch((error: unknown) => answer({ id, error: String(error) }))
})

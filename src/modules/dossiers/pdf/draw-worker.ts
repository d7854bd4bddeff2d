import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import pdfmake from 'pdfmake'
import { definitionOf } from './definition.ts'
import type { DrawReply, DrawRequest } from '../../../kernel/documents/thread.ts'
import type { DossierSheets } from './sheets.ts'

const { normal, bold } = workerData as { normal: string; bold: string }

// Nothing but the two fonts is read, and nothing fetched, whatever stands in a document.
pdfmake.virtualfs.writeFileSync('normal.ttf', readFileSync(normal))
pdfmake.virtualfs.writeFileSync('bold.ttf', readFileSync(bold))
pdfmake.addFonts({ Noto: { normal: 'normal.ttf', bold: 'bold.ttf' } })
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(() => false)

parentPort?.on('message', ({ id, sheets }: DrawRequest<DossierSheets>) => {
  const answer = (reply: DrawReply) => parentPort?.postMessage(reply)
  pdfmake
    .createPdf(definitionOf(sheets))
    .getBuffer()
    .then((pdf) => answer({ id, file: pdf }))
    .catch((error: unknown) => answer({ id, error: String(error) }))
})

import { readOldWorkbook } from './old-workbook.ts'
import { type ReadRequest, replyTo } from './reply.ts'

process.once('message', (request: ReadRequest) => {
  void replyTo(readOldWorkbook, request).then((reply) => process.send?.(reply, () => process.disconnect()))
})

import { readOldWorkbook } from './old-workbook.ts'
import { answerRequest } from './reply.ts'

// The library tells the console of each record it does not know; hostile files are full of them.
Object.assign(console, { error: () => undefined, warn: () => undefined, log: () => undefined })

await answerRequest(readOldWorkbook)

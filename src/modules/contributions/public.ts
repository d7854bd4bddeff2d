export { contributionsStanding } from './standing.ts'
export { slipsToConfirm } from './queries/receipts.ts'

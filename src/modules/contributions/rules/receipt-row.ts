import { type Day, isDay } from '../../../kernel/dates/day.ts'
import type { Way } from '../model.ts'

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '')

/** `No.0001001` and `0001001` are the receipt 1001. */
export function readReceiptNumber(text: string): number | undefined {
  const digits = /^(?:No\.?)?0*(\d{1,8})$/i.exec(plain(text))?.[1]
  const number = Number(digits)
  return digits !== undefined && number > 0 ? number : undefined
}

/** As people write days; undefined for anything else. */
export function readPaidOn(text: string): Day | undefined {
  const written = plain(text)
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T?0?0:00(?::00)?)?$/.exec(written) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(written)
  if (!found) return undefined
  const [, year = '', month = '', dayOfMonth = ''] = found
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

const ways: Record<string, Way> = {
  '': 'cash',
  现金: 'cash',
  转账: 'transfer',
  银行转账: 'transfer',
  扫码: 'scan',
  扫码支付: 'scan',
}

export const wayOf = (text: string): Way | undefined => ways[plain(text)]

/** Fen as yuan with two decimals and thousands marks: 123450 → `1,234.50`. Exact at any size a number holds. */
export function yuanText(fen: number): string {
  const whole = Math.trunc(Math.abs(fen))
  const yuan = Math.floor(whole / 100)
  const sign = fen < 0 ? '−' : ''
  return `${sign}${grouped(String(yuan))}.${String(whole % 100).padStart(2, '0')}`
}

/** Digits with thousands marks. */
export const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

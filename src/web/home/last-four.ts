/** The last four of an ID number as typed, in any width and case: three digits and a digit or X. */
export function lastFourOf(typed: string): string | undefined {
  const text = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  return /^\d{3}[\dX]$/.test(text) ? text : undefined
}

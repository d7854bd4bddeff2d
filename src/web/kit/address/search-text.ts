/**
 * The address's search part as plain texts, `?town=370683101000&stage=confirmed`: an area code stays a text, and
 * people can read and send the address.
 */
export type SearchTexts = Record<string, string>

export function readSearch(search: string): SearchTexts {
  return Object.fromEntries(new URLSearchParams(search))
}

export function writeSearch(values: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(values))
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value))
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** What a figure is of: a version of a draft, asked as on a day, over one reading of the register. */
export interface Ground {
  draft: string
  version: number
  day: string
  reading: string
}

/** The list behind a figure. */
export function homesAddress(
  { draft, version, day, reading }: Ground,
  filter: Readonly<Record<string, string | undefined>>,
): string {
  const texts = Object.entries({ version: String(version), day, reading, ...filter }).flatMap(
    ([key, text]) => (text === undefined ? [] : [`${key}=${encodeURIComponent(text)}`]),
  )
  return `/policy/drafts/${draft}/homes?${texts.join('&')}`
}

/** Values that say how many; every other number is a name: a year, a row, a serial. */
const howMany = new Set(
  'count homes rows lines readRows total limit most least taken found read people acts left waiting meters receipts'.split(
    ' ',
  ),
)

/** A value as it stands in a sentence: how many with its thousands apart, as in every table. */
export const inSentence = (name: string, value: unknown): unknown =>
  typeof value === 'number' && howMany.has(name) ? value.toLocaleString('en-US') : value

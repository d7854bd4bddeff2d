/** How many homes one objection may name; more is an objection to the list, or a second one. */
export const mostHomes = 20

/** No board is longer: what is beyond was not a number of it. */
const lastPosition = 99_999

/**
 * The numbers of a board as somebody typed them: `3、7、12`, `第3号和第7号`, `3-7`. Each once, in the order of the board;
 * none where nothing was typed, undefined where it cannot be read: nobody is objected to by a guess.
 */
export function readPositions(text: string): number[] | undefined {
  const parts = text
    .normalize('NFKC')
    .replace(/(第|号|户|no\.?)/gi, ' ')
    .replace(/\s*(\p{Pd}|~|到|至)\s*/gu, '-')
    .split(/(?:[\s,、;。/和及与]|and)+/i)
    .filter((part) => part !== '')
  const found = new Set<number>()
  for (const part of parts) {
    const [, from = '', to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part) ?? []
    const [first, last] = [Number(from), Number(to)]
    if (first < 1 || last < first || last > lastPosition) return undefined
    // A span far beyond what may be named is told by one more than that.
    for (let position = first; position <= last && found.size <= mostHomes; position++) found.add(position)
  }
  return [...found].sort((one, other) => one - other)
}

interface Part {
  first: string
  /** The line of the board; null for the list as a whole. */
  position: number | null
}

/**
 * What was raised together, where the first of it stands: one receipt and one text, then the list as a whole and each
 * home in the order of the board.
 */
export function raisedTogether<T extends Part>(rows: readonly T[]): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>()
  for (const row of rows) {
    const group = groups.get(row.first)
    if (group) group.push(row)
    else groups.set(row.first, [row])
  }
  for (const group of groups.values()) group.sort((one, other) => (one.position ?? 0) - (other.position ?? 0))
  return [...groups.values()]
}

/** Rows of one objection that follow one another, each of one home, as one: they have one receipt and one text. */
export function raisedTogether<T extends { first: string }>(rows: readonly T[]): [T, ...T[]][] {
  const groups: [T, ...T[]][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0].first === row.first) last.push(row)
    else groups.push([row])
  }
  return groups
}

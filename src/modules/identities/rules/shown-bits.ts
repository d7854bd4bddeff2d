/**
 * Parts of a total in whole tenths that add up to the total as it is shown: each rounded down, then those nearest the
 * next tenth raised, so that whoever adds up what is on the screen comes to what is on the screen.
 */
export function shownTenths(parts: readonly number[], total: number): { parts: number[]; total: number } {
  const whole = Math.round(total * 10) + 0
  const shown = parts.map((part) => Math.floor(part * 10))
  const nearest = parts
    .map((part, at) => ({ at, left: part * 10 - Math.floor(part * 10) }))
    .sort((a, b) => b.left - a.left || a.at - b.at)
  let open = whole - shown.reduce((sum, part) => sum + part, 0)
  // Parts too small to be shown may leave more than one tenth for each, or less than none.
  for (let turn = 0; open !== 0 && nearest.length > 0; turn++) {
    const step = Math.sign(open)
    const order = step > 0 ? turn % nearest.length : nearest.length - 1 - (turn % nearest.length)
    const at = nearest[order]?.at ?? 0
    shown[at] = (shown[at] ?? 0) + step
    open -= step
  }
  return { parts: shown, total: whole }
}

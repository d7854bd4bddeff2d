/** Logarithm of n!, exact enough for hundreds of thousands: Stirling's series above 32. */
function logFactorial(n: number): number {
  if (n < 32) {
    let sum = 0
    for (let k = 2; k <= n; k++) sum += Math.log(k)
    return sum
  }
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3)
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/**
 * The probability that of `size` homes drawn without replacement from `homes`, `wrong` of them wrong, at most `found` are
 * (hypergeometric).
 */
export function atMostFound(found: number, size: number, wrong: number, homes: number): number {
  const all = logChoose(homes, size)
  let sum = 0
  for (let k = Math.max(0, size - (homes - wrong)); k <= Math.min(found, wrong, size); k++)
    sum += Math.exp(logChoose(wrong, k) + logChoose(homes - wrong, size - k) - all)
  return Math.min(1, sum)
}

/** As many homes as `percent` of them, at least one. */
const shareOf = (homes: number, percent: number): number => Math.max(1, Math.ceil((homes * percent) / 100))

/**
 * How many homes to draw, so that with this confidence at least one wrong one is among them wherever the tolerable share
 * or more is wrong (discovery sampling). At least 1, at most all.
 */
export function sizeToDraw(homes: number, confidencePercent: number, tolerablePercent: number): number {
  const wrong = shareOf(homes, tolerablePercent)
  const misses = 1 - confidencePercent / 100
  let [least, most] = [1, homes]
  while (least < most) {
    const middle = Math.floor((least + most) / 2)
    if (atMostFound(0, middle, wrong, homes) <= misses) most = middle
    else least = middle + 1
  }
  return least
}

/**
 * With this confidence no more of the population are wrong: the largest number that could still have shown as few as
 * `found` among the `examined`. All that were not examined, where none was.
 */
export function mostWrong(found: number, examined: number, homes: number, confidencePercent: number): number {
  if (examined === 0) return homes
  const misses = 1 - confidencePercent / 100
  let [least, most] = [found, homes - (examined - found)]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (atMostFound(found, examined, middle, homes) > misses) least = middle
    else most = middle - 1
  }
  return least
}

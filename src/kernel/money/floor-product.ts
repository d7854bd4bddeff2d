/**
 * The product of amounts, quantities and rates over a divisor, rounded down once at the end: exact whatever decimals a
 * parameter is written with, where `20.1 * 100` in floating point is not. Factors are not negative; the answer is a
 * whole number small enough to be one.
 */
export function floorProduct(factors: readonly number[], divisor: number): number {
  let numerator = 1n
  let denominator = 1n
  for (const factor of factors) {
    const { whole, scale } = decimalOf(factor)
    numerator *= whole
    denominator *= scale
  }
  const by = decimalOf(divisor)
  if (by.whole === 0n) throw new RangeError('Nothing can be shared among nobody.')
  const product = Number((numerator * by.scale) / (denominator * by.whole))
  if (!Number.isSafeInteger(product))
    throw new RangeError(`${factors.join(' × ')} is too large to pay exactly.`)
  return product
}

/** A number as the shortest decimal it is written as: 20.1 is 201 tenths. */
function decimalOf(number: number): { whole: bigint; scale: bigint } {
  const [, digits, decimals = '', power = '0'] =
    /^(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(number)) ?? []
  if (digits === undefined) throw new RangeError(`${number} is no quantity.`)
  const exponent = Number(power) - decimals.length
  const whole = BigInt(digits + decimals)
  return exponent < 0
    ? { whole, scale: 10n ** BigInt(-exponent) }
    : { whole: whole * 10n ** BigInt(exponent), scale: 1n }
}

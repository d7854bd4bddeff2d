/** A number that is not negative, exactly: money is reckoned in these and rounded once, at the end. */
export interface Exact {
  numerator: bigint
  denominator: bigint
}

export const nothing: Exact = { numerator: 0n, denominator: 1n }

/** A number as the shortest decimal it is written as: 20.1 is 201 tenths, which it is not in floating point. */
export function exactly(number: number): Exact {
  if (Number.isSafeInteger(number) && number >= 0) return { numerator: BigInt(number), denominator: 1n }
  const [, digits, decimals = '', power = '0'] =
    /^(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(number)) ?? []
  if (digits === undefined) throw new RangeError(`${number} is no quantity.`)
  const exponent = Number(power) - decimals.length
  const whole = BigInt(digits + decimals)
  return exponent < 0
    ? { numerator: whole, denominator: 10n ** BigInt(-exponent) }
    : { numerator: whole * 10n ** BigInt(exponent), denominator: 1n }
}

/** The product of the factors over a divisor. */
export function product(factors: readonly number[], divisor = 1): Exact {
  let { numerator, denominator } = { numerator: 1n, denominator: 1n }
  for (const factor of factors.map(exactly)) {
    numerator *= factor.numerator
    denominator *= factor.denominator
  }
  const by = exactly(divisor)
  if (by.numerator === 0n) throw new RangeError('Nothing can be shared among nobody.')
  return { numerator: numerator * by.denominator, denominator: denominator * by.numerator }
}

export const times = (a: Exact, b: Exact): Exact => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
})

export const plus = (a: Exact, b: Exact): Exact => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
})

export const isMore = (a: Exact, b: Exact): boolean =>
  a.numerator * b.denominator > b.numerator * a.denominator

/** Rounded to a whole number of steps; half a step goes up. Throws where it is too large to be paid exactly. */
export function rounded({ numerator, denominator }: Exact, how: 'down' | 'nearest', step = 1): number {
  const divisor = denominator * BigInt(step)
  const steps = how === 'down' ? numerator / divisor : (2n * numerator + divisor) / (2n * divisor)
  const whole = Number(steps * BigInt(step))
  if (!Number.isSafeInteger(whole)) throw new RangeError(`${whole} is too large to pay exactly.`)
  return whole
}

import { product, rounded } from './exact.ts'

/**
 * The product of amounts, quantities and rates over a divisor, rounded down once at the end: exact whatever decimals a
 * parameter is written with, where `20.1 * 100` in floating point is not. Factors are not negative; the answer is a
 * whole number small enough to be one.
 */
export const floorProduct = (factors: readonly number[], divisor: number): number =>
  rounded(product(factors, divisor), 'down')

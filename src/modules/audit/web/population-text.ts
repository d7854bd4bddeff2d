import { isCheck, type Population } from '../model.ts'

/** The key of the words for a population. */
export const populationKey = (population: Population): string =>
  isCheck(population) ? `audit.check.${population}` : `audit.population.${population}`

import { describe } from 'vitest'
import { payment } from './season/payment.ts'
import { aCounty } from './support/county.ts'
import { crawl } from './works/crawl.ts'

/** One county after the winter, lived in from top to bottom of this file. */
const county = aCounty('season')

describe('the demo county after the season', () => {
  crawl(county, ['bureau', 'finance', 'shahe-review', 'grid'])
  payment(county)
})

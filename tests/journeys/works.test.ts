import { describe } from 'vitest'
import { aCounty } from './support/county.ts'
import { breaking } from './works/breaking.ts'
import { building } from './works/building.ts'
import { changes } from './works/changes.ts'
import { contradiction } from './works/contradiction.ts'
import { crawl } from './works/crawl.ts'
import { field } from './works/field.ts'
import { household } from './works/household.ts'
import { notices } from './works/notice.ts'
import { oversight } from './works/oversight.ts'
import { policy } from './works/policy.ts'
import { premises } from './works/premises.ts'
import { register } from './works/register.ts'
import { settlement } from './works/settlement.ts'
import { sources } from './works/sources.ts'

/** One county in mid-August, lived in from top to bottom of this file. */
const county = aCounty('works')

describe('the demo county in mid-August', () => {
  crawl(county)
  register(county)
  const { village } = notices(county)
  changes(county, village)
  const { home } = building(county, village)
  household(county, village, home)
  settlement(county, home)
  premises(county)
  oversight(county)
  breaking(county, home)
  policy(county)
  sources(county)
  field(county)
  contradiction(county)
})

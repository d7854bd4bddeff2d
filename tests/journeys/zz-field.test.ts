import { describe } from 'vitest'
import { aCounty } from './support/county.ts'
import { field } from './works/field.ts'
const county = aCounty('works')
describe('x', () => {
  field(county)
})

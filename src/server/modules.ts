import { acceptance } from '../modules/acceptance/module.ts'
import { contributions } from '../modules/contributions/module.ts'
import { dossiers } from '../modules/dossiers/module.ts'
import { field } from '../modules/field/module.ts'
import { grid } from '../modules/grid/module.ts'
import { funds } from '../modules/funds/module.ts'
import { households } from '../modules/households/module.ts'
import { outreach } from '../modules/outreach/module.ts'
import { organisations } from '../modules/organisations/module.ts'
import { identities } from '../modules/identities/module.ts'
import { oversight } from '../modules/oversight/module.ts'
import { photographs } from '../modules/photographs/module.ts'
import { premises } from '../modules/premises/module.ts'
import { policy } from '../modules/policy/module.ts'
import { sources } from '../modules/sources/module.ts'
import { subsidies } from '../modules/subsidies/module.ts'
import { suppliers } from '../modules/suppliers/module.ts'
import { audit } from '../modules/audit/module.ts'
import { trials } from '../modules/trials/module.ts'
import { villages } from '../modules/villages/module.ts'
import { workers } from '../modules/workers/module.ts'
import { sites } from '../modules/sites/module.ts'
import { works } from '../modules/works/module.ts'

/** All modules in their order: each depends only on earlier ones. */
export const modules = [
  organisations,
  policy,
  suppliers,
  villages,
  sources,
  households,
  outreach,
  identities,
  workers,
  works,
  sites,
  acceptance,
  premises,
  photographs,
  field,
  funds,
  contributions,
  subsidies,
  grid,
  dossiers,
  trials,
  audit,
  oversight,
] as const

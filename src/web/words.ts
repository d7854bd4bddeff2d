import { kernelWords } from '../kernel/words/kernel-words.ts'
import type { Words } from '../kernel/words/words.ts'
import { words as households } from '../modules/households/words.ts'
import { words as outreach } from '../modules/outreach/words.ts'
import { words as identities } from '../modules/identities/words.ts'
import { words as organisations } from '../modules/organisations/words.ts'
import { words as photographs } from '../modules/photographs/words.ts'
import { words as dossiers } from '../modules/dossiers/words.ts'
import { words as field } from '../modules/field/words.ts'
import { words as funds } from '../modules/funds/words.ts'
import { words as contributions } from '../modules/contributions/words.ts'
import { words as sources } from '../modules/sources/words.ts'
import { words as grid } from '../modules/grid/words.ts'
import { words as subsidies } from '../modules/subsidies/words.ts'
import { words as oversight } from '../modules/oversight/words.ts'
import { words as premises } from '../modules/premises/words.ts'
import { words as policy } from '../modules/policy/words.ts'
import { words as suppliers } from '../modules/suppliers/words.ts'
import { words as audit } from '../modules/audit/words.ts'
import { words as trials } from '../modules/trials/words.ts'
import { words as villages } from '../modules/villages/words.ts'
import { words as workers } from '../modules/workers/words.ts'
import { words as sites } from '../modules/sites/words.ts'
import { words as works } from '../modules/works/words.ts'
import { words as acceptance } from '../modules/acceptance/words.ts'
import { kitWords } from './kit/words.ts'
import { officeWords } from './office/words.ts'

/** Everything the office says: its own words and every module's, one line each. */
export const words: readonly Words[] = [
  kernelWords,
  kitWords,
  officeWords,
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
]

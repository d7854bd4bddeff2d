import { changeScreens } from '../../modules/households/web/change-screens.tsx'
import { registerScreens } from '../../modules/households/web/register-screens.tsx'
import { noticeScreens } from '../../modules/households/web/notice-screens.tsx'
import { screens as identities } from '../../modules/identities/web/screens.tsx'
import { screens as outreach } from '../../modules/outreach/web/screens.tsx'
import { screens as organisations } from '../../modules/organisations/web/screens.tsx'
import { screens as oversight } from '../../modules/oversight/web/screens.tsx'
import { screens as policy } from '../../modules/policy/web/screens.tsx'
import { screens as suppliers } from '../../modules/suppliers/web/screens.tsx'
import { screens as villages } from '../../modules/villages/web/screens.tsx'
import { screens as workers } from '../../modules/workers/web/screens.tsx'
import { screens as sites } from '../../modules/sites/web/screens.tsx'
import { screens as works } from '../../modules/works/web/screens.tsx'
import { screens as acceptance } from '../../modules/acceptance/web/screens.tsx'
import { screens as premises } from '../../modules/premises/web/screens.tsx'
import { screens as photographs } from '../../modules/photographs/web/screens.tsx'
import { screens as dossiers } from '../../modules/dossiers/web/screens.tsx'
import { screens as field } from '../../modules/field/web/screens.tsx'
import { screens as funds } from '../../modules/funds/web/screens.tsx'
import { screens as contributions } from '../../modules/contributions/web/screens.tsx'
import { screens as sources } from '../../modules/sources/web/screens.tsx'
import { screens as grid } from '../../modules/grid/web/screens.tsx'
import { screens as subsidies } from '../../modules/subsidies/web/screens.tsx'
import { screens as trials } from '../../modules/trials/web/screens.tsx'
import { screens as audit } from '../../modules/audit/web/screens.tsx'
import type { Screen } from '../kit/screen.ts'

/**
 * All pages of the office. A module adds one import line and one name:
 *
 *     import { screens as villages } from '../../modules/villages/web/screens.tsx'
 *     export const screens: readonly Screen[] = [...villages]
 *
 * A screen at `/` is the start page; without one the first of the menu is.
 */
export const screens: readonly Screen[] = [
  ...oversight,
  ...organisations,
  ...policy,
  ...sources,
  ...registerScreens,
  ...changeScreens,
  ...noticeScreens,
  ...identities,
  ...suppliers,
  ...villages,
  ...outreach,
  ...workers,
  ...works,
  ...sites,
  ...acceptance,
  ...premises,
  ...photographs,
  ...field,
  ...funds,
  ...contributions,
  ...subsidies,
  ...grid,
  ...dossiers,
  ...trials,
  ...audit,
]

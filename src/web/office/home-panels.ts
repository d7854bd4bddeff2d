import { homePanels as acceptance } from '../../modules/acceptance/web/home-panels.tsx'
import { changePanels } from '../../modules/households/web/change-screens.tsx'
import { noticePanels } from '../../modules/households/web/notice-panels.tsx'
import { homePanels as dossiers } from '../../modules/dossiers/web/home-panels.tsx'
import { homePanels as held } from '../../modules/field/web/home-panels.tsx'
import { homePanels as outreach } from '../../modules/outreach/web/home-panels.tsx'
import { homePanels as pairs } from '../../modules/identities/web/home-panels.tsx'
import { homePanels as photographs } from '../../modules/photographs/web/home-panels.tsx'
import { homePanels as contributions } from '../../modules/contributions/web/home-panels.tsx'
import { homePanels as money } from '../../modules/subsidies/web/home-panels.tsx'
import { homePanels as grid } from '../../modules/grid/web/home-panels.tsx'
import { homePanels as sites } from '../../modules/sites/web/home-panels.tsx'
import { homePanels as works } from '../../modules/works/web/home-panels.tsx'
import type { HomePanel } from '../kit/screen.ts'

/**
 * The parts of a home's page, down the page by their order. A module adds one import line and one name, as in
 * screens.ts; the households module draws them without knowing whose they are.
 */
export const homePanels: readonly HomePanel[] = [
  ...noticePanels,
  ...changePanels,
  ...pairs,
  ...outreach,
  ...works,
  ...sites,
  ...acceptance,
  ...held,
  ...photographs,
  ...contributions,
  ...money,
  ...grid,
  ...dossiers,
]

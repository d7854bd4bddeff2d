import { ownForms as acceptance } from '../../modules/acceptance/web/own-forms.ts'
import { ownForms as dossiers } from '../../modules/dossiers/web/own-forms.ts'
import { ownForms as pairs } from '../../modules/identities/web/own-forms.ts'
import { ownForms as outreach } from '../../modules/outreach/web/own-forms.ts'
import { ownForms as works } from '../../modules/works/web/own-forms.ts'
import type { OwnForm } from '../kit/acts/available-acts.tsx'

/** Forms of acts' own, where the generated one will not do, for the home's page: by act kind. */
export const ownForms: Readonly<Record<string, OwnForm>> = {
  ...works,
  ...acceptance,
  ...dossiers,
  ...outreach,
  ...pairs,
}

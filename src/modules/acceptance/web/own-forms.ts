import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { SignOffTownForm, SignOffVillageForm } from './sign-off-form.tsx'
import { checkForms, VisitForm } from './visit-form.tsx'

/** Forms of these acts' own: a checklist is more than fields. */
export const ownForms: Readonly<Record<string, OwnForm>> = {
  'home.inspect': VisitForm,
  'home.check-town': checkForms.town,
  'home.check-county': checkForms.county,
  'home.sign-off-village': SignOffVillageForm,
  'home.sign-off-town': SignOffTownForm,
}

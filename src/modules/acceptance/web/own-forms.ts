import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { SignOffTownForm, SignOffVillageForm } from './sign-off-form.tsx'
import { VisitForm } from './visit-form.tsx'

/** Forms of these acts' own: a checklist is more than fields. */
export const ownForms: Readonly<Record<string, OwnForm>> = {
  'home.inspect': VisitForm,
  'home.sign-off-village': SignOffVillageForm,
  'home.sign-off-town': SignOffTownForm,
}

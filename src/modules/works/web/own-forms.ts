import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { CommissionForm } from './commission-form.tsx'
import { CorrectDevicesForm, InstallForm } from './install-form.tsx'
import { CorrectPartsForm, InstallPartsForm } from './install-parts-form.tsx'
import { NameCrewForm } from './name-crew-form.tsx'
import { SelfCheckForm } from './self-check-form.tsx'

/** Forms of these acts' own: machines and checklists are more than fields. */
export const ownForms: Readonly<Record<string, OwnForm>> = {
  'home.install': InstallForm,
  'home.correct-devices': CorrectDevicesForm,
  'home.install-parts': InstallPartsForm,
  'home.correct-parts': CorrectPartsForm,
  'home.name-crew': NameCrewForm,
  'home.self-check': SelfCheckForm,
  'home.commission': CommissionForm,
}

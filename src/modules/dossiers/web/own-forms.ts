import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { BringForm } from './bring-form.tsx'
import { TakeOutForm } from './take-out-form.tsx'

/** Each chooses of what this home's dossier has, and asks for the files the paper chosen needs. */
export const ownForms: Readonly<Record<string, OwnForm>> = {
  'dossier.add-paper': BringForm,
  'dossier.withdraw-paper': TakeOutForm,
}

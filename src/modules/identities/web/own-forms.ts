import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { PointOutForm } from './point-out-form.tsx'

/** The acts about a home that need more than the generated form. */
export const ownForms: Readonly<Record<string, OwnForm>> = { 'pair.point-out': PointOutForm }

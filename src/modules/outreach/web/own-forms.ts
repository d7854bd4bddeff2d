import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { WishForm } from './wish-form.tsx'

/** Routes and reasons are the pack's own. */
export const ownForms: Readonly<Record<string, OwnForm>> = { 'wish.record': WishForm }

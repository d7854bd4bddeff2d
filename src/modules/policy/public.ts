import { v5 } from 'uuid'

const namespace = '6f0f2c1e-3a44-4d0c-9a51-0f4f5d7b6a20'

/** The one programme of a county that runs here; its row is the lock of everything register-wide. */
export const programmeId = (county: number): string => v5(`programme ${county}`, namespace)

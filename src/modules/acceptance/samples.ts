import type { z } from 'zod'
import type { InspectHome, SignOff } from './model.ts'

export const aVisit = (
  given: Pick<z.input<typeof InspectHome>, 'home' | 'items' | 'serials'> &
    Partial<z.input<typeof InspectHome>>,
): z.input<typeof InspectHome> => ({ visitedOn: '2023-08-05', ...given })

export const aSignOff = (given: z.input<typeof SignOff>): z.input<typeof SignOff> => given

import type { z } from 'zod'
import type { DecideRoute } from './model.ts'

export const aRouteDecision = (
  given: Pick<z.input<typeof DecideRoute>, 'village'> & Partial<z.input<typeof DecideRoute>>,
): z.input<typeof DecideRoute> => ({ route: 'heat-pump-air-heater', decidedOn: '2023-05-10', ...given })

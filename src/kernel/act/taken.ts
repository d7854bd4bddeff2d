import { z } from 'zod'

const Instant = z.iso.datetime({ offset: true })
const latitude = z.number().min(-90).max(90)
const longitude = z.number().min(-180).max(180)

/** How a photograph came about, as whoever brings it says. */
export const Taken = z.object({
  /** In the application, or chosen among files that were there. */
  by: z.enum(['camera', 'gallery']),
  at: Instant.optional(),
  position: z
    .object({
      latitude,
      longitude,
      accuracyM: z.number().min(0).max(1e7),
      altitudeM: z.number().min(-1e5).max(1e5).nullable().default(null),
    })
    .optional(),
  /** What a picked file says of itself. */
  file: z
    .object({ at: Instant.optional(), latitude: latitude.optional(), longitude: longitude.optional() })
    .refine((file) => (file.latitude === undefined) === (file.longitude === undefined))
    .optional(),
})
export type Taken = z.output<typeof Taken>

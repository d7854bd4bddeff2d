import type { z } from 'zod'
import { newId } from '../../kernel/identity/id.ts'
import type { RecordMeeting, RecordPublicity } from './model.ts'

export const aPublicity = (
  given: Pick<z.input<typeof RecordPublicity>, 'village'> & Partial<z.input<typeof RecordPublicity>>,
): z.input<typeof RecordPublicity> => ({
  id: newId(),
  activity: 'leaflet',
  heldOn: '2023-05-06',
  carriedOutBy: '村委会（模拟）',
  families: 120,
  reached: 100,
  ...given,
})

/** A meeting of nine that decides on a route, eight present, seven of them for it. */
export const aMeeting = ({
  route = 'heat-pump-air-heater',
  ...given
}: Pick<z.input<typeof RecordMeeting>, 'village'> &
  Partial<z.input<typeof RecordMeeting>> & { route?: string }): z.input<typeof RecordMeeting> => ({
  id: newId(),
  heldOn: '2023-05-10',
  representatives: 9,
  present: 8,
  votes: [{ route, for: 7, against: 1, abstained: 0 }],
  ...given,
})

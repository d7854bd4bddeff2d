import { defineModule } from '../../kernel/act/define.ts'
import { meetingDecides, recordMeeting } from './acts/meeting.ts'
import { recordPublicity, strikePublicity } from './acts/publicity.ts'
import { recordWish } from './acts/wish.ts'
import { downloads } from './downloads.ts'
import { queries as villages } from './queries/villages.ts'
import { queries as wishes } from './queries/wishes.ts'

export const outreach = defineModule({
  name: 'outreach',
  acts: [recordPublicity, strikePublicity, recordMeeting, recordWish],
  queries: [...villages, ...wishes],
  downloads,
  reactions: [meetingDecides],
  subjects: { publicity: 'publicity' },
})

import type { Words } from '../../kernel/words/words.ts'
import { afterSalesWords } from './words/after-sales.ts'
import { appointmentWords } from './words/appointments.ts'
import { dayWords } from './words/days.ts'
import { matterWords } from './words/matters.ts'
import { safetyWords } from './words/safety.ts'
import { scheduleWords } from './words/schedule.ts'

export const words = {
  ...scheduleWords,
  ...dayWords,
  ...appointmentWords,
  ...matterWords,
  ...safetyWords,
  ...afterSalesWords,
} satisfies Words

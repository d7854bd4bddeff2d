import { type Day, dayOf } from '../../kernel/dates/day.ts'

/** The telephone's own day in Asia/Shanghai; where its clock is wrong the door says so. */
export const todayHere = (): Day => dayOf(new Date())

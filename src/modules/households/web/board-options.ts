import type { Answer } from '../../../web/kit/api/names.ts'

/** The homes of a notice to choose among, as its board names them. */
export const boardOptions = (notice: Answer<'notice.get'> | undefined) =>
  notice?.lines.map(({ home, row }) => ({ value: home, label: `${row.position} ${row.householder}` }))

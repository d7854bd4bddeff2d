import type { Answer } from '../../../web/kit/api/names.ts'

/** The homes that still stand on a notice, to choose among, as its board names them. */
export const boardOptions = (notice: Answer<'notice.get'> | undefined) =>
  notice?.lines
    .filter(({ outcome }) => outcome === null)
    .map(({ home, row }) => ({ value: home, label: `${row.position} ${row.householder}` }))

import { defineQuery } from '../../../kernel/act/define.ts'
import { findEarlierLines } from '../../sources/public.ts'
import { FindEarlierLines } from '../model.ts'

const mostShown = 20

/** Lines of the earlier years' lists in one's area that a home can be put beside (§4.1b); numbers of persons masked. */
export const earlierLines = defineQuery({
  name: 'pair.earlier-lines',
  input: FindEarlierLines,
  permission: 'pair.decide',
  run: async (db, { search }, context) => ({
    lines: await findEarlierLines(db, context, search, mostShown),
    most: mostShown,
  }),
})

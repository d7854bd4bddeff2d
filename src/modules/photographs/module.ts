import { defineModule } from '../../kernel/act/define.ts'
import { raiseDoubt } from './acts/raise.ts'
import { askAgain, clearDoubt } from './acts/settle.ts'
import { doubtQueries } from './queries/doubts.ts'
import { photographQueries } from './queries/photographs.ts'
import { reactions } from './reactions.ts'

export const photographs = defineModule({
  name: 'photographs',
  acts: [raiseDoubt, clearDoubt, askAgain],
  queries: [...doubtQueries, ...photographQueries],
  downloads: [],
  reactions,
  subjects: { doubt: 'doubt' },
})

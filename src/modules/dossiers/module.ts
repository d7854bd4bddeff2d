import { defineModule } from '../../kernel/act/define.ts'
import { addPaper, withdrawPaper } from './acts/papers.ts'
import { downloads } from './downloads.ts'
import { queries as list } from './queries/list.ts'
import { queries as page } from './queries/page.ts'

export const dossiers = defineModule({
  name: 'dossiers',
  acts: [addPaper, withdrawPaper],
  queries: [...page, ...list],
  downloads,
  reactions: [],
  subjects: {},
})

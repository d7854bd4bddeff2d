import { defineModule } from '../../kernel/act/define.ts'
import { acts } from './acts.ts'
import { queries } from './queries.ts'

export const organisations = defineModule({
  name: 'organisations',
  acts,
  queries,
  downloads: [],
  reactions: [],
  subjects: { organisation: 'organisation', account: 'account' },
})

import { defineModule } from '../../kernel/act/define.ts'
import { acts } from './acts.ts'
import { queries } from './queries.ts'

export const policy = defineModule({
  name: 'policy',
  acts,
  queries,
  downloads: [],
  reactions: [],
  subjects: { programme: 'programme', draft: 'policy_draft' },
})

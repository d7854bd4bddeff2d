import { defineModule } from '../../kernel/act/define.ts'
import { acts } from './acts.ts'
import { queries } from './queries.ts'

export const suppliers = defineModule({
  name: 'suppliers',
  acts,
  queries,
  downloads: [],
  reactions: [],
  subjects: { lot: 'lot', model: 'equipment_model' },
})

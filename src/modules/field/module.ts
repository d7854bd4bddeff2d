import { defineModule } from '../../kernel/act/define.ts'
import { enrolHandset, revokeHandset } from './acts/handsets.ts'
import { applyHeld, keepHeld, setAsideHeld } from './acts/held.ts'
import { queries } from './queries.ts'

export const field = defineModule({
  name: 'field',
  acts: [enrolHandset, revokeHandset, keepHeld, applyHeld, setAsideHeld],
  queries,
  downloads: [],
  reactions: [],
  subjects: { handset: 'handset', 'held-act': 'held_act' },
})

import { defineModule } from '../../kernel/act/define.ts'
import { enrolHandset, reportLostHandset, revokeHandset } from './acts/handsets.ts'
import { applyHeld, keepHeld, setAsideHeld } from './acts/held.ts'
import { heldQueries } from './queries/held.ts'
import { takeQueries } from './queries/take.ts'

export const field = defineModule({
  name: 'field',
  acts: [enrolHandset, revokeHandset, reportLostHandset, keepHeld, applyHeld, setAsideHeld],
  queries: [...heldQueries, ...takeQueries],
  downloads: [],
  reactions: [],
  subjects: { handset: 'handset', 'held-act': 'held_act' },
})

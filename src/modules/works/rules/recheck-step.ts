import type { Stage } from '../../households/stages.ts'

/** What comes next of machines that are checked and accepted again (§3.3.3, §3.3.4). */
export const recheckStep = (stage: Stage): 'self-check' | 'visit' | 'sign' =>
  stage === 'inspected' ? 'sign' : stage === 'self-checked' ? 'visit' : 'self-check'

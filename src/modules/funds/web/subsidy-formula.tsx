import type { Reckoning } from '../../../kernel/pack/reckon.ts'
import { Reckoned } from '../../../web/kit/policy/reckoned.tsx'
import './money.css'

/** How a home's subsidy came about. */
export const SubsidyFormula = ({ formula }: { formula: Reckoning }) => <Reckoned formula={formula} />

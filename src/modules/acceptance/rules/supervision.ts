import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { VillageOnSite } from '../../sites/rules/matters.ts'

/** Only where a lot has its supervising firm is anything to watch (§3.3.4). */
export const mayWatch = ({ supervisor }: VillageOnSite): Refusal[] =>
  supervisor === null ? [refuse('supervision.no-firm', ['§3.3.4'])] : []

export interface NamingFacts extends VillageOnSite {
  /** Account of who watches the village now. */
  named: string | null
  /** Accounts of the firm's own supervisors. */
  people: ReadonlySet<string>
}

export const checkNamed = ({ named, people }: NamingFacts, person: string): Refusal[] => [
  ...(people.has(person) ? [] : [refuse('supervision.not-of-firm', ['§3.3.4'])]),
  ...(named === person ? [refuse('supervision.named-already', ['§3.3.4'])] : []),
]

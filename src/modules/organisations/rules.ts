import { refuse, type Refusal } from '../../kernel/act/refusal.ts'
import { passwordProblem } from '../../kernel/identity/password-rules.ts'
import type { RoleName } from './roles.ts'

/** What kind of place a role holds in: a county role cannot be given for one village, a firm's only for the firm. */
export const heldIn: Record<RoleName, 'county' | 'town' | 'village' | 'organisation' | 'home'> = {
  administrator: 'county',
  'bureau-officer': 'county',
  'bureau-director': 'county',
  'town-officer': 'town',
  'town-reviewer': 'town',
  'village-cadre': 'village',
  contractor: 'organisation',
  supervisor: 'organisation',
  'grid-company': 'county',
  'finance-officer': 'county',
  'market-regulator': 'county',
  auditor: 'county',
  household: 'home',
}

/** Roles one person may not hold together: who prepares does not approve, who approves does not pay (§5.2). */
const apart: readonly (readonly RoleName[])[] = [
  ['bureau-officer', 'bureau-director', 'finance-officer'],
  ['town-officer', 'town-reviewer'],
  ['contractor', 'supervisor'],
  ['administrator', 'bureau-director', 'finance-officer', 'auditor'],
]

export interface HeldRole {
  role: RoleName
  areaLevel?: 'county' | 'town' | 'village' | 'unknown'
  organisationKind?: string
}

/** Every reason against holding `wanted` beside `present`. */
export function mayHold(wanted: readonly HeldRole[], present: readonly RoleName[]): Refusal[] {
  const refusals: Refusal[] = []
  for (const held of wanted) {
    const where = held.organisationKind !== undefined ? 'organisation' : held.areaLevel
    const fits =
      where === heldIn[held.role] && (where !== 'organisation' || held.organisationKind === held.role)
    if (!fits)
      refusals.push(refuse('role.wrong-place', ['§5.1'], { role: held.role, level: heldIn[held.role] }))
  }
  const all = new Set<RoleName>([...present, ...wanted.map((held) => held.role)])
  for (const group of apart) {
    const both = group.filter((role) => all.has(role))
    if (both.length > 1 && wanted.some((held) => both.includes(held.role)))
      refusals.push(refuse('role.apart', ['§5.2'], { first: both[0] ?? '', second: both[1] ?? '' }))
  }
  return refusals
}

export function mayOpenAccount(
  facts: { signInTaken: boolean },
  input: { signIn: string; password: string },
): Refusal[] {
  const refusals: Refusal[] = []
  if (facts.signInTaken) refusals.push(refuse('account.sign-in-taken', ['§5.1'], { signIn: input.signIn }))
  const problem = passwordProblem(input.password, input.signIn)
  if (problem) refusals.push(refuse('account.weak-password', ['§5.1'], { problem }))
  return refusals
}

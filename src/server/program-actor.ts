import type { Actor } from '../kernel/identity/authority.ts'

/** What the program itself may do, and no person: found a county, take an objection from the public notice page. */
export const programRole = {
  permissions: [
    'organisation.register',
    'account.open',
    'role.grant',
    'village.register',
    'policy.adopt',
    'objection.raise-public',
    'household.open-account',
    'doubt.raise',
  ],
}

const programId = '00000000-0000-7000-8000-000000000001'

export const programActor = (county: number, countyCode: string): Actor => ({
  id: programId,
  county,
  name: '清暖',
  grants: [{ role: 'program', area: `${countyCode}000000` }],
})

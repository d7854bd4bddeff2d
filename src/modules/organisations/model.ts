import { z } from 'zod'
import { personal } from '../../kernel/act/personal.ts'
import { roles } from './roles.ts'

export const organisationKinds = [
  'bureau',
  'town-office',
  'contractor',
  'supervisor',
  'maker',
  'grid-company',
  'finance-bureau',
  'finance-company',
  'market-regulation',
  'audit-bureau',
] as const

export const RegisterOrganisation = z.object({
  id: z.uuid(),
  kind: z.enum(organisationKinds),
  name: z.string().trim().min(2).max(60),
  creditCode: z.string().trim().length(18).optional(),
  telephone: z.string().trim().max(20).optional(),
  synthetic: z.boolean().optional(),
})

/** A role and where it holds: exactly one of area and organisation. Households get theirs by their letter. */
const RoleHeld = z
  .object({
    role: z.enum(Object.keys(roles) as [keyof typeof roles, ...(keyof typeof roles)[]]),
    area: z.string().length(12).optional(),
    organisation: z.uuid().optional(),
  })
  .refine((held) => (held.area === undefined) !== (held.organisation === undefined))

export const OpenAccount = z.object({
  id: z.uuid(),
  signIn: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/),
  name: personal(z.string().trim().min(1).max(40)),
  organisation: z.uuid().optional(),
  password: personal(z.string().min(10).max(200)),
  mustChangePassword: z.boolean().default(true),
  roles: z.array(RoleHeld).max(20),
})

export const DisableAccount = z.object({ account: z.uuid(), reason: z.string().trim().min(2).max(200) })
export const GrantRole = z.object({ account: z.uuid(), id: z.uuid(), held: RoleHeld })
export const WithdrawRole = z.object({
  account: z.uuid(),
  grant: z.uuid(),
  reason: z.string().trim().min(2).max(200),
})

import type { Actor, Grant } from '../kernel/identity/authority.ts'
import { newId } from '../kernel/identity/id.ts'
import type { RoleName } from '../modules/organisations/roles.ts'
import type { DemoVillage } from './places.ts'
import { towns } from './places.ts'
import type { Stagehand } from './stagehand.ts'

export const demoPassword = 'qingnuan-2023'

type FirmName =
  | 'contractorA'
  | 'contractorB'
  | 'contractorC'
  | 'supervisorA'
  | 'supervisorB'
  | 'makerA'
  | 'makerB'

/** People of the demo county by their sign-in names; each is an account that can sign in. */
export interface Staff {
  by: (signIn: string) => Actor
  townOfficer: (town: string) => Actor
  townReviewer: (town: string) => Actor
  cadre: (town: string) => Actor
  firms: Record<FirmName, string>
}

/** Organisations and accounts of the demo county, opened by its administrator. */
export async function openStaff(
  hand: Stagehand,
  county: string,
  villages: readonly DemoVillage[],
): Promise<Staff> {
  const { administrator } = hand
  const organisation = async (kind: string, name: string, telephone?: string): Promise<string> => {
    const id = newId()
    const said = { id, kind, name, synthetic: true, ...(telephone && { telephone }) }
    await hand.do(administrator, 'organisation.register', said)
    return id
  }
  const firms = {
    contractorA: await organisation('contractor', '东海暖通工程公司(模拟)'),
    contractorB: await organisation('contractor', '云峰新能源公司(模拟)'),
    contractorC: await organisation('contractor', '胶东机电安装公司(模拟)'),
    supervisorA: await organisation('supervisor', '正信监理公司(模拟)'),
    supervisorB: await organisation('supervisor', '恒达监理公司(模拟)'),
    makerA: await organisation('maker', '海风电器(模拟)'),
    makerB: await organisation('maker', '北极星空调(模拟)'),
  }
  await organisation('bureau', '住房和城乡建设管理局(模拟)')
  await organisation('grid-company', '供电公司(模拟)')
  await organisation('finance-bureau', '财政局(模拟)')
  await organisation('audit-bureau', '审计局(模拟)')
  await organisation('market-regulation', '市场监督管理局(模拟)')
  for (const [nth, { name }] of towns.entries()) {
    const office = name.endsWith('街道') ? `${name}办事处(模拟)` : `${name}人民政府(模拟)`
    await organisation('town-office', office, `0535-0000${101 + nth}`)
  }

  const actors = new Map<string, Actor>([['admin', administrator]])
  const open = async (signIn: string, name: string, role: RoleName, where: Omit<Grant, 'role'>) => {
    const id = newId()
    const grant = { role, ...where }
    await hand.do(administrator, 'account.open', {
      id,
      signIn,
      name: `${name}(模拟)`,
      ...(where.organisation ? { organisation: where.organisation } : {}),
      password: demoPassword,
      mustChangePassword: false,
      roles: [grant],
    })
    const actor: Actor = {
      id,
      county: administrator.county,
      name: `${name}(模拟)`,
      ...(where.organisation ? { organisation: where.organisation } : {}),
      grants: [grant],
    }
    actors.set(signIn, actor)
    return actor
  }

  await open('bureau', '住建局经办', 'bureau-officer', { area: county })
  await open('bureau2', '住建局经办乙', 'bureau-officer', { area: county })
  await open('director', '住建局负责人', 'bureau-director', { area: county })
  await open('grid', '供电公司经办', 'grid-company', { area: county })
  await open('finance', '财政经办', 'finance-officer', { area: county })
  await open('finance2', '财政经办乙', 'finance-officer', { area: county })
  await open('market', '市场监管抽检员', 'market-regulator', { area: county })
  await open('audit', '审计人员', 'auditor', { area: county })
  for (const [signIn, firm] of [
    ['contractor', firms.contractorA],
    ['contractor2', firms.contractorB],
    ['contractor3', firms.contractorC],
  ] as const)
    await open(signIn, '施工负责人', 'contractor', { organisation: firm })
  await open('supervisor', '监理工程师', 'supervisor', { organisation: firms.supervisorA })
  await open('supervisor2', '监理工程师', 'supervisor', { organisation: firms.supervisorB })
  for (const town of towns) {
    await open(town.signIn, `${town.name}经办`, 'town-officer', { area: town.code })
    await open(`${town.signIn}-review`, `${town.name}审核`, 'town-reviewer', { area: town.code })
    const own = villages.filter((village) => village.town.code === town.code)
    const cadre = await open(`${town.signIn}-cadre`, `${town.name}包村干部`, 'village-cadre', {
      area: own[0]?.code ?? '',
    })
    const more = own.slice(1).map((village) => ({ role: 'village-cadre' as const, area: village.code }))
    await hand.many(
      administrator,
      'role.grant',
      more.map((held) => ({ account: cadre.id, id: newId(), held })),
    )
    cadre.grants.push(...more)
  }

  const by = (signIn: string): Actor => {
    const found = actors.get(signIn)
    if (!found) throw new Error(`The demo county has no '${signIn}'.`)
    return found
  }
  const signInOf = (code: string): string => towns.find((town) => town.code === code)?.signIn ?? ''
  return {
    by,
    townOfficer: (town) => by(signInOf(town)),
    townReviewer: (town) => by(`${signInOf(town)}-review`),
    cadre: (town) => by(`${signInOf(town)}-cadre`),
    firms,
  }
}

import { openField } from '../kernel/cipher/fields.ts'
import type { Said } from '../kernel/words/words.ts'
import { spacedCode } from '../modules/households/plain-code.ts'
import type { Program } from '../server/program.ts'

export interface DemoAccount {
  signIn: string
  password: string
  who: Said
  /** A household's letter: `signIn` is its code, `password` the last four of the ID number. */
  letter?: true
}

const accounts: readonly (readonly [signIn: string, zh: string, en: string])[] = [
  ['bureau', '住建局经办', 'Housing bureau officer'],
  ['bureau2', '住建局经办（复核）', 'Housing bureau officer, reviewing'],
  ['director', '住建局负责人', 'Housing bureau director'],
  ['shahe', '沙河镇经办', 'Town officer, Shahe'],
  ['shahe-review', '沙河镇审核', 'Town reviewer, Shahe'],
  ['tushan-review', '土山镇审核', 'Town reviewer, Tushan'],
  ['guojiadian-review', '郭家店镇审核', 'Town reviewer, Guojiadian'],
  ['shahe-cadre', '沙河镇包村干部', 'Village cadre, Shahe'],
  ['contractor', '中标单位(一标段)', 'Contractor, lot 1'],
  ['supervisor', '监理', 'Supervisor'],
  ['grid', '供电公司', 'Grid company'],
  ['finance', '财政经办', 'Finance officer'],
  ['market', '市场监管', 'Market regulator'],
  ['audit', '审计', 'Auditor'],
  ['admin', '系统管理员', 'Administrator'],
]

/** The accounts a visitor tries first, and one household with the letter it would have received. */
export async function demoAccountsOf(
  program: Program,
  county: number,
  password: string,
): Promise<DemoAccount[]> {
  const household = await program.database.read(county, async (db) => {
    const letters = db
      .selectFrom('home_letter')
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'home_letter.county').onRef('home.id', '=', 'home_letter.home'),
      )
      .select(['home_letter.code', 'home.id_number'])
      .where('home_letter.county', '=', county)
      .where('home.ended', 'is', null)
      .where('home.id_number', 'is not', null)
      .orderBy('home.village')
      .limit(1)
    // Where money has been paid, a household that has some to look at; before, one whose turn it is to sign.
    const paid = db
      .selectFrom('payment')
      .select('home')
      .where('county', '=', county)
      .where('state', '=', 'paid')
    return (
      (await letters.where('home.id', 'in', paid).executeTakeFirst()) ??
      (await letters.where('home.stage', 'in', ['assigned', 'installed']).executeTakeFirst())
    )
  })
  const staff = accounts.map(([signIn, zh, en]) => ({ signIn, password, who: { zh, en } }))
  if (!household?.id_number) return staff
  return [
    ...staff,
    {
      signIn: spacedCode(openField(program.keys, county, 'home_letter.code', household.code)),
      password: openField(program.keys, county, 'home.id_number', household.id_number).slice(-4),
      who: { zh: '改造户(通知单编号 + 身份证后四位)', en: 'Household (letter code + last four digits)' },
      letter: true,
    },
  ]
}

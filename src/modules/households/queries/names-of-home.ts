import type { ReadDb } from '../../../kernel/database/database.ts'
import { saidOfHomes } from '../../sources/public.ts'
import { type NameCheck, nameChecks } from '../rules/names.ts'

interface NamesOfHome {
  householder: string
  titleOwner: string | null
  accountHolder: string | null
  village: string
  idNumberIndex: Buffer | null
  accountNumber: string | null
  address: string
}

/** The names of a home's papers and of the grid company's register that are not plainly the householder's (§4.4). */
export async function namesOfHome(db: ReadDb, county: number, home: NamesOfHome): Promise<NameCheck[]> {
  const [said] = await saidOfHomes(db, county, [home])
  return nameChecks({ ...home, registeredHolder: said?.grid?.account?.holder ?? null })
}

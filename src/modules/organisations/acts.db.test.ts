import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { area, county, type TestCounty, aCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import { signIn } from '../../kernel/identity/sign-in.ts'

let c: TestCounty
beforeAll(async () => {
  c = await aCounty()
})
afterAll(() => c.close())

const anAccount = (over: object = {}) => ({
  id: newId(),
  signIn: `user-${newId().slice(-8)}`,
  name: '模拟人员',
  password: 'eine lange losung 7',
  mustChangePassword: false,
  roles: [{ role: 'town-officer', area: area.town }],
  ...over,
})

describe('accounts', () => {
  it('are opened by the administrator and can sign in', async () => {
    const account = anAccount()
    await c.done(c.actors.administrator, 'account.open', account)
    const result = await signIn(c.program.database, { ...account, address: 'a' })
    expect(result.status).toBe('ok')
    expect((await signIn(c.program.database, { ...account, password: 'wrong', address: 'b' })).status).toBe(
      'refused',
    )
  })

  it('keep name and password out of the log', async () => {
    const account = anAccount({ name: '独特名' })
    const { id } = await c.done(c.actors.administrator, 'account.open', account)
    const { text } = await c.program.database.read(county, (db) =>
      db
        .selectFrom('act')
        .select('text')
        .where('county', '=', county)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    expect(text).not.toContain('独特名')
    expect(text).not.toContain(account.password)
    expect(text).toContain(account.signIn)
  })

  it('are refused with every reason at once', async () => {
    const account = anAccount()
    await c.done(c.actors.administrator, 'account.open', account)
    const again = anAccount({
      signIn: account.signIn,
      password: 'aaaaaaaaaaaa',
      roles: [
        { role: 'town-officer', area: area.town },
        { role: 'town-reviewer', area: area.village },
      ],
    })
    expect((await c.refused(c.actors.administrator, 'account.open', again)).sort()).toEqual([
      'account.sign-in-taken',
      'account.weak-password',
      'role.apart',
      'role.wrong-place',
    ])
  })

  it('are nobody else’s business', async () => {
    for (const actor of [c.actors.bureauDirector, c.actors.townOfficer, c.actors.auditor])
      expect(await c.refused(actor, 'account.open', anAccount())).toEqual(['not-permitted'])
  })

  it('end with their sessions', async () => {
    const account = anAccount()
    await c.done(c.actors.administrator, 'account.open', account)
    await signIn(c.program.database, { ...account, address: 'c' })
    await c.done(c.actors.administrator, 'account.disable', { account: account.id, reason: '离岗' })
    expect((await signIn(c.program.database, { ...account, address: 'c' })).status).toBe('refused')
    const open = await c.program.database.read(county, (db) =>
      db
        .selectFrom('session')
        .select('account')
        .where('county', '=', county)
        .where('account', '=', account.id)
        .execute(),
    )
    expect(open).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import { bytesOf } from '../../kernel/sheets/write-sheets.ts'
import { writeTable } from '../../kernel/sheets/write-table.ts'

let county: TestCounty
beforeAll(async () => {
  county = await aCounty()
})
afterAll(() => county.close())

describe('an account', () => {
  it('shows its roles and where they are held, until they are withdrawn', async () => {
    const { actors } = county
    const [account, grant] = [newId(), newId()]
    const held = { role: 'town-officer', area: area.town }
    await county.done(actors.administrator, 'account.open', {
      ...{ id: account, signIn: 'li.si', name: '李四(模拟)', password: 'a long pass phrase', roles: [] },
    })
    await county.done(actors.administrator, 'role.grant', { account, id: grant, held })
    expect(await county.ask(actors.auditor, 'account.page', { account })).toMatchObject({
      ...{ signIn: 'li.si', name: '李四(模拟)', mustChangePassword: true, disabledAt: null },
      roles: [{ id: grant, role: 'town-officer', area: '沙河镇', organisation: null }],
    })
    await county.done(actors.administrator, 'role.withdraw', { account, grant, reason: '调离岗位' })
    expect(await county.ask(actors.auditor, 'account.page', { account })).toMatchObject({ roles: [] })
  })

  it('is not shown to offices that do not keep accounts, nor where there is none', async () => {
    const { program, actors } = county
    const asked = { account: newId() }
    expect(await program.ask(actors.townOfficer, 'account.page', asked)).toEqual({ status: 'not-permitted' })
    expect(await program.ask(actors.administrator, 'account.page', asked)).toEqual({ status: 'not-found' })
  })
})

describe('a workbook of towns and villages', () => {
  it('gives its lines by sheet row to whoever uploaded it, and to nobody else', async () => {
    const rows = [
      ['370683102000', '朱桥镇'],
      ['370683102201', '甲村(模拟)'],
    ] as const
    const columns = [
      { label: '统计用区划代码', kind: 'text' as const, value: ([code]: (typeof rows)[number]) => code },
      { label: '名称', kind: 'text' as const, value: ([, name]: (typeof rows)[number]) => name },
    ]
    const bytes = await bytesOf(writeTable({ name: '名单', columns, rows }))
    const { digest } = await county.evidence('workbook', bytes)
    const uploader = { ...county.actors.administrator, id: county.self.id }
    expect(await county.ask(uploader, 'area.sheet', { file: digest })).toMatchObject({
      lines: [
        { line: 2, code: '370683102000', name: '朱桥镇', kind: '' },
        { line: 3, code: '370683102201', name: '甲村(模拟)' },
      ],
      problems: [],
    })
    expect(await county.program.ask(county.actors.administrator, 'area.sheet', { file: digest })).toEqual({
      status: 'not-found',
    })
  })
})

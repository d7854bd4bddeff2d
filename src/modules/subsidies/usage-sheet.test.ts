import { describe, expect, it } from 'vitest'
import { bytesOf } from '../../kernel/sheets/write-sheets.ts'
import { writeTable } from '../../kernel/sheets/write-table.ts'
import { readUsageSheet } from './usage-sheet.ts'

const book = (nameColumns: readonly string[]) =>
  bytesOf(
    writeTable({
      name: '取暖季用电量',
      columns: ['户号', ...nameColumns, '起始示数', '截止示数'].map((label, at) => ({
        label,
        kind: 'text' as const,
        value: (row: readonly string[]) => row[at],
      })),
      rows: [['0606000000001', ...nameColumns.map((_, at) => `张${'甲乙'[at]}`), '100', '200']],
    }),
  )

describe('the name on an account', () => {
  it('is read under whatever the billing system calls it', async () => {
    for (const label of ['户名', '用户名称', '客户名称'])
      expect(await readUsageSheet(await book([label]))).toMatchObject({
        rows: [{ holder: { text: '张甲', column: 2 } }],
        problems: [],
      })
  })
  it('is the account’s own where a householder stands beside it', async () => {
    const { rows, problems } = await readUsageSheet(await book(['户主', '户名']))
    expect(rows).toMatchObject([{ holder: { text: '张乙', column: 3 } }])
    expect(problems.map(({ severity }) => severity)).toEqual(['warning'])
  })
})

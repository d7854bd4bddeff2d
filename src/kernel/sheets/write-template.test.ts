import * as XLSX from '@e965/xlsx'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it, vi } from 'vitest'
import { aForm } from './form-samples.ts'
import { readForm } from './match-columns.ts'
import { openedWorkbook, textsOf } from './package-samples.ts'
import { writeTemplate } from './write-template.ts'

vi.setConfig({ testTimeout: 60_000 })

describe('the template', () => {
  it('is read by its own form, its example passed over', async () => {
    const workbook = await openedWorkbook(
      await writeTemplate(aForm, { title: '某镇登记表', notes: ['八月底前上报。'] }),
    )
    const { ok, sheets, problems } = await readForm(workbook, aForm)
    expect([ok, problems.map(({ code }) => code)]).toEqual([false, ['sheet.no-rows']])
    expect(sheets[0]?.skipped).toEqual([{ row: 3, why: 'example' }])
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['住户表', false],
      ['填写说明', false],
      ['选项', true],
    ])
    expect(textsOf(workbook.sheets[0])[3]).toEqual(['示例', '11010519491231002X', '3706831234567', '', ''])
    expect(textsOf(workbook.sheets[1]).flat()).toContain('见电费单')
  })

  it('has text columns to the last row, drop-downs from the option sheet and a fixed header', async () => {
    const bytes = await writeTemplate(aForm, { title: '某镇登记表' })
    const { sheets } = await readXlsx(bytes, { readStyles: true })
    expect(sheets[0]?.freezePane).toEqual({ rows: 3 })
    expect(sheets[0]?.dataValidations).toMatchObject([
      { type: 'list', formula1: "'选项'!$A$2:$A$3", range: 'D4:D1048576', showErrorMessage: true },
    ])
    expect(sheets[2]?.rows.map(([option]) => option)).toEqual(['取暖方式', '热风机', '集中供热, 管网'])
    const book = XLSX.read(bytes, { bookFiles: true }) as XLSX.WorkBook & {
      files: Record<string, { content: Uint8Array }>
    }
    const xml = Buffer.from(book.files['xl/worksheets/sheet1.xml']?.content ?? []).toString('utf8')
    const textStyle = /<col min="2"[^>]* style="(\d+)"/.exec(xml)?.[1]
    const styles = Buffer.from(book.files['xl/styles.xml']?.content ?? []).toString('utf8')
    const xfs = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(styles)?.[1]?.match(/<xf [^>]*>/g) ?? []
    expect(xfs[Number(textStyle)]).toContain('numFmtId="49"')
  })
})

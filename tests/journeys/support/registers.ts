import type { Page } from 'playwright-core'
import { inventAccount, inventIdNumber, inventTelephone } from '../../../src/demo/people.ts'
import { randomFrom } from '../../../src/demo/random.ts'
import { registerWorkbook } from '../../../src/demo/workbook-of.ts'
import { isSheetProblem, readWorkbook } from '../../../src/kernel/sheets/read-workbook.ts'
import type { Workbook } from '../../../src/kernel/sheets/workbook.ts'
import type { RegisterColumn } from '../../../src/modules/households/model/register.ts'
import type { Picture } from './window.ts'

export type Row = Partial<Record<RegisterColumn, string>>

const random = randomFrom(20230901)
/** Beyond the serials the demo county has used: people, meters and telephones of these tests alone. */
let serial = 41_000

/** An application that is in order, of somebody who does not exist. */
export function anApplication(
  place: { town: string; village: string },
  householder: string,
  more: Row = {},
): Row {
  serial++
  return {
    sequence: String(serial - 41_000 + 500),
    ...place,
    householder,
    sex: '男',
    idNumber: inventIdNumber(random, serial, true),
    telephone: inventTelephone(serial),
    residents: '2',
    actualResident: '是',
    permanentlyResident: '是',
    address: `${place.village}新${serial - 41_000}号`,
    titleKind: '宅基地证',
    titleNumber: `模拟旅程-${serial}`,
    titleOwner: householder,
    dwellingKind: '自建住宅',
    inDemolitionPlan: '否',
    buildingAreaM2: '90',
    heatingAreaM2: '45',
    formerHeating: '燃煤炉',
    accountHolder: householder,
    accountNumber: inventAccount(serial),
    wantedEquipment: '2匹',
    wantedUnits: '1',
    hardship: '否',
    helpedBefore: '否',
    wishes: '是',
    line: '清洁取暖',
    remark: '模拟数据',
    ...more,
  }
}

/** A 确户表 as a town would fill it in. */
export async function aRegister(name: string, rows: readonly Row[]): Promise<Picture> {
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await registerWorkbook(rows)),
  }
}

/** What the browser saves after something was pressed: its name and its content. */
export async function fetchFile(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  const pieces: Buffer[] = []
  for await (const piece of await download.createReadStream()) pieces.push(Buffer.from(piece as Uint8Array))
  return { name: download.suggestedFilename(), content: Buffer.concat(pieces) }
}

export async function readSheets(content: Buffer): Promise<Workbook> {
  const read = await readWorkbook(content)
  if (isSheetProblem(read)) throw new Error(`The file is no workbook: ${read.words.zh}`)
  return read
}

/** All texts of a workbook's sheet, row by row. */
export function textsOf(workbook: Workbook, sheet: string): string[][] {
  const found = workbook.sheets.find(({ name }) => name === sheet)
  if (!found) throw new Error(`No sheet '${sheet}' among ${workbook.sheets.map(({ name }) => name).join()}.`)
  return Array.from({ length: found.rowCount }, (_, row) =>
    Array.from({ length: found.columnCount }, (_cell, column) => found.text(row, column)),
  )
}

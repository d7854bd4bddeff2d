import { z } from 'zod'
import { defineDownload } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import { markWorkbook } from '../../../kernel/sheets/mark-workbook.ts'
import { writeTemplate } from '../../../kernel/sheets/write-template.ts'
import { villagesOfArea } from '../../villages/public.ts'
import { DryRun } from '../model/register.ts'
import { registerForm } from '../rules/register-form.ts'
import { readUploaded } from '../queries/read-uploaded.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The form with the drop-downs of one area: its towns and villages. */
function formOf({
  villages,
  isOneTown,
}: {
  villages: readonly { name: string; townName: string }[]
  isOneTown: boolean
}) {
  return registerForm({
    towns: [...new Set(villages.map(({ townName }) => townName))],
    // A county has more villages than a drop-down is good for; its towns fill their own.
    villages: isOneTown ? [...new Set(villages.map(({ name }) => name))] : undefined,
  })
}

export const registerTemplate = defineDownload({
  name: 'register.template',
  input: z.object({ area: z.string().regex(/^\d{12}$/) }),
  permission: 'register.import',
  run: async (db, { area }, { county, scope }) => {
    const found = covers(scope, { area }) ? await villagesOfArea(db, county, area) : undefined
    if (!found) throw new NotFound()
    const title = `${found.name}清洁取暖确户表`
    const body = await writeTemplate(formOf(found), {
      title,
      notes: ['按申请先后顺序逐户填写，一行一户。', '身份证号、户号、卡号按文本填写。'],
    })
    return { fileName: `${title}.xlsx`, mediaType: spreadsheet, body }
  },
})

/** The uploaded workbook back, its wrong cells coloured and each row told what is wrong and what to do. */
export const registerMarked = defineDownload({
  name: 'register.marked',
  input: DryRun,
  permission: 'register.import',
  oneAtATime: true,
  run: async (db, input, context) => {
    const { workbook, reading } = await readUploaded(db, input, context)
    const found = await villagesOfArea(db, context.county, input.area)
    if (!workbook || !found) throw new NotFound()
    const body = await markWorkbook(workbook, reading.problems, { form: formOf(found) })
    const name = (input.fileName ?? '确户表').replace(/\.(?:xlsx|xls|et|csv|tsv|txt)$/i, '')
    return { fileName: `${name}（已标注）.xlsx`, mediaType: spreadsheet, body }
  },
})

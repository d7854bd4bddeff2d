import { z } from 'zod'
import { defineDownload } from '../../../kernel/act/define.ts'
import { wordType, writtenDocument } from '../../../kernel/documents/document.ts'
import { bytesOf } from '../../../kernel/sheets/write-sheets.ts'
import { writeTable } from '../../../kernel/sheets/write-table.ts'
import { speaker } from '../../../kernel/words/words.ts'
import { answerLabel, ChangeFilter, decidedLabel } from '../model/change.ts'
import { changesWhere, type ListedChange, listedChanges } from '../queries/change-rows.ts'
import { changeInFull, type Rewritten, rewrittenBy } from '../queries/changes.ts'
import { changeWords } from '../words/change.ts'
import { fieldWords } from '../words/fields.ts'
import { registerWords } from '../words/register.ts'

const speak = speaker(changeWords, fieldWords, registerWords)
const say = (key: string, values: Record<string, unknown> = {}): string => speak(key, values).zh
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const mostRows = 100_000

/** Of what was taken back nobody decided; the state says so. */
const ifDecided =
  <T>(value: (row: ListedChange) => T) =>
  (row: ListedChange): T | null =>
    row.state === 'recalled' ? null : value(row)

/** 变更台账: the requests as they are filtered on the screen. */
export const changeExport = defineDownload({
  name: 'change.export',
  input: ChangeFilter,
  permission: 'register.read',
  run: async (db, filter, context) => {
    const rows = await listedChanges(db, context, changesWhere(filter, context), mostRows, 0)
    const written = await rewrittenBy(db, rows, context)
    const table = writeTable<ListedChange>({
      name: say('changes.title'),
      columns: [
        { label: say('change.number'), kind: 'number', width: 8, value: (row) => row.number },
        {
          label: say('change.group'),
          kind: 'text',
          width: 8,
          value: (row) => say(`change-group.${row.group}`),
        },
        {
          label: say('change.kind'),
          kind: 'text',
          width: 14,
          value: (row) => say(`change-kind.${row.kind}`),
        },
        { label: say('change.town'), kind: 'text', width: 12, value: (row) => row.townName },
        { label: say('change.village'), kind: 'text', width: 14, value: (row) => row.villageName },
        { label: say('change.sequence'), kind: 'number', width: 8, value: (row) => row.sequence },
        { label: say('change.home'), kind: 'text', width: 12, value: (row) => row.householder },
        { label: say('change.enters'), kind: 'text', width: 12, value: (row) => row.entersHouseholder },
        { label: say('change.happened-on'), kind: 'day', width: 12, value: (row) => row.happenedOn },
        {
          label: say('change.rewritten'),
          kind: 'text',
          width: 60,
          value: ({ id }) => (written.get(id) ?? []).map(fromTo).join('；'),
        },
        { label: say('change.reason'), kind: 'text', width: 40, value: (row) => row.reason },
        { label: say('change.passed-reason'), kind: 'text', width: 30, value: (row) => row.passedReason },
        {
          label: say('change.state'),
          kind: 'text',
          width: 10,
          value: (row) => say(`change-state.${row.state}`),
        },
        { label: say('change.asked-by'), kind: 'text', width: 12, value: (row) => row.askedBy },
        { label: say('change.asked-on'), kind: 'day', width: 12, value: (row) => row.askedOn },
        {
          label: say('change.decided-by'),
          kind: 'text',
          width: 12,
          value: ifDecided(({ decidedBy }) => decidedBy),
        },
        {
          label: say('change.decided-on'),
          kind: 'day',
          width: 12,
          value: ifDecided(({ decidedOn }) => decidedOn),
        },
        { label: say('change.answer'), kind: 'text', width: 30, value: ifDecided(({ answer }) => answer) },
      ],
      rows,
    })
    return {
      fileName: `${say('changes.title')}_${context.today}.xlsx`,
      mediaType,
      body: await bytesOf(table),
    }
  },
})

/** 变更审批表 of one request, to be signed and stamped. */
export const changeForm = defineDownload({
  name: 'change.form',
  input: z.object({ change: z.uuid() }),
  permission: 'selection.read',
  run: async (db, { change: id }, context) => {
    const change = await changeInFull(db, id, context)
    const line = (key: string, value: string | number | null | undefined): [string, string][] =>
      value === null || value === undefined || value === '' ? [] : [[say(key), String(value)]]
    const place = `${change.townName}${change.villageName}`
    return {
      fileName: `${say('change.form')}_${change.number}.docx`,
      mediaType: wordType,
      body: await writtenDocument({
        title: say('change.form'),
        where: `${place}　${say('change.number')} ${change.number}`,
        madeOn: context.today,
        facts: [
          ...line('change.number', change.number),
          ...line('change.group', say(`change-group.${change.group}`)),
          ...line('change.kind', say(`change-kind.${change.kind}`)),
          ...line('change.village', place),
          ...line(
            'change.home',
            say('change.numbered', { name: change.householder, sequence: change.sequence }),
          ),
          ...line(
            'change.enters',
            change.entersHouseholder &&
              say('change.numbered', { name: change.entersHouseholder, sequence: change.entersSequence }),
          ),
          ...line('change.stage', say(`stage.${change.stage}`)),
          ...line('change.happened-on', change.happenedOn),
          ...line('change.reason', change.reason),
          ...line('change.rewritten', change.rewritten.map(fromTo).join('；')),
          ...line('change.passed-reason', change.passedReason),
          ...line('change.papers', change.papers.map(({ label }) => label?.zh ?? '').join('、')),
          ...line(
            'change.consequences',
            change.consequences.map((each) => say(`change-consequence.${each}`)).join('；'),
          ),
          ...line('change.clauses', change.clauses.join(' ')),
          ...line('change.asked', [change.askedBy, change.askedOn].filter(Boolean).join(' ')),
          ...line('change.state', say(`change-state.${change.state}`)),
          ...line(decidedLabel(change.state), [change.decidedBy, change.decidedOn].filter(Boolean).join(' ')),
          ...line(answerLabel(change.state), change.answer),
          ...line(
            'change.undone',
            change.undone &&
              [change.undone.by, change.undone.on, change.undone.reason].filter(Boolean).join(' '),
          ),
        ],
        tables: [],
        opinions: ['village', 'town', 'bureau'].map((who) => say(`change.form.${who}-signs`)),
      }),
    }
  },
})

const fromTo = ({ field, before, after }: Rewritten): string =>
  say('change.from-to', { field: say(`field.${field}`), before: told(before), after: told(after) })

const told = (value: unknown): string =>
  value === null || value === undefined
    ? say('change.blank')
    : typeof value === 'boolean'
      ? say(`change.${value ? 'yes' : 'no'}`)
      : String(value)

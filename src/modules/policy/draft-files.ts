import { type Document, isSeq, parseDocument } from 'yaml'
import type { DraftEdit } from './model.ts'

type Files = Readonly<Record<string, string>>

const parameters = 'parameters.yaml'
const rules = 'rules.yaml'
const cases = 'cases.yaml'

/** An edit of something that is not in the draft. */
export class NothingThere extends Error {}

/**
 * The files with the edits in them; comments and everything else stay as they are. Cases are taken away last, so that
 * every index is one of the version edited. Throws `NothingThere` where an edit points at nothing.
 */
export function editFiles(files: Files, edits: readonly DraftEdit[]): Record<string, string> {
  const documents = new Map<string, Document>()
  const open = (file: string): Document => {
    const known = documents.get(file)
    if (known) return known
    const made = parseDocument(files[file] ?? '')
    documents.set(file, made)
    return made
  }
  const removed = new Set<number>()
  for (const edit of edits) {
    if (edit.what === 'parameter') {
      if (!open(parameters).hasIn([edit.id])) throw new NothingThere(edit.id)
      putAll(open(parameters), [edit.id], edit.put)
    } else if (edit.what === 'rule') {
      const at = placeOfRule(open(rules), edit.id)
      if (at < 0) throw new NothingThere(edit.id)
      putAll(open(rules), ['rules', at], edit.put)
    } else if (edit.what === 'case') {
      if (!open(cases).hasIn([edit.index])) throw new NothingThere(`${cases} ${edit.index}`)
      if (edit.put === null) removed.add(edit.index)
      else open(cases).setIn([edit.index], open(cases).createNode(edit.put))
    } else open(cases).addIn([], open(cases).createNode(edit.put))
  }
  for (const index of [...removed].sort((a, b) => b - a)) open(cases).deleteIn([index])
  return {
    ...files,
    ...Object.fromEntries([...documents].map(([file, document]) => [file, textOf(document)])),
  }
}

const textOf = (document: Document): string =>
  document.toString({ lineWidth: 120, flowCollectionPadding: true })

function putAll(document: Document, path: (string | number)[], fields: Record<string, unknown>): void {
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue
    if (value === null) document.deleteIn([...path, field])
    else document.setIn([...path, field], document.createNode(value))
  }
}

function placeOfRule(document: Document, id: string): number {
  const list = document.getIn(['rules'])
  if (!isSeq(list)) return -1
  return list.items.findIndex((_, i) => document.getIn(['rules', i, 'id']) === id)
}

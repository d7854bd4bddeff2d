import type { SourceKind } from './model.ts'
import { sourceForms } from './rules/forms.ts'

/** A list as another office would send it: its lines under our headers, as text separated by commas. */
export function aSourceFile(kind: SourceKind, rows: readonly Record<string, string>[]): Buffer {
  const labels = sourceForms[kind].columns.filter(({ field }) => rows.some((row) => field in row))
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  const text = [
    line(labels.map(({ label }) => label)),
    ...rows.map((row) => line(labels.map(({ field }) => row[field] ?? ''))),
  ].join('\r\n')
  return Buffer.from(`\uFEFF${text}\r\n`)
}

import { expect, it, vi } from 'vitest'
import { aForm } from './form-samples.ts'
import { aMalformedFile, malformedKinds } from './malformed-samples.ts'
import { readForm } from './match-columns.ts'
import { isSheetProblem, readWorkbook } from './read-workbook.ts'
import type { SheetProblem } from './sheet-problem.ts'

vi.setConfig({ testTimeout: 600_000 })

const files = 1000
const mostMemory = 1.5 * 2 ** 30

/** Words for people: no trace, no value left out, nothing of the machine. */
function expectWords({ code, words }: SheetProblem, kind: string): void {
  for (const said of [words.zh, words.en]) {
    expect(said, kind).toMatch(/(?:。|\.)$/)
    expect(said, kind).not.toMatch(/\{\{|\bundefined\b|\[object|Error:|\n\s+at |node:|\.ts\b/)
  }
  expect(words.zh, kind).toMatch(/[\u4e00-\u9fff]/)
  expect(code, kind).not.toBe('sheet.reader-stopped')
}

it('a thousand malformed files each give rows or a problem in words, in bounded memory', async () => {
  const answers = new Map<string, Set<string>>()
  let peak = 0
  const before = process.memoryUsage.rss()
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
  let next = 0
  const takeTurns = async () => {
    for (let seed = next++; seed < files; seed = next++) {
      const { kind, bytes } = await aMalformedFile(seed)
      const result = await readWorkbook(bytes)
      const problems = isSheetProblem(result) ? [result] : (await readForm(result, aForm)).problems
      for (const problem of problems) expectWords(problem, `${kind}, seed ${seed}`)
      const known = answers.get(kind) ?? new Set()
      known.add(isSheetProblem(result) ? result.code : 'read')
      answers.set(kind, known)
    }
  }
  try {
    await Promise.all([takeTurns(), takeTurns(), takeTurns()])
  } finally {
    clearInterval(watch)
  }
  expect(answers.size).toBe(malformedKinds)
  expect(peak - before).toBeLessThan(mostMemory)
  if (process.env.QINGNUAN_TELL)
    for (const [kind, known] of answers) process.stdout.write(`${kind}: ${[...known].join(' ')}\n`)
})

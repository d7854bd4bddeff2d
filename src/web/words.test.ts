import { describe, expect, it } from 'vitest'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { units } from '../kernel/pack/units.ts'
import type { Words } from '../kernel/words/words.ts'
import { patrolWords } from './field/patrols/words.ts'
import { scanWords } from './field/scan/words.ts'
import { fieldWords } from './field/words.ts'
import { homeWords } from './home/words.ts'
import { kitWords } from './kit/words.ts'
import { words } from './words.ts'

const all: readonly Words[] = [...words, homeWords, fieldWords, patrolWords, scanWords]
const known = new Set(all.flatMap((each) => Object.keys(each)))

describe('words', () => {
  it('are complete in both languages', () => {
    const empty = all.flatMap((each) =>
      Object.entries(each)
        .filter(([, { zh, en }]) => !zh.trim() || !en.trim())
        .map(([key]) => key),
    )
    expect(empty).toEqual([])
  })

  it('say every unit that a pack may use', () => {
    const silent = new Set(['answer', 'choice', 'date', 'fen', 'percent'])
    const amounts = units.filter((unit) => !silent.has(unit)).map((unit) => unit.replace('fen/', ''))
    expect(amounts).toContain('day of month')
    const said = (unit: string) => kitWords[`kit.unit.${unit}` as keyof typeof kitWords]
    expect(amounts.filter((unit) => !said(unit).zh.trim() || !said(unit).en.trim())).toEqual([])
  })

  it('take the same values in both languages', () => {
    // `{{zh}}` and `{{en}}`, `{{first}}` and `{{firstEn}}` are the two halves of one pair that a rule or a pack brings.
    const half = (name: string) => name.replace(/^(zh|en)$/, 'said').replace(/(Zh|En)$/, '')
    const values = (text: string) =>
      [...new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, name = '']) => half(name)))].sort()
    const differing = all.flatMap((each) =>
      Object.entries(each)
        .filter(
          ([key, { zh, en }]) =>
            !/_one$|^kit\.short-amount$/.test(key) && String(values(zh)) !== String(values(en)),
        )
        .map(([key]) => key),
    )
    expect(differing).toEqual([])
  })

  it('do not say two things under one key', () => {
    const said = new Map<string, string>()
    const differing: string[] = []
    for (const each of all)
      for (const [key, { zh, en }] of Object.entries(each)) {
        const before = said.get(key)
        if (before !== undefined && before !== `${zh}\n${en}`) differing.push(key)
        said.set(key, `${zh}\n${en}`)
      }
    expect(differing).toEqual([])
  })

  it('are there for every key the shells and the kit name', () => {
    const named = sources(import.meta.dirname).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bt\('([\w.-]+)'/g)].map(([, key = '']) => key),
    )
    expect(named.length).toBeGreaterThan(50)
    const missing = named.filter((key) => !known.has(key) && !known.has(`${key}_other`))
    expect(missing).toEqual([])
    expect(Object.keys(kitWords).every((key) => key.startsWith('kit.'))).toBe(true)
  })
})

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const at = path.join(folder, name)
    if (statSync(at).isDirectory()) return sources(at)
    return /\.tsx?$/.test(name) && !name.includes('.test.') ? [at] : []
  })
}

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { fieldKinds } from '../../modules/field/model.ts'
import { words } from './all-words.ts'

const known = new Set(words.flatMap((each) => Object.keys(each)))

it('the telephone carries every word that its own pages say', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => path.join(import.meta.dirname, file))
  const shared = ['checklist/checklist-entry.tsx', 'states/trouble-note.tsx', 'states/error-boundary.tsx']
  const kit = shared.map((file) => path.join(import.meta.dirname, '../kit', file))
  const named = [...files, ...kit].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key = '']) => key),
  )
  expect(named.length).toBeGreaterThan(60)
  expect(named.filter((key) => !known.has(key) && !known.has(`${key}_other`))).toEqual([])
  expect(fieldKinds.filter((kind) => !known.has(`act.${kind}`) || !known.has(`out.work.${kind}`))).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { roles } from '../../src/modules/organisations/roles.ts'
import { modules } from '../../src/server/modules.ts'
import { speak } from '../../src/server/words.ts'
import { sourceFiles } from './source-files.ts'

const files = sourceFiles()
const said = (key: string): boolean => {
  try {
    speak(key)
    return true
  } catch {
    return false
  }
}

describe('words', () => {
  it('name every act', () => {
    const acts = modules.flatMap((module) => module.acts.map((act) => act.kind as string))
    expect(acts.length).toBeGreaterThan(20)
    expect(acts.filter((kind) => !said(`act.${kind}`))).toEqual([])
  })

  it('name every kind of thing an act is about', () => {
    const types = modules.flatMap((module) => Object.keys(module.subjects))
    expect(types.length).toBeGreaterThan(20)
    expect(types.filter((type) => !said(`log.subject-type.${type}`))).toEqual([])
  })

  it('name everything an auditor may look at', () => {
    const permissions: readonly string[] = roles.auditor.permissions
    const nouns = new Set(
      modules
        .flatMap((module) => [...module.queries, ...module.downloads])
        .filter(({ permission }) => permissions.includes(permission))
        .map(({ name }) => name.split('.')[0] ?? ''),
    )
    expect(nouns.size).toBeGreaterThan(20)
    expect([...nouns].filter((noun) => !said(`audit.noun.${noun}`))).toEqual([])
  })

  it('say every refusal and what to do next', () => {
    const codes = new Set(
      files.flatMap((file) =>
        [...file.text.matchAll(/\brefuse\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? ''),
      ),
    )
    expect(codes.size).toBeGreaterThan(50)
    const unsaid = [...codes].flatMap((code) =>
      [`refusal.${code}`, `remedy.${code}`].filter((key) => !said(key)),
    )
    expect(unsaid).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { kernelWords } from '../../src/kernel/words/kernel-words.ts'
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

  it('carry the same values in both languages', async () => {
    const all = await Promise.all(
      files
        .filter((file) => /^src\/(modules|kernel|web)\/.*words(\.ts|\/[^/]+\.ts)$/.test(file.path))
        .map(async (file) => ({ file: file.path, module: (await import(`../../${file.path}`)) as object })),
    )
    const values = (text: string) =>
      [...new Set(text.match(/\{\{-?\s*\w+/g) ?? [])].map((v) => v.replace(/\W/g, '')).sort()
    const faults: string[] = []
    let pairs = Object.keys(kernelWords).length
    for (const { file, module } of all)
      for (const words of Object.values(module)) {
        if (typeof words !== 'object' || words === null) continue
        for (const [key, entry] of Object.entries(words as Record<string, unknown>)) {
          const pair = entry as { zh?: unknown; en?: unknown } | null
          if (typeof pair?.zh !== 'string' || typeof pair.en !== 'string') continue
          pairs += 1
          if (!pair.zh.trim() || !pair.en.trim()) faults.push(`${file} ${key}: one language is empty`)
          const [zh, en] = [values(pair.zh), values(pair.en)]
          // A value in both tongues may be passed twice: `first` for Chinese, `firstEn` for English.
          const same =
            zh.length === en.length && zh.every((name, i) => en[i] === name || en[i] === `${name}En`)
          if (!same && !isPlural(key))
            faults.push(`${file} ${key}: {${zh.join()}} in Chinese, {${en.join()}} in English`)
        }
      }
    expect(pairs).toBeGreaterThan(300)
    expect(faults).toEqual([])
  })
})

/** English counts differently for one and for many. */
const isPlural = (key: string) => /_(one|other)$/.test(key)

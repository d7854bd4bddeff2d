import { describe, expect, it } from 'vitest'
import { modules } from '../../src/server/modules.ts'
import { type SourceFile, sourceFiles } from './source-files.ts'

const files = sourceFiles()
const order = modules.map((module) => module.name as string)

const moduleOf = (path: string): string | undefined => /^src\/modules\/([^/]+)\//.exec(path)?.[1]
const isWeb = (path: string) => path.startsWith('src/web/') || /^src\/modules\/[^/]+\/web\//.test(path)
/** Files both sides may use: types, judgements, sentences. */
const isShared = (path: string) => /\/(model|rules|words)(\/|\.ts$)/.test(path) || /\/stages\.ts$/.test(path)
const isPure = (path: string) => !isWeb(path) && /^src\/modules\/[^/]+\/(model|rules)(\/|\.ts$)/.test(path)

const broken = (rule: (file: SourceFile, target: string, typeOnly: boolean) => string | undefined) =>
  files.flatMap((file) =>
    file.imports.flatMap(({ path, typeOnly }) => {
      const why = rule(file, path, typeOnly)
      return why ? [`${file.path} imports ${path}: ${why}`] : []
    }),
  )

describe('the direction of imports', () => {
  it('is measured on real files', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(300)
  })

  it('leads from the kernel to nothing of ours', () => {
    expect(
      broken((file, target) =>
        file.path.startsWith('src/kernel/') && !target.startsWith('src/kernel/')
          ? 'the kernel knows no business; pass it in, or move the file out of the kernel'
          : undefined,
      ),
    ).toEqual([])
  })

  it('leads from a module only to earlier modules, and there to what is public', () => {
    expect(
      broken((file, target) => {
        const [own, other] = [moduleOf(file.path), moduleOf(target)]
        if (!own || !other || own === other) return undefined
        if (order.indexOf(other) > order.indexOf(own))
          return `${own} comes before ${other}; let ${other} react, or ask through a later module`
        if (isWeb(file.path)) return undefined
        return /\/public\.ts$/.test(target) || isShared(target)
          ? undefined
          : `ask ${other} through its public.ts`
      }),
    ).toEqual([])
  })

  it('keeps judgements pure: no database, clock, randomness or network', () => {
    const impure = /\b(Date\.now|Math\.random|new Date\(\)|randomUUID|randomBytes|fetch\()/
    const forbidden = broken((file, target, typeOnly) =>
      isPure(file.path) && !typeOnly && /kernel\/(database|log|evidence|cipher)\//.test(target)
        ? 'a rule sees facts, not where they come from; load them in the act'
        : undefined,
    )
    const direct = files
      .filter((file) => isPure(file.path) && impure.test(file.text))
      .map((file) => `${file.path}: a rule is told the time and draws nothing`)
    expect([...forbidden, ...direct]).toEqual([])
  })

  it('gives screens words, models and judgements, and only the types of anything else', () => {
    expect(
      broken((file, target, typeOnly) => {
        if (!isWeb(file.path) || typeOnly || isWeb(target) || isShared(target)) return undefined
        if (/^src\/kernel\/(pack|dates|words|standards|act\/refusal|identity\/id)/.test(target))
          return undefined
        return 'screens ask over HTTP; use `import type`, or a query'
      }),
    ).toEqual([])
  })

  it('keeps dictionaries and tables of characters out of the browser', () => {
    const heavy = /kernel\/standards\/(name-(pinyin|sounds|characters|agreement)\.ts|data\/)/
    const byPath = new Map(files.map((file) => [file.path, file]))
    const reached = new Map(files.filter(({ path }) => isWeb(path)).map(({ path }) => [path, path]))
    for (const [path, from] of reached)
      for (const { path: target, typeOnly } of byPath.get(path)?.imports ?? [])
        if (!typeOnly && !reached.has(target)) reached.set(target, `${from} → ${target}`)
    expect(reached.size).toBeGreaterThan(100)
    // A screen that needs their answer asks a query for it.
    expect([...reached].filter(([path]) => heavy.test(path)).map(([, way]) => way)).toEqual([])
  })

  it('opens a writable transaction in the kernel alone', () => {
    // Signing in, sessions and the upload of evidence are the kernel's; src/server only hands the bytes over.
    const allowed = ['src/server/keep-evidence.ts', 'src/server/home-session.ts', 'src/server/note-look.ts']
    const elsewhere = files
      .filter((file) => !file.path.startsWith('src/kernel/') && !allowed.includes(file.path))
      .filter((file) => /\bdatabase\.write\(|\.write\(\s*\w*county/.test(file.text))
      .map((file) => `${file.path}: change things by an act`)
    expect(elsewhere).toEqual([])
  })
})

describe('tables', () => {
  const owners = new Map<string, string>()
  for (const file of files.filter((f) => f.path.endsWith('/tables.ts'))) {
    const owner = moduleOf(file.path) ?? 'kernel'
    for (const [, table] of file.text.matchAll(/^ {2,4}(\w+): \{/gm)) if (table) owners.set(table, owner)
  }

  it('are each declared by one owner', () => {
    expect(owners.get('home')).toBe('households')
    expect(owners.get('act')).toBe('kernel')
    expect(owners.size).toBeGreaterThan(30)
  })

  it('are written by their own module alone', () => {
    // The people and places of a county stand in kernel tables, so that the kernel can tell who is where.
    const lent: Record<string, string[]> = {
      organisation: ['organisations'],
      account: ['organisations', 'households'],
      role_grant: ['organisations', 'households'],
      session: ['organisations', 'field'],
      handset: ['field'],
      sign_in_name: ['organisations'],
      area: ['villages'],
    }
    const wrong = files.flatMap((file) => {
      const own = moduleOf(file.path)
      if (!own) return []
      const writes = [
        ...file.text.matchAll(/\.(?:insertInto|updateTable|deleteFrom)\(\s*'(\w+)'/g),
        ...file.text.matchAll(/\b(?:insert into|update|delete from)\s+(\w+)\s+(?:\(|set\b|where\b)/gi),
      ].map((match) => match[1] ?? '')
      return writes
        .filter((table) => owners.has(table) && owners.get(table) !== own && !lent[table]?.includes(own))
        .map((table) => `${file.path} writes ${table}: call ${owners.get(table)}'s public.ts`)
    })
    expect(wrong).toEqual([])
  })
})

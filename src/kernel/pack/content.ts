import { createHash } from 'node:crypto'
import { isNode, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { en, zhCN } from 'zod/locales'
import { canonicalJson } from '../log/canonical.ts'
import { findingsOfCases, findingsOfMeaning } from './check.ts'
import type { Pack } from './pack.ts'
import { type Finding, PackError, type Problem } from './problem.ts'
import { packSchemas, type SignedPaper } from './schema.ts'
import { problemWords as say } from './words.ts'

type Part = keyof typeof packSchemas
const parts = Object.keys(packSchemas) as Part[]
/** Files a pack may lack, as those kept before there were such files do. */
const mayLack = {
  calendar: { source: { zh: '', en: '' }, years: {} },
  changes: [],
  access: { papers: [], reasons: [] },
  dossier: [],
  papers: [],
  outreach: { activities: [], reasons: [] },
  subsidies: [],
}

export const packFileNames: readonly string[] = parts.map((part) => `${part}.yaml`)

/** A pack's files as they are read, sound or not. */
export interface PackReading {
  /** What stands in each file that is YAML at all. */
  content: Record<string, unknown>
  /** There as soon as every file has its shape, whatever else is wrong with it. */
  pack: Pack | undefined
  problems: Problem[]
  /** How far the checks came; what comes after is judged once the ground is mended. */
  stage: 'shape' | 'meaning' | 'cases' | 'sound'
}

/**
 * Reads a pack from the text of its files, by file name: from a folder, or as the database has kept it.
 * Throws a `PackError` that names every problem with file, line and what to do.
 */
export function packFromContent(files: Readonly<Record<string, string>>, source = 'pack'): Pack {
  const { pack, problems } = readPack(files)
  if (!pack || problems.length > 0) throw new PackError(source, problems)
  return pack
}

export function readPack(files: Readonly<Record<string, string>>): PackReading {
  const unexpected = Object.keys(files).filter((file) => !packFileNames.includes(file))
  const problems: Problem[] = unexpected.map((file) => ({
    file,
    path: '',
    at: [],
    ...say.fileUnexpected(packFileNames),
  }))
  const sources = new Map<string, Source>()
  for (const file of packFileNames) {
    const text = files[file]
    if (text !== undefined) sources.set(file, readYaml(file, text))
    else if (!(file.replace('.yaml', '') in mayLack))
      problems.push({ file, path: '', at: [], ...say.fileMissing(file) })
  }
  const locate = ({ file, path, zh, en }: Finding): Problem => {
    const line = sources.get(file)?.lineAt(path)
    const at = path.map((step) => (typeof step === 'number' ? step : String(step)))
    return { file, path: at.join('.'), at, ...(line !== undefined && { line }), zh, en }
  }
  const read = Object.fromEntries(
    parts.map((part) => {
      const read = sources.get(`${part}.yaml`)
      problems.push(...(read?.problems ?? []))
      if (!read) return [part, mayLack[part as keyof typeof mayLack]]
      if (read.problems.length > 0) return [part, undefined]
      const parsed = packSchemas[part].safeParse(read.content, { reportInput: true })
      if (!parsed.success)
        problems.push(...parsed.error.issues.map((issue) => locate(misshapen(`${part}.yaml`, issue))))
      return [part, parsed.data]
    }),
  ) as { [P in Part]: ReturnType<(typeof packSchemas)[P]['parse']> }
  const content = Object.fromEntries([...sources].map(([file, { content }]) => [file, content]))
  if (problems.length > 0) return { content, pack: undefined, problems, stage: 'shape' }

  const { pack: header, facts, rules, targets, ...lists } = read
  const pack: Pack = {
    ...header,
    digest: createHash('sha256').update(canonicalJson(content)).digest('hex'),
    ...facts,
    ...rules,
    ...targets,
    ...lists,
  }
  const ofMeaning = findingsOfMeaning(pack, content)
  if (ofMeaning.length > 0) return { content, pack, problems: ofMeaning.map(locate), stage: 'meaning' }
  const ofCases = findingsOfCases(pack)
  return { content, pack, problems: ofCases.map(locate), stage: ofCases.length > 0 ? 'cases' : 'sound' }
}

/** What households sign, from one file alone: what an earlier pack had of it. */
export const papersFromText = (text: string): SignedPaper[] =>
  packSchemas.papers.parse(readYaml('papers.yaml', text).content)

interface Source {
  content: unknown
  problems: Problem[]
  lineAt(path: readonly PropertyKey[]): number | undefined
}

function readYaml(file: string, text: string): Source {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problems = document.errors.map(({ message, pos }) => ({
    file,
    path: '',
    at: [],
    line: lines.linePos(pos[0]).line,
    ...say.unreadable(message),
  }))
  return {
    content: problems.length > 0 ? undefined : (document.toJS() as unknown),
    problems,
    lineAt: (path) => lineOf(document, lines, path),
  }
}

/** The line of the value at a path, or of the nearest thing around it. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return undefined
}

const inChinese = zhCN().localeError
const inEnglish = en().localeError

/** zod's own sentences in both languages; a refinement of ours names the shapes it allows instead. */
function misshapen(file: string, issue: z.core.$ZodIssue): Finding {
  const said = (speak: z.core.$ZodErrorMap) => {
    const text = issue.code === 'custom' ? issue.message : speak(issue as z.core.$ZodRawIssue)
    return typeof text === 'string' ? text : (text?.message ?? issue.message)
  }
  if (issue.code === 'too_small' && issue.origin === 'string')
    return { file, path: issue.path, ...say.textEmpty() }
  if (issue.code === 'too_small' && issue.origin === 'array')
    return { file, path: issue.path, ...say.listEmpty() }
  return { file, path: issue.path, ...say.misshapen(said(inChinese), said(inEnglish)) }
}

import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { programFolder } from '../../src/kernel/database/program-folder.ts'

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  path: string
  text: string
  /** What it imports of ours, as paths from the root; type-only imports apart. */
  imports: { path: string; typeOnly: boolean }[]
}

const root = programFolder()

/** Every TypeScript file below src, tests left out. */
export function sourceFiles(): SourceFile[] {
  const files: SourceFile[] = []
  const walk = (folder: string) => {
    for (const name of readdirSync(folder)) {
      const full = path.join(folder, name)
      if (statSync(full).isDirectory()) walk(full)
      else if (/\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)) files.push(read(full))
    }
  }
  walk(path.join(root, 'src'))
  return files
}

function read(full: string): SourceFile {
  const text = readFileSync(full, 'utf8')
  const statements = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"](\.[^'"]+)['"]/g,
  )
  const dynamic = text.matchAll(/import\(\s*['"](\.[^'"]+)['"]\s*\)/g)
  const at = (relative: string) =>
    path
      .relative(root, path.resolve(path.dirname(full), relative))
      .split(path.sep)
      .join('/')
  return {
    path: path.relative(root, full).split(path.sep).join('/'),
    text,
    imports: [
      ...[...statements].map((m) => ({ path: at(m[2] ?? ''), typeOnly: m[1] !== undefined })),
      ...[...dynamic].map((m) => ({ path: at(m[1] ?? ''), typeOnly: false })),
    ],
  }
}

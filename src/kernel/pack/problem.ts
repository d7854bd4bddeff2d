import type { Said } from '../words/words.ts'

/** Something wrong in a pack's files: where, what, and what to do about it. */
export interface Problem extends Said {
  /** `rules.yaml` */
  file: string
  /** `rules.3.when.fact` */
  path: string
  /** The same in steps: names of parameters have dots of their own. */
  at: readonly (string | number)[]
  line?: number
}

/** A problem found by meaning, before its line is known. */
export interface Finding extends Said {
  file: string
  path: readonly PropertyKey[]
}

/** A pack that cannot be used, with everything found wrong in it. */
export class PackError extends Error {
  readonly problems: readonly Problem[]

  constructor(source: string, problems: readonly Problem[]) {
    super([`${source}:`, ...problems.map((problem) => `  ${lineOf(problem)}`)].join('\n'))
    this.name = 'PackError'
    this.problems = problems
  }
}

const lineOf = ({ file, line, path, zh, en }: Problem): string =>
  `${file}${line === undefined ? '' : `:${line}`}${path && ` ${path}`}: ${zh} | ${en}`

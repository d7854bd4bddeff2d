import type { SheetProblem } from '../../kernel/sheets/sheet-problem.ts'

/** Far more than anybody reads; a file of a million bad rows is counted on, not kept. */
const mostKept = 500

/** What is wrong in a file: the first of it kept, all of it counted. */
export class ProblemList {
  readonly problems: SheetProblem[] = []
  problemCount = 0
  errorCount = 0

  add(...problems: readonly SheetProblem[]): void {
    for (const problem of problems) {
      this.problemCount++
      if (problem.severity === 'error') this.errorCount++
      // An error behind many warnings is still shown.
      if (this.problems.length < mostKept || (problem.severity === 'error' && this.errorCount === 1))
        this.problems.push(problem)
    }
  }
}

import type { WriteDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { newId } from '../../kernel/identity/id.ts'
import type { PaperAnswer } from './model.ts'

/** Papers of a firm or a model as an act brought them; the newest of a kind counts. */
export async function keepPapers(
  tx: WriteDb,
  county: number,
  today: Day,
  answers: readonly {
    whose: { firm: string } | { model: string }
    papers: readonly PaperAnswer[]
    act: string
  }[],
): Promise<void> {
  const rows = answers.flatMap(({ whose, papers, act }) =>
    papers.map(({ paper, digest, number, validTo }) => ({
      county,
      id: newId(),
      firm: 'firm' in whose ? whose.firm : null,
      model: 'model' in whose ? whose.model : null,
      paper,
      digest,
      number: number ?? null,
      valid_to: validTo ?? null,
      recorded_on: today,
      act,
    })),
  )
  if (rows.length > 0) await tx.insertInto('access_paper').values(rows).execute()
}

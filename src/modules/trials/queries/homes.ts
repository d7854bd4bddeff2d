import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { nameHomes } from '../../households/public.ts'
import { TriedHomes } from '../model.ts'
import { answerNames, rulesInTheWay, rulesTurned } from '../rules/trial.ts'
import { homesOf, labelOf, type Trial, tryDraft } from '../trial.ts'

/** The homes of a figure, a page of them named, each with both answers and the rules that turned it. */
export async function triedHomes(db: ReadDb, context: QueryContext, asked: TriedHomes, trial: Trial) {
  const found = homesOf(trial, asked)
  const { rows, total } = await nameHomes(
    db,
    { ...context, scope: context.scopeFor('register.read') },
    {
      ids: [...found.keys()],
      ...(asked.search && { search: asked.search }),
      limit: asked.pageSize,
      offset: asked.page * asked.pageSize,
    },
  )
  // Where the register stands otherwise, what turned is no rule but the facts and the day: told is what is in the way.
  const rulesTold = asked.stale ? rulesInTheWay : rulesTurned
  return {
    total,
    rows: rows.flatMap((home) => {
      const at = found.get(home.id)
      if (!at) return []
      const { line, row } = at
      const { tried, bits, register } = line
      return [
        {
          ...home,
          standing: register.answers[row] ?? 'unknown',
          before: answerNames[tried.answersBefore[row] ?? 0] ?? 'unknown',
          after: answerNames[tried.answersAfter[row] ?? 0] ?? 'unknown',
          rules: rulesTold(tried, bits, row).map((one) => ({ ...one, label: labelOf(trial, one.rule) })),
        },
      ]
    }),
  }
}

export const trialHomes = defineQuery({
  name: 'trial.homes',
  input: TriedHomes,
  permission: 'policy.draft',
  run: async (db, input, context) => {
    const trial = await tryDraft(db, context, input)
    return { ...(await triedHomes(db, context, input, trial)), pageSize: input.pageSize }
  },
})

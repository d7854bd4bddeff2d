import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { Place } from '../../../kernel/identity/authority.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { CheckPremises, type CheckStep } from '../model.ts'
import { checkFilled, failedItems, mayCheck, premisesChecklist, type PremisesFacts } from '../rules.ts'
import { loadPremises } from './facts.ts'

/**
 * One of the three checks by the pack's list (§3.3.1): it brings the premises to the next step, or, where the supervisor
 * or the town finds something, back to the contractor with what was found.
 */
const checkOf = <const K extends string>(
  kind: K,
  step: CheckStep,
  clauses: readonly string[],
  place: (facts: PremisesFacts) => Place,
) =>
  defineAct({
    kind,
    version: 1,
    input: CheckPremises,
    permission: kind,
    clauses: ['§A.13', '§A.15', '§A.16', ...clauses],
    subject: { type: 'premises', of: (input) => input.premises },
    load: (db, items, { county }) =>
      loadPremises(
        db,
        county,
        items.map((item) => ({ ...item, input: undefined })),
      ),
    place,
    may: (facts, { actor, pack, today }) => mayCheck(facts, step, actor, { pack, today }),
    check: (facts, { input, evidence }, { pack, today }) =>
      checkFilled(facts, step, input.items, evidence, amount(pack, 'acceptance.inHomePhotos', today), pack),
    apply: async (tx, items, { county, actor, keys, pack, today }) => {
      const checklist = premisesChecklist(pack)
      const effects = []
      for (const { id, subject, input } of items) {
        const failed = checklist ? failedItems(checklist, input.items) : []
        const passed = failed.length === 0
        await sql`
          insert into premises_check (county, id, premises, step, checker, checked_on, passed, items, failed, remark)
          values (${county}, ${id}, ${subject}, ${step}, ${actor.id}, ${today}::date, ${passed},
                  ${JSON.stringify(input.items)}::jsonb, ${JSON.stringify(failed)}::jsonb,
                  ${input.remark ? sealField(keys, county, 'premises_check.remark', input.remark) : null})`.execute(
          tx,
        )
        await sql`
          update premises set stage = ${passed ? step : 'assigned'}, sent_back = ${passed ? sql`sent_back` : id},
                              accepted_on = ${passed && step === 'accepted' ? today : null}::date
           where county = ${county} and id = ${subject}`.execute(tx)
        effects.push({ result: { passed, failed } })
      }
      return effects
    },
  })

export const checkOwn = checkOf('premises.check-own', 'built', ['§3.3.1', '§3.3.3'], ({ contractor }) => ({
  organisations: [contractor],
}))
export const inspectPremises = checkOf(
  'premises.inspect',
  'inspected',
  ['§3.3.1', '§3.3.4'],
  ({ supervisor }) => ({
    organisations: [supervisor],
  }),
)
export const acceptPremises = checkOf(
  'premises.accept',
  'accepted',
  ['§3.3.1', '§3.3.2a'],
  ({ village }) => ({
    area: village,
  }),
)

import { sql } from 'kysely'
import type { ActContext, Effect } from '../../../kernel/act/define.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { isLeaving } from '../model/change.ts'
import { endHome, moveHomes } from '../public.ts'
import { changedFields, corrected, normalised } from '../rules/application.ts'
import { endingOf, termsOf } from '../rules/change.ts'
import { correctionsOf, keepCorrections } from './keep-corrections.ts'
import { issueLetters } from './letter.ts'
import { rewriteFields } from './rewrite-fields.ts'
import { partnersOf } from './shared-keys.ts'
import { toScreenAgain } from './to-screen-again.ts'
import type { DecidedChange } from './change-decide.ts'

type Approved = DecidedChange & { act: string }

/** What approved changes do to the register: homes end, come in, or say something else. */
export async function applyChanges(
  tx: WriteDb,
  context: ActContext,
  changes: readonly Approved[],
): Promise<Effect[]> {
  const partners = await partnersOf(
    tx,
    context.county,
    changes.map(({ home }) => home),
  )
  const leaving = changes.filter(({ kind }) => isLeaving(kind))
  for (const { kind, home } of leaving) await endHome(tx, context.county, [home], endingOf(kind))
  await keepCorrections(
    tx,
    context,
    leaving.map(({ act, home, kind, reason }) => ({
      act,
      home,
      reason,
      fields: [{ field: 'ended', before: undefined, after: endingOf(kind) }],
    })),
  )
  const back = changes.filter(({ kind }) => kind === 'return')
  await takeBackIn(tx, context, back)
  await letIn(
    tx,
    context,
    changes.filter(({ enters }) => enters !== null),
  )
  await rewrite(
    tx,
    context,
    changes.filter((change) => change.changes !== undefined),
  )
  return changes.map((change, at) => ({
    touched: touched(change),
    result: {
      number: change.number,
      kind: change.kind,
      home: change.home,
      stage: change.about.stage,
      ...(change.enters && { enters: change.enters }),
      // Who shared a key before is screened again too: once for the whole batch.
      ...(at === 0 ? toScreenAgain(partners) : {}),
    },
  }))
}

/** A home that left by mistake stands where it stood, and is put on notice again where the pack asks for it. */
async function takeBackIn(tx: WriteDb, context: ActContext, changes: readonly Approved[]): Promise<void> {
  if (changes.length === 0) return
  await sql`update home set ended = null
             where county = ${context.county} and id = any(${changes.map(({ home }) => home)}::uuid[])`.execute(
    tx,
  )
  await keepCorrections(
    tx,
    context,
    changes.map(({ act, home, reason, about }) => ({
      act,
      home,
      reason,
      fields: [{ field: 'ended', before: about.ended ?? undefined, after: undefined }],
    })),
  )
  await markForNotice(
    tx,
    context.county,
    changes
      .filter(({ kind }) => termsOf(context.pack, kind)?.notice)
      .map(({ id, home }) => ({ change: id, home })),
  )
}

const touched = ({ home, enters }: Approved) =>
  [...new Set([home, ...(enters ? [enters] : [])])].map((id) => ({ type: 'home', id }))

/** A home that comes in goes on a notice; where the pack asks for none, it is confirmed at once. */
async function letIn(tx: WriteDb, context: ActContext, changes: readonly Approved[]): Promise<void> {
  const entering = changes.flatMap(({ id, act, kind, enters }) =>
    enters === null
      ? []
      : [
          {
            change: id,
            act,
            home: enters,
            notice: termsOf(context.pack, kind === 'add' ? 'add' : 'replace')?.notice,
          },
        ],
  )
  const noticed = entering.filter(({ notice }) => notice !== false)
  await markForNotice(tx, context.county, noticed)
  const atOnce = entering.filter(({ notice }) => notice === false)
  await moveHomes(
    tx,
    context.county,
    atOnce.map(({ home }) => home),
    'confirmed',
    { confirmedOn: context.today },
  )
  await issueLetters(tx, context, atOnce)
}

async function rewrite(tx: WriteDb, context: ActContext, changes: readonly Approved[]): Promise<void> {
  if (changes.length === 0) return
  const done = changes.map(({ act, about, changes: wanted, reason }) => {
    const after = normalised(corrected(about.fields, wanted ?? {}), context.today).fields
    return { act, home: about, after, changed: changedFields(about.fields, after), reason }
  })
  await rewriteFields(tx, context, done)
  await keepCorrections(tx, context, correctionsOf(done))
  await markForNotice(
    tx,
    context.county,
    changes
      .filter(({ kind }) => termsOf(context.pack, kind)?.notice)
      .map(({ id, home }) => ({ change: id, home })),
  )
}

async function markForNotice(
  tx: WriteDb,
  county: number,
  marked: readonly { change: string; home: string }[],
): Promise<void> {
  if (marked.length === 0) return
  await sql`update home set change = m.change
              from unnest(${marked.map(({ home }) => home)}::uuid[],
                          ${marked.map(({ change }) => change)}::uuid[]) as m (home, change)
             where home.county = ${county} and home.id = m.home`.execute(tx)
}

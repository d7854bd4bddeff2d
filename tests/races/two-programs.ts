import { expect } from 'vitest'
import type { ActRequest, EvidenceRef } from '../../src/kernel/act/define.ts'
import type { Outcome } from '../../src/kernel/act/perform.ts'
import type { Actor } from '../../src/kernel/identity/authority.ts'
import { newId } from '../../src/kernel/identity/id.ts'
import { verifyLog } from '../../src/kernel/log/verify.ts'
import { openProgram, type Program } from '../../src/server/program.ts'
import { area, county, type TestCounty } from '../support/county.ts'
import { listViolations, type ViolationOptions } from '../support/violations.ts'

export interface Asked {
  actor: Actor
  request: ActRequest
}

export interface TwoPrograms {
  /** The county's own program and a second one on the same database and data folder, as a county runs two servers. */
  programs: [Program, Program]
  /** All at once, on the two programs by turns. Answers in the order asked. */
  atOnce(asked: readonly Asked[]): Promise<Outcome[]>
  /** Nothing doubled, nothing half applied, screening stands, the log verifies. Throws what is wrong. */
  expectSound(options?: ViolationOptions): Promise<void>
  close(): Promise<void>
}

export async function twoPrograms(test: TestCounty): Promise<TwoPrograms> {
  const { url, dataFolder, clock, program } = test
  const second = await openProgram({ url, dataFolder, clock, sealEveryMs: 3_600_000 })
  return {
    programs: [program, second],
    async atOnce(asked) {
      for (const { actor, request } of asked) await test.bring(actor, request.evidence ?? [])
      return Promise.all(
        asked.map(({ actor, request }, i) => (i % 2 ? second : program).door.perform(actor, request)),
      )
    },
    async expectSound(options) {
      if (!options?.homesWithoutActs) {
        const screened = await test.done(test.actors.bureauOfficer, 'register.screen', {
          programme: test.programme,
          area: area.county,
        })
        expect(screened.result).toMatchObject({ changed: 0 })
      }
      expect(await listViolations(program.database.pool, county, options)).toEqual([])
      await Promise.all([program.seal(), second.seal()])
      const seen = await program.database.read(county, (db) =>
        verifyLog(db, county, { trusted: [program.keys.signing], overdueBefore: clock.now() }),
      )
      expect(seen.findings).toEqual([])
      expect(seen).toMatchObject({ sound: true, waiting: 0 })
    },
    close: () => second.close(),
  }
}

export const asks = (
  actor: Actor,
  kind: string,
  input: unknown,
  evidence: readonly EvidenceRef[] = [],
): Asked => ({ actor, request: { id: newId(), kind, input, evidence } })

/** How often each answer came: `done`, `repeated`, `conflict`, or the codes of the refusals. */
export function tally(outcomes: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const outcome of outcomes) {
    const answer =
      outcome.status === 'done'
        ? outcome.repeated
          ? 'repeated'
          : 'done'
        : outcome.status === 'refused'
          ? outcome.refusals.map(({ code }) => code).join(' ')
          : outcome.status
    counts[answer] = (counts[answer] ?? 0) + 1
  }
  return counts
}

/** Races are run several times, begun in other orders. */
export const rounds = [1, 2, 3]

export const shuffled = <T>(list: readonly T[], round: number): T[] =>
  list
    .map((item, at) => ({ item, key: ((at + 1) * 7919 * round) % 13 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { personal } from './personal.ts'
import { readInput } from './read-input.ts'

const id = '0190aBCD-0000-7000-8000-00000000000F'
const small = id.toLowerCase()

describe('readInput', () => {
  it('writes ids small wherever the schema has one, and leaves all other text as it is', () => {
    const schema = z.object({
      home: z.uuid(),
      homes: z.array(z.uuid()).optional(),
      held: z.union([z.object({ area: z.string() }), z.object({ organisation: z.uuid() })]),
      by: z.record(z.string(), z.object({ account: z.uuid().nullable() })),
      secret: personal(z.uuid()).optional(),
      note: z.string(),
    })
    const input = {
      home: id,
      homes: [id, small],
      held: { organisation: id },
      by: { One: { account: id }, Two: { account: null } },
      secret: id,
      note: id,
    }
    expect(readInput(schema, input)).toEqual({
      ok: true,
      input: {
        home: small,
        homes: [small, small],
        held: { organisation: small },
        by: { One: { account: small }, Two: { account: null } },
        secret: small,
        note: id,
      },
    })
  })

  it('names what does not fit, by its path', () => {
    const read = readInput(z.object({ rows: z.array(z.object({ n: z.int() })) }), {
      rows: [{ n: 1 }, { n: 'x' }],
    })
    expect(read).toMatchObject({ ok: false, problems: [{ path: 'rows.1.n' }] })
  })

  it('says what does not fit in Chinese, and in English beside it', () => {
    const schema = z.object({
      n: z.int(),
      day: z.string().regex(/^x/),
      kind: z.enum(['a', 'b']),
      at: z.uuid(),
    })
    for (const input of [{}, { n: 1.5, day: 'y', kind: 'c', at: '1' }, 'none', { n: 1, day: 'nul \u0000' }]) {
      const read = readInput(schema, input)
      if (read.ok) throw new Error('It was taken.')
      expect(read.problems.length).toBeGreaterThan(0)
      for (const { message, messageEn } of read.problems) {
        expect(message).toMatch(/\p{Script=Han}/u)
        expect(messageEn).not.toMatch(/\p{Script=Han}/u)
      }
    }
  })

  it('refuses text that no column can hold, in values and keys, also where the schema would let it pass', () => {
    for (const [input, path] of [
      [{ a: [{ b: 'nul \u0000' }] }, 'a.0.b'],
      [{ a: 'half \ud83d' }, 'a'],
      [{ a: { 'k\udd25': 1 } }, 'a'],
    ] as const)
      expect(readInput(z.unknown(), input)).toMatchObject({ ok: false, problems: [{ path }] })
    expect(readInput(z.unknown(), { a: 'whole 🔥 𠮷 \u0001' })).toMatchObject({ ok: true })
  })

  it('refuses nesting without end instead of running out of stack', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
    expect(readInput(z.unknown(), deep)).toMatchObject({ ok: false })
  })
})

import { describe, expect, it } from 'vitest'
import { fingerprint, type Submission, submitter } from './submission.ts'
import { Trouble } from './trouble.ts'

const act: Submission = { kind: 'home.install', input: { home: 'h', serial: 'S1' } }

/** A server that answers as told, one answer per request, and a clock that stands still. */
function desk(answers: ('done' | 'refused' | 'silence' | 'broken')[]) {
  const sent: string[] = []
  let ids = 0
  const clock = { now: 0 }
  const submit = submitter<{ status: string }>({
    send: (id) => {
      sent.push(id)
      const answer = answers.shift() ?? 'done'
      if (answer === 'silence') return Promise.reject(new Trouble('unreachable'))
      if (answer === 'broken') return Promise.reject(new Trouble('broken'))
      return Promise.resolve({ status: answer })
    },
    newId: () => `id-${++ids}`,
    now: () => clock.now,
    wait: () => Promise.resolve(),
  })
  return { submit, sent, clock }
}

describe('submitter', () => {
  it('lets a double click join the first', async () => {
    const { submit, sent } = desk(['done'])
    const [first, second] = [submit(act), submit({ ...act, input: { serial: 'S1', home: 'h' } })]
    expect(second.id).toBe(first.id)
    await Promise.all([first.outcome, second.outcome])
    expect(sent).toEqual(['id-1'])
  })

  it('lets a second click just after the answer join it, and a later one be a new act', async () => {
    const { submit, sent, clock } = desk([])
    await submit(act).outcome
    clock.now = 400
    await submit(act).outcome
    expect(sent).toEqual(['id-1'])
    clock.now = 5000
    await submit(act).outcome
    expect(sent).toEqual(['id-1', 'id-2'])
  })

  it('sends the same id again after silence, by itself and when the person tries again', async () => {
    const { submit, sent } = desk(['silence', 'silence', 'silence', 'silence', 'done'])
    await expect(submit(act).outcome).rejects.toMatchObject({ kind: 'unreachable' })
    expect(sent).toEqual(['id-1', 'id-1', 'id-1'])
    await expect(submit(act).outcome).resolves.toEqual({ status: 'done' })
    expect(new Set(sent)).toEqual(new Set(['id-1']))
    expect(sent).toHaveLength(5)
  })

  it('takes a new id after a refusal or an answer that was trouble', async () => {
    const { submit, sent } = desk(['refused', 'broken', 'done'])
    await submit(act).outcome
    await expect(submit(act).outcome).rejects.toMatchObject({ kind: 'broken' })
    await submit(act).outcome
    expect(sent).toEqual(['id-1', 'id-2', 'id-3'])
  })

  it('keeps different submissions apart', async () => {
    const { submit, sent } = desk([])
    const other = { ...act, evidence: [{ kind: 'photo', digest: 'aa' }] }
    await Promise.all([submit(act).outcome, submit(other).outcome])
    expect(new Set(sent).size).toBe(2)
  })
})

it('fingerprint heeds evidence and corrections, not the order of filling in', () => {
  const photos = [
    { kind: 'photo', digest: 'aa' },
    { kind: 'photo', digest: 'bb' },
  ]
  expect(fingerprint({ ...act, evidence: photos })).toBe(
    fingerprint({ ...act, evidence: photos.toReversed() }),
  )
  expect(fingerprint({ ...act, corrects: 'x' })).not.toBe(fingerprint(act))
  expect(fingerprint({ ...act, input: { ...(act.input as object), extra: undefined } })).toBe(
    fingerprint(act),
  )
})

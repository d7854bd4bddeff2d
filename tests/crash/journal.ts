import type { Person, Reply, SentAct } from './office.ts'

export interface Entry {
  by: Person
  act: SentAct
  reply: Reply
}

type Receipt = Extract<Reply, { status: 'done' }>['receipt']

/** What people remember of what they did: every act sent, and what was said about it. */
export class Journal {
  readonly #entries = new Map<string, Entry>()
  #receipts = new Map<string, Receipt>()
  /** Ids sent since the last look. */
  #recent = new Set<string>()

  async perform(by: Person, act: SentAct): Promise<Reply> {
    this.#note(by, act, { status: 'unanswered' })
    const reply = await by.perform(act)
    this.#note(by, act, reply)
    return reply
  }

  async performBatch(by: Person, acts: readonly SentAct[]): Promise<Reply[]> {
    for (const act of acts) this.#note(by, act, { status: 'unanswered' })
    const replies = await by.performBatch(acts)
    acts.forEach((act, i) => this.#note(by, act, replies[i] ?? { status: 'wrong', said: 'no reply' }))
    return replies
  }

  #note(by: Person, act: SentAct, reply: Reply): void {
    this.#recent.add(act.id)
    const isKnown = this.#entries.get(act.id)?.reply.status === 'done'
    // Once acknowledged, always acknowledged: not hearing an answer later takes nothing back.
    if (!isKnown || reply.status !== 'unanswered') this.#entries.set(act.id, { by, act, reply })
    if (reply.status === 'done' && !this.#receipts.has(act.id)) this.#receipts.set(act.id, reply.receipt)
  }

  /** The first receipt that was given for an act. */
  receiptOf(id: string): Receipt | undefined {
    return this.#receipts.get(id)
  }

  idsThat(status: Reply['status']): string[] {
    return [...this.#entries.values()].filter(({ reply }) => reply.status === status).map(({ act }) => act.id)
  }

  wrongs(): string[] {
    return [...this.#entries.values()].flatMap(({ act, reply }) =>
      reply.status === 'wrong' ? [`${act.kind}: ${reply.said}`] : [],
    )
  }

  /** What was sent since the last call, and some of what was sent before. */
  takeRecent(ofEarlier: number): Entry[] {
    const recent = this.#recent
    this.#recent = new Set()
    const earlier = [...this.#entries.keys()].filter((id) => !recent.has(id))
    const some = Array.from(
      { length: Math.min(ofEarlier, earlier.length) },
      () => earlier[Math.floor(Math.random() * earlier.length)] ?? '',
    )
    return [...recent, ...some].flatMap((id) => this.#entries.get(id) ?? [])
  }
}

/**
 * For work that hardly costs more for many than for one: what is asked while it goes on is done together next, so that
 * nobody waits for more than the round before and their own. Answers stand in the order of what was asked. Where
 * several fail together, each is tried alone, and only whoever's own fails is told.
 */
export function together<Asked, Answer>(
  work: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
  most = 200,
): (one: Asked) => Promise<Answer> {
  interface Waiting {
    asked: Asked
    resolve(answer: Answer): void
    reject(error: unknown): void
  }
  let waiting: Waiting[] = []
  let isGoing = false

  async function answer(all: readonly Waiting[]): Promise<void> {
    try {
      const answers = await work(all.map(({ asked }) => asked))
      if (answers.length !== all.length) throw new Error(`${all.length} asked, ${answers.length} answered.`)
      answers.forEach((one, at) => all[at]?.resolve(one))
    } catch (error) {
      if (all.length > 1) for (const one of all) await answer([one])
      else all[0]?.reject(error)
    }
  }

  async function go(): Promise<void> {
    isGoing = true
    // Those who come in the same moment go together from the first.
    await Promise.resolve()
    while (waiting.length > 0) {
      const now = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await answer(now)
    }
    isGoing = false
  }

  return (asked) =>
    new Promise<Answer>((resolve, reject) => {
      waiting.push({ asked, resolve, reject })
      if (!isGoing) void go()
    })
}

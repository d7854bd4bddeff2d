/** How far the acts now running here are; kept in memory, since a restart ends them too. */
export function openProgress() {
  const running = new Map<string, { done: number; label?: string | undefined }>()
  const keyOf = (actor: string, act: string) => `${actor} ${act}`
  return {
    start(actor: string, act: string) {
      const key = keyOf(actor, act)
      running.set(key, { done: 0 })
      return {
        report: (done: number, label?: string) => void running.set(key, { done, label }),
        end: () => void running.delete(key),
      }
    },
    /** Only the person whose act it is can ask. */
    find: (actor: string, act: string) => running.get(keyOf(actor, act)),
  }
}

export type Progress = ReturnType<typeof openProgress>

/** How far the acts and long reads now running here are; kept in memory, since a restart ends them too. */
export function openProgress() {
  const running = new Map<string, { done: number; label?: string | undefined }>()
  const keyOf = (actor: string, id: string) => `${actor} ${id}`
  return {
    start(actor: string, id: string) {
      const key = keyOf(actor, id)
      running.set(key, { done: 0 })
      return {
        report: (done: number, label?: string) => void running.set(key, { done, label }),
        end: () => void running.delete(key),
      }
    },
    /** Only the person whose act or read it is can ask. */
    find: (actor: string, id: string) => running.get(keyOf(actor, id)),
  }
}

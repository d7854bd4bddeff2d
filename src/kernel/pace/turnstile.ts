/** Lets `atOnce` pieces of work go on at a time; more wait, in the order they came, and are told so by `onWait`. */
export function turnstile(atOnce: number): <T>(work: () => Promise<T>, onWait?: () => void) => Promise<T> {
  let going = 0
  const waiting: (() => void)[] = []
  return async (work, onWait) => {
    if (going >= atOnce) {
      onWait?.()
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else going++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else going--
    }
  }
}

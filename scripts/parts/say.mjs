/** One short line about what is going on, in both languages. */
export function say(zh, en) {
  process.stdout.write(`${zh} · ${en}\n`)
}

/** Says what went wrong and what to do, and ends. */
export function fail(zh, en, code = 1) {
  process.stderr.write(`${zh}\n${en}\n`)
  process.exit(code)
}

/** `3.4 s`, `2 min 5 s`. */
export function spent(ms) {
  const seconds = ms / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

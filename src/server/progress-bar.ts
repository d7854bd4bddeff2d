/** A progress bar on a terminal; on anything else a line every tenth, so that a log stays readable. */
export function progressBar(title: string) {
  const live = process.stdout.isTTY
  let tenth = -1
  return {
    show(done: number, label: string) {
      const percent = Math.floor(done * 100)
      if (live) {
        const width = 30
        const filled = Math.round(done * width)
        process.stdout.write(
          `\r  ${title} [${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${percent}% ${label}\x1b[K`,
        )
      } else if (Math.floor(percent / 10) > tenth) {
        tenth = Math.floor(percent / 10)
        process.stdout.write(`  ${title} ${percent}% ${label}\n`)
      }
    },
    end() {
      if (live) process.stdout.write('\n')
    },
  }
}

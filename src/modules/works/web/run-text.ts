interface Run {
  runOn: string
  passed: boolean
  beyond: readonly unknown[]
}

/** Where the commissioning run of a home stands, in a line. */
export function runText(
  t: (key: string, values?: Record<string, unknown>) => string,
  run: Run | null,
): string {
  if (!run) return t('commissioning.none')
  if (!run.passed) return t('commissioning.failed', { day: run.runOn })
  return run.beyond.length > 0
    ? t('commissioning.flagged', { day: run.runOn, count: run.beyond.length })
    : t('commissioning.passed', { day: run.runOn })
}

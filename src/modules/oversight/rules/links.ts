interface Figure {
  line?: string | undefined
  areaKind?: string | undefined
  town?: string | undefined
  village?: string | undefined
  /** At this stage now. */
  stage?: string | undefined
  /** At this stage or a later one. */
  from?: string | undefined
  answer?: string | undefined
  ended?: string | undefined
}

/** The address of the register that lists exactly the homes a figure counts. */
export function figureAddress(figure: Figure): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(figure) as [string, string | undefined][])
    if (value) params.set(key, value)
  const text = params.toString()
  return text === '' ? '/register' : `/register?${text}`
}

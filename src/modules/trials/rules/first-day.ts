import { addDays, type Day, isDay } from '../../../kernel/dates/day.ts'

interface Changed {
  fields: readonly { field: string; before: unknown; after: unknown }[]
}

/** The first day on which everything that was changed counts: a value dated in autumn says nothing in summer. */
export function firstDayOf(changes: readonly Changed[], today: Day): Day {
  const days = changes.flatMap(({ fields }) =>
    fields.flatMap(({ field, before, after }): Day[] => {
      if (field === 'values') {
        const known = new Set(datesIn(before).map(({ text }) => text))
        return datesIn(after).flatMap(({ from, text }) => (known.has(text) ? [] : [from]))
      }
      if (field === 'from' && typeof after === 'string' && isDay(after)) return [after]
      if (field === 'until' && typeof after === 'string' && isDay(after)) return [addDays(after, 1)]
      return []
    }),
  )
  return days.reduce((last, day) => (day > last ? day : last), today)
}

function datesIn(values: unknown): { from: Day; text: string }[] {
  if (!Array.isArray(values)) return []
  return values.flatMap((dated: unknown) => {
    const { from } = dated as { from?: unknown }
    return typeof from === 'string' && isDay(from) ? [{ from, text: JSON.stringify(dated) }] : []
  })
}

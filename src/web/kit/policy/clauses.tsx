import { type ComponentType, createContext, use } from 'react'

/** How one clause is shown: by itself its number; the office puts one here that opens the clause's note. */
export const ClauseSlot = createContext<ComponentType<{ id: string }>>(ClauseNumber)

function ClauseNumber({ id }: { id: string }) {
  return <span className="clause">{id}</span>
}

export function Clauses({ ids }: { ids: readonly string[] }) {
  const Clause = use(ClauseSlot)
  return (
    <span className="clauses">
      {ids.map((id) => (
        <Clause key={id} id={id} />
      ))}
    </span>
  )
}

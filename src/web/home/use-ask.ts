import { useCallback, useEffect, useState } from 'react'
import type { Answer, QueryInput, QueryName } from '../kit/api/names.ts'
import { ask } from '../kit/api/transport.ts'
import { type Trouble, troubleOf } from '../kit/api/trouble.ts'

export interface Asked<T> {
  answer: T | undefined
  trouble: Trouble | undefined
  /** Asks afresh; the answer stays until the next one is there. */
  again: () => void
}

/** A query's answer on the household's telephone: the desk's cache would weigh more than these few pages need. */
export function useAsk<N extends QueryName>(name: N, input: QueryInput<N>): Asked<Answer<N>> {
  const [answer, setAnswer] = useState<Answer<N>>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [round, setRound] = useState(0)
  const asked = JSON.stringify(input)
  useEffect(() => {
    const controller = new AbortController()
    setTrouble(undefined)
    ask<Answer<N>>(name, JSON.parse(asked), controller.signal).then(setAnswer, (error: unknown) => {
      if (!controller.signal.aborted) setTrouble(troubleOf(error))
    })
    return () => controller.abort()
  }, [name, asked, round])
  const again = useCallback(() => setRound((before) => before + 1), [])
  return { answer, trouble, again }
}

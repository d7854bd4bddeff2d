import { useCallback, useState } from 'react'
import { type ActOptions, type ActOutcome, performAct } from '../kit/api/acts.ts'
import type { ActInput, ActKind } from '../kit/api/names.ts'
import { type Trouble, troubleOf } from '../kit/api/trouble.ts'

/** Doing an act on the household's telephone: its outcome is data, silence is told and may be tried again. */
export function useAct<K extends ActKind>(kind: K) {
  const [pending, setPending] = useState(false)
  const [outcome, setOutcome] = useState<ActOutcome>()
  const [trouble, setTrouble] = useState<Trouble>()
  const perform = useCallback(
    async (input: ActInput<K>, options?: ActOptions) => {
      setPending(true)
      setTrouble(undefined)
      setOutcome(undefined)
      try {
        const came = await performAct(kind, input, options)
        setOutcome(came)
        return came
      } catch (error) {
        setTrouble(troubleOf(error))
        return undefined
      } finally {
        setPending(false)
      }
    },
    [kind],
  )
  return { perform, pending, outcome, trouble }
}

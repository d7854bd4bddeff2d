import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { ask } from '../../../web/kit/api/transport.ts'
import { type Trouble, troubleOf } from '../../../web/kit/api/trouble.ts'
import { useProgress } from '../../../web/kit/api/use-progress.ts'

export type Verified = Answer<'log.verify'>

interface State {
  /** What runs, under which can be asked how far it is. */
  running?: string
  verified?: Verified
  trouble?: Trouble
}

/** Verifies when asked, and tells meanwhile how far it is: the log may be long. */
export function useVerification() {
  const [state, setState] = useState<State>({})
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => void (gone.current = true)
  }, [])

  const verify = useCallback(async (evidence: boolean) => {
    const progress = newId()
    setState({ running: progress })
    try {
      const verified = await ask<Verified>('log.verify', { evidence }, undefined, { progress })
      if (!gone.current) setState({ verified })
    } catch (error) {
      if (!gone.current) setState({ trouble: troubleOf(error) })
    }
  }, [])

  const progress = useProgress(state.running)
  return { ...state, running: state.running !== undefined, progress, verify }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { actProgress } from '../../../web/kit/api/acts.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { call, inputParam } from '../../../web/kit/api/transport.ts'
import { type Trouble, troubleOf } from '../../../web/kit/api/trouble.ts'

export type Verified = Answer<'log.verify'>

interface State {
  running: boolean
  progress?: { done: number; label?: string }
  verified?: Verified
  trouble?: Trouble
}

const everyMs = 500

/** Verifies when asked, and tells meanwhile how far it is: the log may be long. */
export function useVerification() {
  const [state, setState] = useState<State>({ running: false })
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => void (gone.current = true)
  }, [])

  const verify = useCallback(async (evidence: boolean) => {
    const id = newId()
    setState({ running: true })
    const timer = setInterval(() => {
      void actProgress(id)
        // Not knowing how far it is must not disturb the verification itself.
        .catch(() => null)
        .then((told) => {
          if (told && !gone.current) setState((now) => (now.running ? { ...now, progress: told } : now))
        })
    }, everyMs)
    try {
      const path = `/api/queries/log.verify?${inputParam({ evidence })}&progress=${id}`
      const verified = await call<Verified>({ method: 'GET', path })
      if (!gone.current) setState({ running: false, verified })
    } catch (error) {
      if (!gone.current) setState({ running: false, trouble: troubleOf(error) })
    } finally {
      clearInterval(timer)
    }
  }, [])

  return { ...state, verify }
}

import { useEffect, useState } from 'react'
import { actProgress } from './acts.ts'

export interface HowFar {
  /** 0 to 1 */
  done: number
  label?: string
}

const firstLookMs = 1000
const nextLookMs = 700

/** Acts, questions and files that take over a second tell how far they are; the label is a word key or a plain text. */
export function useProgress(id: string | undefined): HowFar | undefined {
  const [progress, setProgress] = useState<HowFar>()
  useEffect(() => {
    setProgress(undefined)
    if (id === undefined) return
    let over = false
    let timer = setTimeout(() => void look(id), firstLookMs)
    const look = async (act: string) => {
      // Not knowing how far it is must not disturb the act itself.
      const told = await actProgress(act).catch(() => null)
      if (over) return
      if (told) setProgress(told)
      timer = setTimeout(() => void look(act), nextLookMs)
    }
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [id])
  return progress
}

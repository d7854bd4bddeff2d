import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Trouble } from '../api/trouble.ts'
import type { HowFar as Told } from '../api/use-progress.ts'
import { Empty } from './empty.tsx'
import { HowFar } from './how-far.tsx'
import { NotThere } from './not-there.tsx'
import { TroubleNote } from './trouble-note.tsx'

interface Props<T> {
  /** What `useAnswer` gave. */
  answer: { data: T | undefined; error: Trouble | null; isPlaceholderData?: boolean; refetch: () => unknown }
  /** How far an answer is that takes long. */
  progress?: Told | undefined
  isEmpty?: (data: T) => boolean
  /** What is said, and what can be done, where there is nothing. */
  empty?: ReactNode
  children: (data: T) => ReactNode
}

/** What is asked for does not exist for this person; an id that is none is refused before it is looked up. */
const isNotThere = ({ kind }: Trouble): boolean => kind === 'missing' || kind === 'invalid'

/** A part of a page that waits for an answer: loading, trouble, emptiness and the answer itself. */
export function Answered<T>({ answer, progress, isEmpty, empty, children }: Props<T>) {
  const { data, error, refetch } = answer
  if (data === undefined && error && isNotThere(error)) return <NotThere />
  if (data === undefined && error) return <TroubleNote trouble={error} onRetry={() => void refetch()} />
  if (data === undefined)
    return (
      <>
        {progress && <HowFar progress={progress} />}
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      </>
    )
  return (
    <div
      className={answer.isPlaceholderData ? 'answered answered-stale' : 'answered'}
      aria-busy={answer.isPlaceholderData}
    >
      {progress && <HowFar progress={progress} />}
      {error && <TroubleNote trouble={error} onRetry={() => void refetch()} />}
      {isEmpty?.(data) ? (empty ?? <Empty />) : children(data)}
    </div>
  )
}

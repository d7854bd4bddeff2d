import { Button, Pagination } from 'antd'
import { useRef } from 'react'
import { useWords } from '../language/use-words.ts'

interface Props {
  answer: {
    rows: readonly unknown[]
    total?: number | null
    capped?: boolean
    pageSize?: number
    next?: string | null
  }
  /** How many there are in all, where the answer's own count stopped early and the whole is known. */
  all?: number
  page: number
  after: string | undefined
  onGo: (to: { page?: string; after?: string }) => void
}

const usualPageSize = 50

/** By page number where the rows are counted, else forward by key and back the way one came. */
export function Pager({ answer, all, page, after, onGo }: Props) {
  const { rows, total, next, pageSize = usualPageSize } = answer
  if (next !== undefined) return <KeyPager more={rows.length > 0} next={next} after={after} onGo={onGo} />
  if (typeof total !== 'number' || total <= pageSize) return null
  return (
    <div className="pager">
      <Pagination
        size="small"
        current={page + 1}
        pageSize={pageSize}
        total={all ?? total}
        showSizeChanger={false}
        onChange={(to) => onGo({ page: to === 1 ? undefined : String(to) })}
      />
    </div>
  )
}

/** How many there are in all, said above the rows: where people look for it. */
export function Total({ answer, all }: Pick<Props, 'answer' | 'all'>) {
  const { t } = useWords()
  if (typeof answer.total !== 'number') return null
  const words = answer.capped && all === undefined ? 'kit.table.total-at-least' : 'kit.table.total'
  return (
    <p className="table-total quiet figure">
      {t(words, { total: (all ?? answer.total).toLocaleString('en-US') })}
    </p>
  )
}

interface KeyProps extends Pick<Props, 'after' | 'onGo'> {
  more: boolean
  next: string | null
}

function KeyPager({ more, next, after, onGo }: KeyProps) {
  const { t } = useWords()
  const came = useRef<(string | undefined)[]>([])
  return (
    <div className="pager">
      <span>
        <Button size="small" disabled={!after} onClick={() => onGo({ after: came.current.pop() })}>
          {t(came.current.length > 0 || !after ? 'kit.table.previous' : 'kit.table.first')}
        </Button>{' '}
        <Button
          size="small"
          disabled={!next || !more}
          onClick={() => {
            came.current.push(after)
            onGo({ after: next ?? undefined })
          }}
        >
          {t('kit.table.next')}
        </Button>
      </span>
    </div>
  )
}

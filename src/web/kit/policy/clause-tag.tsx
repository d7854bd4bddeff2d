import { Popover } from 'antd'
import { useState } from 'react'
import type { Said } from '../../../kernel/words/words.ts'
import { useAsked } from '../api/use-answer.ts'
import { useWords } from '../language/use-words.ts'
import { TroubleNote } from '../states/trouble-note.tsx'

/** A clause number that opens the pack's note on it. */
export function ClauseTag({ id }: { id: string }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      title={t('kit.clause', { id })}
      content={<ClauseNote id={id} />}
    >
      <button
        type="button"
        className="clause clause-button"
        aria-expanded={open}
        onClick={(e) => e.stopPropagation()}
      >
        {id}
      </button>
    </Popover>
  )
}

function ClauseNote({ id }: { id: string }) {
  const { t, pick } = useWords()
  const { data, error, refetch } = useAsked<{ note: Said }>('policy.clause', { id })
  if (error) return <TroubleNote trouble={error} onRetry={() => void refetch()} />
  return <p className="clause-note">{data ? pick(data.note) : t('kit.loading')}</p>
}

import { App, Button, type ButtonProps, Popover } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ActOutcome, ToldRefusal } from '../api/acts.ts'
import type { EvidenceRef } from '../../../kernel/act/define.ts'
import type { ActInput, ActKind } from '../api/names.ts'
import { usePerform } from '../api/use-perform.ts'
import { useWords } from '../language/use-words.ts'
import { ActAnswer } from './act-answer.tsx'
import { actTitle, doneText } from './act-words.ts'
import { Refusals } from './refusals.tsx'

type Done = Extract<ActOutcome, { status: 'done' }>

interface Props<K extends ActKind> {
  kind: K
  input: ActInput<K>
  evidence?: readonly EvidenceRef[]
  /** Asks first: true for the general question, or the question itself. */
  confirm?: boolean | string
  /** Why it cannot be done now, where that is known beforehand. */
  refusals?: readonly ToldRefusal[]
  onDone?: (receipt: Done['receipt']) => void
  type?: ButtonProps['type']
  size?: ButtonProps['size']
  danger?: boolean
  icon?: ReactNode
  /** The act's title unless given. */
  children?: ReactNode
}

/**
 * Does one act. While it cannot be done the button says why instead, on hover, focus or press: it stays reachable,
 * so that everybody can learn the reason.
 */
export function ActButton<K extends ActKind>(props: Props<K>) {
  const { kind, input, evidence, confirm, refusals = [], onDone, children, ...look } = props
  const speech = useWords()
  const { modal, message } = App.useApp()
  const performing = usePerform(kind)
  const [open, setOpen] = useState(false)
  const unread = useUnread()
  const label = children ?? actTitle(speech, kind)
  const blocked = refusals.length > 0

  const perform = async () => {
    setOpen(false)
    unread(undefined)
    const outcome = await performing.perform(input, { evidence })
    if (outcome?.status === 'refused') unread(outcome.refusals)
    if (outcome?.status !== 'done') return setOpen(true)
    void message.success(doneText(speech, kind, outcome.receipt.result))
    onDone?.(outcome.receipt)
  }

  const press = async () => {
    if (blocked) return setOpen(true)
    if (confirm) {
      const title =
        typeof confirm === 'string' ? confirm : speech.t('kit.act.confirm', { act: actTitle(speech, kind) })
      if (
        !(await modal.confirm({ title, okText: actTitle(speech, kind), cancelText: speech.t('kit.cancel') }))
      )
        return
    }
    await perform()
  }

  return (
    <Popover
      trigger={blocked ? ['hover', 'focus', 'click'] : []}
      open={open}
      onOpenChange={(isOpen) => {
        setOpen(isOpen)
        if (!isOpen) unread(undefined)
      }}
      destroyOnHidden
      placement="bottomRight"
      classNames={{ root: 'act-popover' }}
      content={
        <>
          {blocked ? (
            <Refusals refusals={refusals} />
          ) : (
            <ActAnswer performing={performing} onRetry={() => void perform()} />
          )}
          {!blocked && (
            <Button
              size="small"
              onClick={() => {
                setOpen(false)
                unread(undefined)
              }}
            >
              {speech.t('kit.close')}
            </Button>
          )}
        </>
      }
    >
      <Button
        {...look}
        loading={performing.pending}
        aria-disabled={blocked}
        className={blocked ? 'act-blocked' : undefined}
        onClick={() => void press()}
      >
        {label}
      </Button>
    </Popover>
  )
}

/**
 * What was refused stands beside the button. Where somebody else did the same a moment before, the button goes with its
 * row: then what was refused is told on its own.
 */
function useUnread(): (refusals: readonly ToldRefusal[] | undefined) => void {
  const { message } = App.useApp()
  const refused = useRef<readonly ToldRefusal[]>(undefined)
  useEffect(
    () => () => {
      if (refused.current)
        void message.warning({ content: <Refusals refusals={refused.current} />, duration: 8 })
    },
    [message],
  )
  return (refusals) => {
    refused.current = refusals
  }
}

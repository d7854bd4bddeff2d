import { useBlocker } from '@tanstack/react-router'
import { App } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { PackCase, Parameter, Rule } from '../../../../kernel/pack/schema.ts'
import type { Answer } from '../../../../web/kit/api/names.ts'
import { useAnswer } from '../../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import {
  carriedOver,
  casesWith,
  editsOf,
  keep,
  nothingPending,
  type ParameterPut,
  type Pending,
  putOf,
  type RulePut,
  withPut,
} from '../../rules/pending.ts'

export type DraftPage = Answer<'policy.draft'>
export type Check = Answer<'policy.draft-check'>
export type Problem = Check['problems'][number]

/** A draft being changed: what is saved, what is not, and what the checks say of both together. */
export interface Editing {
  page: DraftPage
  /** False where it can only be read. */
  open: boolean
  pending: Pending
  unsaved: number
  parameters: Record<string, Parameter>
  rules: Rule[]
  cases: PackCase[]
  check: Check
  /** Whether the check is of what stands here now. */
  checked: boolean
  putParameter(id: string, put: ParameterPut): void
  putRule(id: string, put: RulePut): void
  putCase(index: number, put: PackCase | null | undefined): void
  setAdded(added: readonly PackCase[]): void
  drop(): void
  /** Asks at once whether somebody else saved meanwhile. */
  recheck(): void
  /** Takes up the newest version, keeping what is not saved where that can be. */
  load(newest: DraftPage): void
}

/** A moment after the last key, so that one word is one check. */
const restMs = 350

export function useDraft(first: DraftPage): Editing {
  const [page, setPage] = useState(first)
  const [pending, setPending] = useState<Pending>(nothingPending)
  const edits = useMemo(() => editsOf(pending), [pending])
  const rested = useRested(edits)
  const asked = useAnswer(
    'policy.draft-check',
    { draft: page.id, version: page.version, edits: rested },
    { everySeconds: 15 },
  )
  useLeaveWarning(edits.length > 0)
  const parameters = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(page.parameters).map(([id, saved]) => [id, withPut(saved, pending.parameters[id])]),
      ),
    [page, pending.parameters],
  )
  const rules = useMemo(
    () => page.rules.map((saved) => withPut(saved, pending.rules[saved.id])),
    [page, pending.rules],
  )
  const saved: Check = { moved: null, stage: page.stage, problems: page.problems, runs: page.runs }
  return {
    page,
    open: page.state === 'open',
    pending,
    unsaved: edits.length,
    parameters,
    rules,
    cases: casesWith(page.cases, pending),
    check: asked.data ?? saved,
    checked: rested === edits && !asked.isPlaceholderData && asked.data !== undefined,
    putParameter: (id, put) =>
      setPending((now) => ({
        ...now,
        parameters: keep(now.parameters, id, putOf(page.parameters[id] ?? {}, now.parameters[id], put)),
      })),
    putRule: (id, put) =>
      setPending((now) => ({
        ...now,
        rules: keep(now.rules, id, putOf(page.rules.find((one) => one.id === id) ?? {}, now.rules[id], put)),
      })),
    putCase: (index, put) =>
      setPending((now) => ({ ...now, cases: keep<PackCase | null>(now.cases, String(index), put) })),
    setAdded: (added) => setPending((now) => ({ ...now, added })),
    drop: () => setPending(nothingPending),
    recheck: () => void asked.refetch(),
    load: (newest) => {
      setPending((now) => carriedOver(now, page, newest))
      setPage(newest)
    },
  }
}

function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}

/** Unsaved changes are not lost by a click elsewhere, nor by closing the window. */
function useLeaveWarning(unsaved: boolean): void {
  const { modal } = App.useApp()
  const { t } = useWords()
  const here = useRef(location.pathname)
  useBlocker({
    disabled: !unsaved,
    enableBeforeUnload: unsaved,
    shouldBlockFn: async ({ next }) =>
      next.pathname !== here.current &&
      !(await modal.confirm({
        title: t('draft.leave.confirm'),
        okText: t('draft.confirm'),
        cancelText: t('kit.cancel'),
      })),
  })
}

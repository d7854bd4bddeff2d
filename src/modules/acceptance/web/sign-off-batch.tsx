import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { answeredByPaper } from '../../../kernel/pack/checklist.ts'
import type { Checklist } from '../../../kernel/pack/schema.ts'
import { type ActOutcome, performActs } from '../../../web/kit/api/acts.ts'
import { forgetAnswers } from '../../../web/kit/api/query-client.ts'
import { type Trouble, troubleOf } from '../../../web/kit/api/trouble.ts'
import { ChecklistEntry } from '../../../web/kit/checklist/checklist-entry.tsx'
import {
  answersOf,
  type Entries,
  gapsOf,
  isBusy,
  photosOf,
  withPapers,
} from '../../../web/kit/checklist/entries.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { TroubleNote } from '../../../web/kit/states/trouble-note.tsx'
import type { Level } from '../model.ts'
import type { SignOffsTold } from './sign-offs-told.tsx'

interface Waiting {
  home: string
  householder: string
  committed: boolean
}

interface Props {
  level: Level
  homes: readonly Waiting[]
  checklist: Checklist
  onSigned: (told: SignOffsTold) => void
}

/** One checklist for all homes chosen; each is signed for itself, and those that were not are named with why. */
export function SignOffBatch({ level, homes, checklist, onSigned }: Props) {
  const { t, pick } = useWords()
  const client = useQueryClient()
  const [entries, setEntries] = useState<Entries>({})
  const [attempts, setAttempts] = useState(0)
  // The ids belong to this choice and these answers: after silence the same acts are sent again, not new ones.
  const [sent, setSent] = useState<{ ids: readonly string[]; of: string }>()
  const [pending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()

  // What signed papers answer is answered home by home.
  const papers = answeredByPaper(checklist, { commitment: true })
  const asked = { ...checklist, items: checklist.items.filter(({ id }) => !papers.has(id)) }

  const sign = async () => {
    setAttempts((before) => before + 1)
    const items = homes.map(({ committed }) =>
      answersOf(withPapers(entries, answeredByPaper(checklist, { commitment: committed }))),
    )
    if (gapsOf(asked, entries).size > 0 || isBusy(entries)) return
    const of = JSON.stringify([homes.map(({ home }) => home), items])
    const ids = sent?.of === of ? sent.ids : homes.map(() => newId())
    setSent({ ids, of })
    setPending(true)
    setTrouble(undefined)
    try {
      const outcomes = await performActs(
        homes.map(({ home }, i) => ({
          id: ids[i] ?? newId(),
          kind: `home.sign-off-${level}` as const,
          input: { home, items: items[i] ?? [] },
          evidence: photosOf(entries),
        })),
      )
      setSent(undefined)
      setEntries({})
      setAttempts(0)
      void forgetAnswers(client)
      onSigned(summary(homes, outcomes))
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setPending(false)
    }
  }

  return (
    <>
      <ChecklistEntry checklist={asked} entries={entries} onChange={setEntries} attempts={attempts} />
      {checklist.items
        .filter(({ id }) => papers.has(id))
        .map(({ id, label }) => (
          <p key={id} className="quiet">
            {t('sign-offs.by-paper', {
              item: pick(label),
              signed: homes.filter(({ committed }) => committed).length,
              all: homes.length,
            })}
          </p>
        ))}
      {trouble && <TroubleNote trouble={trouble} onRetry={() => void sign()} />}
      <Button
        type="primary"
        size="large"
        block
        disabled={homes.length === 0}
        loading={pending}
        onClick={() => void sign()}
      >
        {t('sign-offs.sign', { count: homes.length })}
      </Button>
    </>
  )
}

const summary = (homes: readonly Waiting[], outcomes: readonly ActOutcome[]): SignOffsTold => ({
  done: outcomes.filter(({ status }) => status === 'done').length,
  refused: outcomes.flatMap((outcome, i) =>
    outcome.status === 'refused'
      ? [{ householder: homes[i]?.householder ?? '', refusals: outcome.refusals }]
      : [],
  ),
})

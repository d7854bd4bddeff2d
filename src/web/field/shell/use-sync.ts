import { useCallback, useEffect, useRef, useState } from 'react'
import { findSession, resumeSession, type Session } from '../../kit/api/session.ts'
import { type Trouble, troubleOf } from '../../kit/api/trouble.ts'
import type { KeptAct } from '../store/database.ts'
import { listActs, noteAnswer } from '../store/outbox.ts'
import { dropDrafts } from '../store/drafts.ts'
import { sendWaiting } from '../sync/send.ts'
import { enrol, getInTouch, heldOwn, officeOf, tellResuming } from './office.ts'
import {
  handsetBefore,
  ifRoom,
  isEnrolled,
  noteEnrolled,
  notePerson,
  type OwnStore,
  resumingFor,
  resumingOf,
} from './own-store.ts'

export interface Sync {
  /** Every act of the telephone, in its order; undefined until they are read. */
  acts: readonly KeptAct[] | undefined
  sending: boolean
  /** Why the last attempt stopped. */
  trouble: Trouble | undefined
  /** The session is over, or is another person's: a sign-in is wanted before anything can be sent. */
  signInWanted: boolean
  send(): Promise<void>
  /** Reads the outbox afresh, after an act was kept. */
  reread(): Promise<void>
}

const everyMs = 30_000
const onlyOne = 'qingnuan-field-send'

/** Sends what waits whenever there is a signal, one window at a time, and reads what became of what was held. */
export function useSync(store: OwnStore): Sync {
  const [acts, setActs] = useState<readonly KeptAct[]>()
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [signInWanted, setSignInWanted] = useState(false)
  const alive = useRef(true)

  const reread = useCallback(async () => {
    const now = await listActs(store.db)
    if (alive.current) setActs(now)
  }, [store])

  const send = useCallback(async () => {
    await navigator.locks.request(onlyOne, { ifAvailable: true }, async (lock) => {
      if (!lock || !alive.current) return
      setSending(true)
      setTrouble(undefined)
      try {
        const session = await sessionOf(store)
        setSignInWanted(!session)
        if (!session) return
        await introduce(store, session)
        await sendWaiting(store.db, store.key, officeOf(store.handset), () => void reread())
        await readAnswers(store)
      } catch (error) {
        const found = troubleOf(error)
        // A lost telephone that was found again: what was never kept is nobody's any more.
        if (found.code === 'error.handset-revoked') await dropDrafts(store.db, 'all')
        if (found.kind === 'signed-out') setSignInWanted(true)
        else setTrouble(found)
      } finally {
        if (alive.current) setSending(false)
        await reread()
      }
    })
  }, [store, reread])

  useEffect(() => {
    alive.current = true
    void reread().then(send)
    const go = () => void send()
    const again = setInterval(() => {
      void listActs(store.db, 'waiting').then((waiting) => (waiting.length > 0 ? send() : undefined))
    }, everyMs)
    addEventListener('online', go)
    return () => {
      alive.current = false
      clearInterval(again)
      removeEventListener('online', go)
    }
  }, [store, reread, send])

  return { acts, sending, trouble, signInWanted, send, reread }
}

/**
 * Only the person's own session will do: what they made is sent as theirs. A browser that was killed has forgotten it;
 * while it has not ended, the PIN is enough to take it up again.
 */
async function sessionOf(store: OwnStore): Promise<Session | undefined> {
  const found = await findSession()
  if (found) return found.account.id === store.account ? found : undefined
  const resuming = await resumingOf(store)
  const session = resuming && (await resumeSession({ ...resuming, handset: store.handset }))
  return session && session.account.id === store.account ? session : undefined
}

/** Sessions that the office knows how to be taken up again, told apart by their tokens. */
const known = new Set<string>()

async function introduce(store: OwnStore, session: Session): Promise<void> {
  if (!(await isEnrolled(store))) {
    await enrol(store.handset, await handsetBefore(store))
    await ifRoom(() => noteEnrolled(store))
  }
  await getInTouch(store.handset)
  await ifRoom(() => notePerson(store, session))
  if (known.has(session.csrfToken)) return
  const resuming = await resumingFor(store, session.county.id)
  if (!resuming) return
  await tellResuming(store.handset, resuming.secret)
  known.add(session.csrfToken)
}

/** What persons in the office have answered to acts that were held. */
async function readAnswers(store: OwnStore): Promise<void> {
  const held = await listActs(store.db, 'held')
  if (held.length === 0) return
  const answers = new Map((await heldOwn(held.map(({ id }) => id))).map((answer) => [answer.id, answer]))
  for (const { id, number } of held) {
    const answer = answers.get(id)
    if (answer && answer.state !== 'held')
      await noteAnswer(store.db, store.key, number, answer.state, {
        answer: answer.answer,
        by: answer.settledByName,
      })
  }
}

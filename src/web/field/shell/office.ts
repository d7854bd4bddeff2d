import { performAct } from '../../kit/api/acts.ts'
import { ask, call } from '../../kit/api/transport.ts'
import { Trouble } from '../../kit/api/trouble.ts'
import type { Answer } from '../../kit/api/names.ts'
import type { Office, SentAnswer } from '../sync/send.ts'

/** A home as it is taken along. */
export type HomeTaken = Answer<'field.village'>[number] & { last: string | null }

/** The office as this telephone reaches it. */
export const officeOf = (handset: string): Office => ({
  begun: (digest) => call({ method: 'GET', path: `/api/field/files/${digest}` }),
  file: ({ digest, size, offset }, bytes) =>
    call({
      method: 'POST',
      path: `/api/field/files/${digest}?size=${size}&offset=${offset}`,
      bytes,
      answers: [409],
    }),
  acts: async (acts, left) => {
    const body = { handset, sentAt: new Date().toISOString(), acts, left }
    const answer = await call<{ answers: SentAnswer[] }>({ method: 'POST', path: '/api/field/acts', body })
    return answer.answers
  },
})

/** Enrols the telephone for the person signed in; enrolled before, it stays so. */
export async function enrol(handset: string, after?: string): Promise<void> {
  const name = deviceName(navigator.userAgent)
  const outcome = await performAct('handset.enrol', { handset, name, ...(after && { after }) })
  if (outcome.status === 'done') return
  const there =
    outcome.status === 'refused' && outcome.refusals.every(({ code }) => code === 'handset.enrolled-already')
  if (!there) throw new Trouble('forbidden')
}

export const getInTouch = (handset: string): Promise<{ now: string }> =>
  call({ method: 'POST', path: '/api/field/contact', body: { handset } })

/** Has the session taken up again by this secret, after this telephone's browser was killed. */
export const tellResuming = (handset: string, secret: string): Promise<unknown> =>
  call({ method: 'POST', path: '/api/field/resuming', body: { handset, secret } })

export const villagesToTake = () => ask<Answer<'field.villages'>>('field.villages', {})

export const papersToTake = () => ask<Answer<'field.papers'>>('field.papers', {})

export const homesOf = async (handset: string, village: string): Promise<HomeTaken[]> =>
  (
    await call<{ homes: HomeTaken[] }>({
      method: 'POST',
      path: '/api/field/take',
      body: { handset, village },
    })
  ).homes

export const heldOwn = (ids: string[]) => ask<Answer<'held.own'>>('held.own', { ids })

/** What a person would call the telephone: its maker and model as the browser tells them. */
function deviceName(userAgent: string): string {
  const android = /Android [\d.]+; ([^;)]+)/.exec(userAgent)?.[1]
  if (android) return `Android ${android.trim()}`
  const other = /\((iPhone|iPad|Windows NT [\d.]+|Macintosh|X11; Linux)/.exec(userAgent)?.[1]
  return other ?? 'Browser'
}

import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { actTitle } from '../../../web/kit/acts/act-words.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { InstantText } from '../../../web/kit/quantities/day-text.tsx'
import type { HomePanel } from '../../../web/kit/screen.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { HeldMark } from './held-mark.tsx'

export const homePanels: readonly HomePanel[] = [
  {
    key: 'held',
    titleKey: 'held.panel',
    order: 55,
    permission: 'held.read',
    asks: 'home.held',
    component: HeldOfHome,
  },
]

function HeldOfHome({ home }: { home: string }) {
  const speech = useWords()
  return (
    <Answered
      answer={useAnswer('home.held', { home })}
      isEmpty={(rows) => rows.length === 0}
      empty={<p className="quiet">{speech.t('held.none')}</p>}
    >
      {(rows) => (
        <ul className="held-acts">
          {rows.map(({ id, kind, makerName, happenedAt, state }) => (
            <li key={id}>
              <AddressLink to={`/held/${id}`}>{actTitle(speech, kind)}</AddressLink>{' '}
              <span className="quiet">
                {makerName} · <InstantText at={happenedAt} />
              </span>{' '}
              <HeldMark state={state} />
            </li>
          ))}
        </ul>
      )}
    </Answered>
  )
}

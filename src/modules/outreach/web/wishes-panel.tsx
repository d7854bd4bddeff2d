import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { WishMark } from './wish-mark.tsx'

/** What a household said it wishes, the newest first. */
export function WishesPanel({ home }: { home: string }) {
  const { t, pick } = useWords()
  return (
    <Answered answer={useAnswer('home.wishes', { home })}>
      {({ isAsked, wishes, routes, reasons }) =>
        wishes.length === 0 ? (
          <p className="quiet">{t(isAsked ? 'wishes.none' : 'wishes.no-route')}</p>
        ) : (
          <ul className="plain-lines">
            {wishes.map(({ id, wish, route, reason, saidAt, askedBy }) => (
              <li key={id}>
                <WishMark wish={wish} />{' '}
                {[routes.find((each) => each.id === route), reasons.find((each) => each.id === reason)]
                  .flatMap((named) => (named ? [`· ${pick(named.label)}`] : []))
                  .join(' ')}{' '}
                <span className="quiet">
                  <InstantText at={saidAt} /> {askedBy}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  )
}

import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'

/** How many who hold one role in one place are named. */
const mostNamed = 3

/** What of the home waits for somebody else, and with which office and person each lies. */
export function WaitsElsewhere({ home }: { home: string }) {
  const { t } = useWords()
  const waiting = useAnswer('work.elsewhere', { home }).data ?? []
  if (waiting.length === 0) return null
  return (
    <section className="waits-elsewhere">
      <h3>{t('work.elsewhere')}</h3>
      <ul>
        {waiting.map(({ key, holders }) => (
          <li key={key}>
            {t(`work.item.${key}`)}{' '}
            <span className="quiet">
              {t('work.elsewhere.with', {
                who: holders
                  .map(({ role, office, names }) =>
                    t('work.elsewhere.holder', {
                      role: t(`role.${role}`),
                      office,
                      names: names.slice(0, mostNamed).join(t('kit.list-comma')),
                    }),
                  )
                  .join(t('work.elsewhere.or')),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import './oversight.css'

/** What waits for me, each count opening to exactly what it counts. */
export function MyWork() {
  const { t } = useWords()
  const answer = useAnswer('work.mine', {}, { everySeconds: 60 })
  return (
    <Answered answer={answer}>
      {({ items, waiting }) => {
        const idle = items.filter(({ count }) => count === 0)
        return (
          <>
            {waiting === 0 && <p className="quiet">{t('work.nothing')}</p>}
            <ul className="my-work">
              {items
                .filter(({ count }) => count > 0)
                .map(({ key, to, count }) => (
                  <li key={key}>
                    <AddressLink to={to}>
                      <span>{t(`work.item.${key}`)}</span>
                      <b>
                        <Count of={count} />
                      </b>
                    </AddressLink>
                  </li>
                ))}
            </ul>
            {waiting > 0 && idle.length > 0 && (
              <p className="quiet my-work-idle">
                {t('work.none-of-these')}
                {idle.map(({ key }) => t(`work.item.${key}`)).join(t('kit.list-comma'))}
              </p>
            )}
          </>
        )
      }}
    </Answered>
  )
}

import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import type { HomePanel } from '../../../web/kit/screen.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { DoubtMark, DoubtSaid } from './doubt-mark.tsx'
import { PhotoList } from './photo-list.tsx'

export const homePanels: readonly HomePanel[] = [
  {
    key: 'photographs',
    titleKey: 'photographs.panel',
    order: 56,
    permission: 'register.read',
    asks: 'home.photographs',
    component: PhotographsOfHome,
  },
]

/** A home's photographs by act, how each came about, and what is doubted of them. */
function PhotographsOfHome({ home }: { home: string }) {
  const { t } = useWords()
  return (
    <Answered
      answer={useAnswer('home.photographs', { home })}
      isEmpty={({ acts }) => acts.length === 0}
      empty={<p className="quiet">{t('photographs.none')}</p>}
    >
      {({ acts, doubts }) => (
        <>
          {doubts.length > 0 && (
            <ul>
              {doubts.map(({ id, kind, state, measures }) => (
                <li key={id}>
                  <AddressLink to={`/doubts/${id}`}>{t(`doubt.kind.${kind}`)}</AddressLink>{' '}
                  <DoubtSaid kind={kind} measures={measures} /> <DoubtMark state={state} />
                </li>
              ))}
            </ul>
          )}
          {acts.map((told) => (
            <PhotoList
              key={told.act}
              told={told}
              doubted={doubts
                .filter(({ about, state }) => about === told.act && state === 'open')
                .map(({ digest }) => digest)}
            />
          ))}
        </>
      )}
    </Answered>
  )
}

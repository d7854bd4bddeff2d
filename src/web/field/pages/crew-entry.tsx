import { useId, useState } from 'react'
import { useWords } from '../../kit/language/use-words.ts'
import type { HomeTaken } from '../shell/office.ts'
import type { Papers } from '../shell/taken.ts'

/** More names than a hand's width of the screen are searched rather than scrolled. */
const manyPeople = 6

interface Props {
  home: HomeTaken
  papers: Papers
  crew: readonly string[]
  onChange: (crew: readonly string[]) => void
}

/** Who fitted it, of the firm's registered people; what was taken along before there were any knows none (§3.2.3). */
export function CrewEntry({ home, papers, crew, onChange }: Props) {
  const { t } = useWords()
  const people = ((papers.people as Papers['people'] | undefined) ?? []).filter(({ lot }) => lot === home.lot)
  const id = useId()
  const [search, setSearch] = useState('')
  if (people.length === 0) return null
  const isLong = people.length > manyPeople
  // Whoever was ticked stays in sight, whatever is looked for.
  const shown = people.filter((each) => !isLong || crew.includes(each.id) || each.name.includes(search))
  const tick = (person: string, isIn: boolean) =>
    onChange(isIn ? [...crew, person] : crew.filter((each) => each !== person))
  return (
    <fieldset className="out-machine">
      <legend>
        {t('works.crew')} {crew.length > 0 && <span className="figure">{crew.length}</span>}
      </legend>
      {isLong && (
        <>
          <label className="sr-only" htmlFor={id}>
            {t('out.crew.search')}
          </label>
          <input
            id={id}
            type="search"
            placeholder={t('out.crew.search')}
            value={search}
            onChange={(event) => setSearch(event.target.value.trim())}
          />
        </>
      )}
      <div className={isLong ? 'out-crew' : undefined}>
        {shown.map(({ id: person, name }) => (
          <label key={person} className="out-tick">
            <input
              type="checkbox"
              checked={crew.includes(person)}
              onChange={(event) => tick(person, event.target.checked)}
            />{' '}
            {name}
          </label>
        ))}
      </div>
      {shown.length === 0 && <p className="quiet">{t('out.crew.none')}</p>}
    </fieldset>
  )
}

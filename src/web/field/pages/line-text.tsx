import { useWords } from '../../kit/language/use-words.ts'
import type { HomeTaken } from '../shell/office.ts'
import { lineOf, type Papers } from '../shell/taken.ts'

interface Props {
  home: HomeTaken
  papers: Papers | undefined
}

/** Which line of work a home is of, and what it is counted in there: machines, or m² as measured (§1.2). */
export function LineText({ home, papers }: Props) {
  const { t, pick } = useWords()
  const line = lineOf(papers, home)
  const units = home.wantedUnits && t('works.units', { count: home.wantedUnits })
  return (
    <span className="quiet">
      {[line && pick(line.label), ...(line?.built ? [t('out.line.measured')] : [home.wantedEquipment, units])]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}

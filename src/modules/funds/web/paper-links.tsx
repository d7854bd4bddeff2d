import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'
import './money.css'

interface Props {
  papers: readonly { act: string; doneBy: string; kind: string; digest: string }[]
  /** Says of each which act it belongs to. */
  withAct?: boolean
}

/** The files an act about money rests on, each opening in a window of its own. */
export function PaperLinks({ papers, withAct }: Props) {
  const { t, find } = useWords()
  if (papers.length === 0) return <Blank />
  return (
    <span className="paper-links">
      {papers.map(({ act, doneBy, kind, digest }) => (
        <a key={`${act} ${kind} ${digest}`} href={evidenceAddress(digest)} target="_blank" rel="noreferrer">
          {withAct ? `${t(`act.${doneBy}`)} · ` : ''}
          {find(`evidence.${kind}`) ?? kind}
        </a>
      ))}
    </span>
  )
}

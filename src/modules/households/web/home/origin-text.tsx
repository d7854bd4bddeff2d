import type { Origin } from '../../rules/own-question.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'

/**
 * Where a statement comes from: the application, a list of a day, an official; in brackets behind it, or before it as
 * who says so.
 */
export function OriginText({
  origin,
  as = 'origin',
}: {
  origin: Origin
  as?: 'origin' | 'source' | undefined
}) {
  const { t, pick } = useWords()
  switch (origin.from) {
    case 'list':
      return t(`own.${as}.list`, { list: t(`choice.source-kind.${origin.kind}`), day: origin.asOf })
    case 'record':
      return t(`own.${as}.record`, { evidence: pick(origin.evidence) })
    case 'nobody':
      return t(`own.${as}.nobody`)
    case 'application':
    case 'comparison':
    case 'official':
    case 'town':
      return t(`own.${as}.${origin.from}`, { day: origin.on })
  }
}

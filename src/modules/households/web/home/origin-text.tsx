import type { Origin } from '../../rules/own-question.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'

/** Where a statement comes from, in brackets: the application, a list of a day, an official. */
export function OriginText({ origin }: { origin: Origin }) {
  const { t, pick } = useWords()
  switch (origin.from) {
    case 'list':
      return t('own.origin.list', { list: t(`choice.source-kind.${origin.kind}`), day: origin.asOf })
    case 'record':
      return t('own.origin.record', { evidence: pick(origin.evidence) })
    case 'nobody':
      return t('own.origin.nobody')
    case 'application':
    case 'comparison':
    case 'official':
    case 'town':
      return t(`own.origin.${origin.from}`, { day: origin.on })
  }
}

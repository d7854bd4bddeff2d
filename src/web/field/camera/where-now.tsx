import { useWords } from '../../kit/language/use-words.ts'
import { useWhereabouts } from './position.ts'

/** Whether the telephone knows where it is, and how well. */
export function WhereNow() {
  const { t } = useWords()
  const where = useWhereabouts()
  return (
    <p className="quiet">
      {where.state === 'found'
        ? `◎ ${t('out.where.found', { metres: Math.round(where.position.accuracyM) })}`
        : `◌ ${t(`out.where.${where.state}`)}`}
    </p>
  )
}

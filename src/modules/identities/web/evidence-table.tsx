import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'

type Evidence = Answer<'pair.get'>['evidence']['person']

/** What speaks for and against, line by line in bits, adding up to the score. */
export function EvidenceTable({
  question,
  evidence,
}: {
  question: 'person' | 'dwelling'
  evidence: Evidence
}) {
  const { t } = useWords()
  return (
    <table className="pair-bits">
      <caption>
        {t(`pair.evidence.${question}`)}{' '}
        {t('pair.evidence.probability', { percent: percentOf(evidence.probability) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('pair.evidence.what')}</th>
          <th scope="col" className="figure">
            {t('pair.evidence.bits')}
          </th>
        </tr>
      </thead>
      <tbody>
        <Line said={t('pair.evidence.prior')} bits={evidence.prior} />
        {evidence.fields.map(({ field, level, bits }) => (
          <Line key={field} said={`${t(`pair.field.${field}`)}:${t(`pair.level.${level}`)}`} bits={bits} />
        ))}
        {Math.abs(evidence.rare) >= 0.05 && <Line said={t('pair.evidence.rare')} bits={evidence.rare} />}
        {Math.abs(evidence.shared) >= 0.05 && (
          <Line said={t(`pair.evidence.shared.${question}`)} bits={evidence.shared} />
        )}
      </tbody>
      <tfoot>
        <Line said={t('pair.evidence.total')} bits={evidence.bits} />
        <tr>
          <td colSpan={2} className="quiet">
            {t('pair.evidence.model', { count: evidence.records, version: evidence.model.slice(0, 8) })}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Line({ said, bits }: { said: string; bits: number }) {
  return (
    <tr>
      <th scope="row">{said}</th>
      <td className="figure">{`${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`}</td>
    </tr>
  )
}

function percentOf(probability: number): string {
  if (probability > 0.999) return '> 99.9%'
  if (probability < 0.001) return '< 0.1%'
  return `${(probability * 100).toFixed(1)}%`
}

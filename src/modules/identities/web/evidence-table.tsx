import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { levelText } from './level-text.ts'
import { shownTenths } from '../rules/shown-bits.ts'

type Evidence = Answer<'pair.get'>['evidence']['person']

/** What speaks for and against, line by line in bits, adding up to the score. */
export function EvidenceTable({
  question,
  evidence,
}: {
  question: 'person' | 'dwelling'
  evidence: Evidence
}) {
  const speech = useWords()
  const { t } = speech
  const lines = [
    { key: 'prior', said: t('pair.evidence.prior'), bits: evidence.prior },
    ...evidence.fields.map(({ field, level, bits }) => ({
      key: field,
      said: `${t(`pair.field.${field}`)}${t('kit.colon')}${levelText(speech, field, level)}`,
      bits,
    })),
    { key: 'rare', said: t('pair.evidence.rare'), bits: evidence.rare, onlyIfAny: true },
    { key: 'shared', said: t(`pair.evidence.shared.${question}`), bits: evidence.shared, onlyIfAny: true },
  ].filter((line) => !('onlyIfAny' in line) || Math.abs(line.bits) >= 0.05)
  const shown = shownTenths(
    lines.map(({ bits }) => bits),
    evidence.bits,
  )
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
        {lines.map(({ key, said }, at) => (
          <Line key={key} said={said} tenths={shown.parts[at] ?? 0} />
        ))}
      </tbody>
      <tfoot>
        <Line said={t('pair.evidence.total')} tenths={shown.total} />
        <tr>
          <td colSpan={2} className="quiet">
            {t('pair.evidence.model', { count: evidence.records, version: evidence.model.slice(-8) })}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Line({ said, tenths }: { said: string; tenths: number }) {
  return (
    <tr>
      <th scope="row">{said}</th>
      <td className="figure">{`${tenths < 0 ? '−' : '+'}${(Math.abs(tenths) / 10).toFixed(1)}`}</td>
    </tr>
  )
}

function percentOf(probability: number): string {
  if (probability > 0.999) return '> 99.9%'
  if (probability < 0.001) return '< 0.1%'
  return `${(probability * 100).toFixed(1)}%`
}

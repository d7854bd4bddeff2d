import { useState } from 'react'
import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { EvidenceField, type Gathered, isGathered } from '../../../web/kit/form/evidence-field.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'

const evidenceOf = (gathered: Gathered | undefined): EvidenceRef[] =>
  (gathered?.stored ?? []).map(({ digest }) => ({ kind: 'document', digest }))

/**
 * The paper an act rests on: said to be needed before it is asked for, and again where the form is sent without one.
 * `take` gives what was uploaded, or undefined after showing what lacks.
 */
export function usePaper(hint: string) {
  const { t } = useWords()
  const [gathered, setGathered] = useState<Gathered>()
  const [sent, setSent] = useState(false)
  return {
    field: (
      <EvidenceField
        kind="document"
        hint={t(hint)}
        missing={sent && !isGathered(gathered)}
        onChange={setGathered}
      />
    ),
    take: (): EvidenceRef[] | undefined => {
      setSent(true)
      return isGathered(gathered) ? evidenceOf(gathered) : undefined
    },
    /** Where another entry of the form lacks as well, so that all is told at once. */
    tell: () => setSent(true),
  }
}

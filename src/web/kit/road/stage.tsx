import { useWords } from '../language/use-words.ts'

type Tone = 'early' | 'waiting' | 'building' | 'good' | 'ended'

/** Colour only helps the eye along; the word and the sign say it. */
const tones: Record<string, Tone> = {
  applied: 'early',
  screened: 'early',
  noticed: 'waiting',
  confirmed: 'building',
  assigned: 'building',
  installed: 'building',
  'self-checked': 'building',
  inspected: 'building',
  accepted: 'good',
  settled: 'good',
  subsidised: 'good',
  withdrawn: 'ended',
  refused: 'ended',
  revoked: 'ended',
}
const signs: Record<Tone, string> = { early: '○', waiting: '◔', building: '◑', good: '●', ended: '✕' }

/** Where a home stands, `stage.<stage>` in the words; `ended` tells how it left the road. */
export function Stage({ stage, ended }: { stage: string; ended?: string | null }) {
  const { t } = useWords()
  const shown = ended ?? stage
  const tone = tones[shown] ?? 'early'
  return (
    <span className={`stage stage-${tone}`}>
      <span aria-hidden="true">{signs[tone]}</span> {t(`stage.${shown}`)}
    </span>
  )
}

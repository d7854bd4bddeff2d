import { useWords } from '../../../web/kit/language/use-words.ts'
import type { StatementState } from '../model.ts'

type Look = readonly [tone: string, sign: string]

const statements: Record<StatementState, Look> = {
  'drawn-up': ['waiting', '○'],
  'town-reviewed': ['waiting', '◔'],
  'bureau-reviewed': ['building', '◑'],
  batched: ['building', '◕'],
  paid: ['good', '✓'],
  failed: ['ended', '!'],
  blocked: ['early', '–'],
  revoked: ['ended', '✕'],
}
const payments = { waiting: ['waiting', '○'], paid: ['good', '✓'], failed: ['ended', '!'] } as const
const batches = { frozen: ['waiting', '○'], closed: ['good', '✓'] } as const
const recoveries = { open: ['waiting', '○'], closed: ['good', '✓'], lifted: ['early', '–'] } as const
const findings = { open: ['waiting', '○'], revoked: ['ended', '✕'], dismissed: ['early', '–'] } as const

function Mark({ look: [tone, sign], label }: { look: Look; label: string }) {
  return (
    <span className={`stage stage-${tone}`}>
      <span aria-hidden="true">{sign}</span> {label}
    </span>
  )
}

/** Where a statement, payment, batch, finding or recovery stands: colour, sign and word. */
export function StatementMark({ state }: { state: StatementState }) {
  const { t } = useWords()
  return <Mark look={statements[state]} label={t(`statement-state.${state}`)} />
}

export function PaymentMark({ state }: { state: keyof typeof payments }) {
  const { t } = useWords()
  return <Mark look={payments[state]} label={t(`payment-state.${state}`)} />
}

export function BatchMark({ state }: { state: keyof typeof batches }) {
  const { t } = useWords()
  return <Mark look={batches[state]} label={t(`batch-state.${state}`)} />
}

export function RecoveryMark({ state }: { state: keyof typeof recoveries }) {
  const { t } = useWords()
  return <Mark look={recoveries[state]} label={t(`recovery-state.${state}`)} />
}

export function FindingMark({ state }: { state: keyof typeof findings }) {
  const { t } = useWords()
  return <Mark look={findings[state]} label={t(`coal-finding-state.${state}`)} />
}

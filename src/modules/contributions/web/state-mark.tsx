import { useWords } from '../../../web/kit/language/use-words.ts'
import type { ReceiptState, SlipState, Standing } from '../model.ts'

const signs: Record<Standing | ReceiptState | SlipState, string> = {
  none: '–',
  open: '○',
  'to-bank': '◔',
  paid: '◑',
  'to-pass-on': '◕',
  'passed-on': '✓',
  'to-refund': '!',
  refunded: '✓',
  'contractor-owes': '!',
  'on-hand': '○',
  waiting: '◔',
  banked: '✓',
  void: '×',
  entered: '◔',
  confirmed: '✓',
  returned: '×',
}

interface Props {
  of: 'contribution-standing' | 'receipt-state' | 'slip-state'
  state: Standing | ReceiptState | SlipState
}

/** Where a home's contribution, a receipt or a slip stands: a sign and the word. */
export function StateMark({ of, state }: Props) {
  const { t } = useWords()
  return (
    <span>
      <span aria-hidden>{signs[state]}</span> {t(`${of}.${state}`)}
    </span>
  )
}

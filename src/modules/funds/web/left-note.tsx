import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { yuanText } from '../../../web/kit/quantities/money.ts'

interface Props {
  of: { leftHomes: number; leftFen: number }
  /** Where exactly these homes stand. */
  to: string
}

/** Beside a sum that waits: what of it belongs to homes that left, and is not paid. */
export function LeftNote({ of: { leftHomes, leftFen }, to }: Props) {
  const { t } = useWords()
  if (leftHomes === 0) return null
  return (
    <div className="money-left">
      <AddressLink to={to}>
        {t('money.left-homes', { count: leftHomes, amount: yuanText(leftFen) })}
      </AddressLink>
    </div>
  )
}

import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import '../../funds/web/money.css'

interface Props {
  batch: { id: string; leftHomes: number; leftFen: number }
}

/** Beside a batch's sum: what of it belongs to homes that left since it was frozen. */
export function LeftInBatch({ batch: { id, leftHomes, leftFen } }: Props) {
  const { t } = useWords()
  if (leftHomes === 0) return null
  return (
    <div className="money-left">
      <AddressLink to={`/batches/${id}?state=left`}>
        {t('batch.left-homes', { count: leftHomes, amount: yuanText(leftFen) })}
      </AddressLink>
    </div>
  )
}

import mark from '../kit/theme/mark.svg'
import { useWords } from '../kit/language/use-words.ts'

export function Brand() {
  const { t } = useWords()
  return (
    <span className="brand">
      <img src={mark} width="26" height="26" alt="" />
      {t('kit.product')}
    </span>
  )
}

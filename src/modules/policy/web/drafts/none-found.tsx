import { useWords } from '../../../../web/kit/language/use-words.ts'
import { Empty } from '../../../../web/kit/states/empty.tsx'

export function NoneFound() {
  const { t } = useWords()
  return <Empty>{t('draft.none-found')}</Empty>
}

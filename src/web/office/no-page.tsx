import { AddressLink } from '../kit/address/address-link.tsx'
import { PageFrame } from '../kit/frame/page-frame.tsx'
import { useWords } from '../kit/language/use-words.ts'
import { Empty } from '../kit/states/empty.tsx'

export function NotFoundPage() {
  const { t } = useWords()
  return (
    <PageFrame title={t('office.not-found')}>
      <Empty action={<AddressLink to="/">{t('office.to-start')}</AddressLink>}>
        {t('office.not-found.why')}
      </Empty>
    </PageFrame>
  )
}

export function NoPermissionPage() {
  const { t } = useWords()
  return (
    <PageFrame title={t('office.no-permission')}>
      <Empty action={<AddressLink to="/">{t('office.to-start')}</AddressLink>}>
        {t('office.no-permission.why')}
      </Empty>
    </PageFrame>
  )
}

/** An account without any role that has a page: told whom to ask. */
export function NothingForYouPage() {
  const { t } = useWords()
  return (
    <PageFrame title={t('office.nothing')}>
      <Empty>{t('office.nothing.why')}</Empty>
    </PageFrame>
  )
}

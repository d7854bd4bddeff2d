import { Menu } from 'antd'
import { AddressLink } from '../kit/address/address-link.tsx'
import { useWords } from '../kit/language/use-words.ts'
import { currentPath, type MenuPart } from './menu.ts'

export function SideMenu({ menu, address }: { menu: readonly MenuPart[]; address: string }) {
  const { t } = useWords()
  const current = currentPath(menu, address)
  return (
    <nav aria-label={t('office.menu')}>
      <Menu
        mode="inline"
        selectedKeys={current ? [current] : []}
        items={menu.map(({ group, items }) => ({
          type: 'group',
          key: group,
          label: t(`office.group.${group}`),
          children: items.map(({ path, label, icon }) => ({
            key: path,
            icon,
            label: (
              <AddressLink to={path} aria-current={path === current ? 'page' : undefined}>
                {t(label)}
              </AddressLink>
            ),
          })),
        }))}
      />
    </nav>
  )
}

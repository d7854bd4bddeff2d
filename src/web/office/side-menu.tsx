import { Menu } from 'antd'
import { AddressLink } from '../kit/address/address-link.tsx'
import { useWords } from '../kit/language/use-words.ts'
import { currentPath, type MenuPart } from './menu.ts'

interface Props {
  menu: readonly MenuPart[]
  address: string
  /** An entry was pressed, also that of the page one is on. */
  onChosen?: () => void
}

export function SideMenu({ menu, address, onChosen }: Props) {
  const { t } = useWords()
  const current = currentPath(menu, address)
  return (
    <nav aria-label={t('office.menu')}>
      <Menu
        mode="inline"
        onClick={onChosen}
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

import type { ReactNode } from 'react'
import type { MenuGroup, Screen } from '../kit/screen.ts'

const groups: readonly MenuGroup[] = [
  'work',
  'register',
  'build',
  'site',
  'money',
  'policy',
  'audit',
  'settings',
]

export interface MenuPart {
  group: MenuGroup
  items: { path: string; label: string; icon?: ReactNode }[]
}

/** The side menu of these screens: groups in the order of the work, screens in their own. */
export function menuOf(screens: readonly Screen[]): MenuPart[] {
  return groups.flatMap((group) => {
    const items = screens
      .flatMap(({ path, menu }) => (menu?.group === group ? [{ path, ...menu }] : []))
      .sort((a, b) => a.order - b.order)
      .map(({ path, label, icon }) => ({ path, label, icon }))
    return items.length > 0 ? [{ group, items }] : []
  })
}

/** The menu's entry for an address: the longest that begins it, so that a home's page still shows the register. */
export function currentPath(menu: readonly MenuPart[], address: string): string | undefined {
  return menu
    .flatMap(({ items }) => items.map(({ path }) => path))
    .filter((path) => address === path || (path !== '/' && address.startsWith(`${path}/`)))
    .sort((a, b) => b.length - a.length)[0]
}

/** Pages of a home that stand outside the register's address. */
const registers: readonly string[] = ['homes']

/** The list a detail page is opened from. */
export function listOf(
  menu: readonly MenuPart[],
  address: string,
): { path: string; label: string } | undefined {
  const [, first = ''] = address.split('/')
  const path = currentPath(menu, registers.includes(first) ? '/register' : address)
  return menu.flatMap(({ items }) => items).find((item) => item.path === path)
}

import type { ReactNode } from 'react'
import type { MenuGroup, Screen } from '../kit/screen.ts'

const groups: readonly MenuGroup[] = ['work', 'register', 'build', 'money', 'policy', 'audit', 'settings']

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

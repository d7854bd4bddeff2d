import { expect, it } from 'vitest'
import type { Screen } from '../kit/screen.ts'
import { currentPath, listOf, menuOf } from './menu.ts'

const screen = (path: string, menu?: Screen['menu']): Screen => ({ path, menu, component: () => null })
const menu = menuOf([
  screen('/audit', { group: 'audit', order: 1, label: 'c' }),
  screen('/villages', { group: 'register', order: 2, label: 'b' }),
  screen('/register', { group: 'register', order: 1, label: 'a' }),
  screen('/homes/$home'),
  screen('/', { group: 'work', order: 1, label: 'o' }),
  screen('/register/imports', { group: 'register', order: 3, label: 'i' }),
])

it('orders groups by the work and screens within them; pages without an entry are not shown', () => {
  expect(menu.map(({ group, items }) => [group, items.map(({ path }) => path)])).toEqual([
    ['work', ['/']],
    ['register', ['/register', '/villages', '/register/imports']],
    ['audit', ['/audit']],
  ])
})

it('finds the entry an address belongs to', () => {
  expect(currentPath(menu, '/')).toBe('/')
  expect(currentPath(menu, '/register')).toBe('/register')
  expect(currentPath(menu, '/register/imports/7')).toBe('/register/imports')
  expect(currentPath(menu, '/registers')).toBeUndefined()
  expect(currentPath(menu, '/homes/x')).toBeUndefined()
})

it('leads from a detail page to the list it belongs to', () => {
  expect(listOf(menu, '/homes/nonsense')).toMatchObject({ path: '/register', label: 'a' })
  expect(listOf(menu, '/homes/nonsense/told')).toMatchObject({ path: '/register' })
  expect(listOf(menu, '/villages/nonsense')).toMatchObject({ path: '/villages' })
  expect(listOf(menu, '/elsewhere/nonsense')).toBeUndefined()
})

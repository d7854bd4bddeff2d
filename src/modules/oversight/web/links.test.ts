import { expect, it } from 'vitest'
import { screens } from '../../../web/office/screens.ts'
import { roles } from '../../organisations/roles.ts'
import { workItems } from '../rules/work.ts'
import { setUpPages } from './set-up-pages.ts'

const screenAt = (address: string) => screens.find(({ path }) => path === address.split('?')[0])

it('every item of work opens a page of the office, and one its role may open', () => {
  const closed = workItems.flatMap(({ key, permission, to }) => {
    const screen = screenAt(to)
    if (!screen) return [`${key}: there is no page ${to}`]
    return Object.entries(roles)
      .filter(([, role]) => (role.permissions as readonly string[]).includes(permission))
      .filter(
        ([, role]) =>
          screen.permission && !(role.permissions as readonly string[]).includes(screen.permission),
      )
      .map(([name]) => `${key}: ${name} may not open ${to}`)
  })
  expect(closed).toEqual([])
})

it('every step of setting up opens a page the administrator may open', () => {
  const own: readonly string[] = roles.administrator.permissions
  const closed = Object.values(setUpPages).filter((to) => {
    const permission = screenAt(to)?.permission
    return permission === undefined || !own.includes(permission)
  })
  expect(closed).toEqual([])
})

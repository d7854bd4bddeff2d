import { createRootRoute, createRoute, createRouter, Navigate } from '@tanstack/react-router'
import { readSearch, writeSearch } from '../kit/address/search-text.ts'
import type { Session } from '../kit/api/session.ts'
import type { Screen } from '../kit/screen.ts'
import { Broken } from '../kit/states/error-boundary.tsx'
import { Layout } from './layout.tsx'
import { menuOf } from './menu.ts'
import { NotFoundPage, NoPermissionPage, NothingForYouPage } from './no-page.tsx'
import { screens } from './screens.ts'

const mayOpen = ({ permission }: Screen, session: Session): boolean =>
  permission === undefined || session.permissions.includes(permission)

/** What the session may open, the menu's pages first. */
export const screensOf = (session: Session): Screen[] =>
  screens
    .filter((screen) => mayOpen(screen, session))
    .sort((a, b) => Number(b.menu !== undefined) - Number(a.menu !== undefined))

/** One route per screen, its code loaded when it is first opened; those the session may not open say so. */
export function officeRouter(session: Session, onSignedOut: () => void) {
  const menu = menuOf(screens.filter((screen) => mayOpen(screen, session)))
  const root = createRootRoute({
    component: () => <Layout menu={menu} onSignedOut={onSignedOut} />,
    notFoundComponent: NotFoundPage,
  })
  const routes = screens.map((screen) =>
    createRoute({
      getParentRoute: () => root,
      path: screen.path,
      component: mayOpen(screen, session) ? screen.component : NoPermissionPage,
    }),
  )
  const first = menu[0]?.items[0]?.path
  const start = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: () => (first ? <Navigate to={first} replace /> : <NothingForYouPage />),
  })
  const hasStart = screens.some((screen) => screen.path === '/' && mayOpen(screen, session))
  const others = routes.filter((_, i) => screens[i]?.path !== '/' || hasStart)
  return createRouter({
    routeTree: root.addChildren(hasStart ? others : [start, ...others]),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    scrollRestoration: true,
    defaultErrorComponent: ({ error, reset }) => (
      <div className="page">
        <Broken error={error} onRetry={reset} />
      </div>
    ),
  })
}

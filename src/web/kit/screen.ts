import type { ReactNode } from 'react'
import type { RouteComponent } from '@tanstack/react-router'
import type { AboutHome } from './api/use-answer.ts'

export type MenuGroup = 'work' | 'register' | 'build' | 'site' | 'money' | 'policy' | 'audit' | 'settings'

/** One page of the office, as a module offers it in its `web/screens.tsx`. */
export interface Screen {
  /** `/register`, `/homes/$home`. */
  path: string
  /** Without it the page is neither in the menu nor opened; pages for everybody signed in leave it out. */
  permission?: string
  /** Where it stands in the side menu; pages opened from others have none. */
  menu?: {
    group: MenuGroup
    /** Within the group, ascending. */
    order: number
    /** Word key. */
    label: string
    icon?: ReactNode
  }
  /** `lazyRouteComponent(() => import('./register-page.tsx'), 'RegisterPage')`: loaded when first opened. */
  component: RouteComponent
}

/** One part of a home's page, as a module offers it in its `web/home-panels.tsx`. */
export interface HomePanel {
  key: string
  /** Word key of the heading. */
  titleKey: string
  /** Down the page, ascending. */
  order: number
  permission?: string
  /** What it asks about the home first of all. */
  asks: AboutHome
  component: RouteComponent | ((props: HomePanelProps) => ReactNode)
}

/** What a module tells of an asked or approved change of a home, on the change's page and where it is asked for. */
export interface ChangePart {
  key: string
  component: (props: ChangePartProps) => ReactNode
}

export interface ChangePartProps {
  home: string
  kind: string
  state: string
  /** Undefined while it is being asked for. */
  change?: string
}

export interface HomePanelProps {
  home: string
  /** The home left or was refused: nothing of it is still to come. */
  ended?: boolean
}

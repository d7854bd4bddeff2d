import { CommentOutlined, NotificationOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

const permission = 'selection.read'

export const noticeScreens: readonly Screen[] = [
  {
    path: '/notices',
    permission,
    menu: { group: 'register', order: 30, label: 'notices.title', icon: <NotificationOutlined /> },
    component: lazyRouteComponent(() => import('./notices-page.tsx'), 'NoticesPage'),
  },
  {
    path: '/notices/$notice',
    permission,
    component: lazyRouteComponent(() => import('./notice-page.tsx'), 'NoticePage'),
  },
  {
    path: '/notices/$notice/poster',
    permission,
    component: lazyRouteComponent(() => import('./notice-poster-page.tsx'), 'NoticePosterPage'),
  },
  {
    path: '/objections',
    permission,
    menu: { group: 'register', order: 35, label: 'objections.title', icon: <CommentOutlined /> },
    component: lazyRouteComponent(() => import('./objections-page.tsx'), 'ObjectionsPage'),
  },
  {
    path: '/letters/$village',
    permission: 'letter.print',
    component: lazyRouteComponent(() => import('./letters-page.tsx'), 'LettersPage'),
  },
]

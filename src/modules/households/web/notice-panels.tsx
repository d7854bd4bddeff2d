import type { HomePanel } from '../../../web/kit/screen.ts'
import { NoticePanel } from './notice-panel.tsx'

/** What notices, letters and commitments add to a home's page. */
export const noticePanels: readonly HomePanel[] = [
  {
    key: 'notices',
    titleKey: 'notice.panel',
    order: 30,
    permission: 'register.read',
    component: NoticePanel,
  },
]

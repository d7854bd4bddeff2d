import type { HomePanel } from '../../../web/kit/screen.ts'
import { NoticePanel } from './notice-panel.tsx'
import { SourcesPanel } from './sources-panel.tsx'

/** What comparison sources, notices, letters and commitments add to a home's page. */
export const noticePanels: readonly HomePanel[] = [
  {
    key: 'sources',
    titleKey: 'home-sources.title',
    order: 20,
    permission: 'source.every-kind',
    asks: 'home.sources',
    component: SourcesPanel,
  },
  {
    key: 'notices',
    titleKey: 'notice.panel',
    order: 30,
    permission: 'register.read',
    asks: 'home.notices',
    component: NoticePanel,
  },
]

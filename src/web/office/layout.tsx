import { Outlet, useLocation } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useState } from 'react'
import { useIsNarrow } from '../kit/frame/use-is-narrow.ts'
import { useWords } from '../kit/language/use-words.ts'
import { Brand } from './brand.tsx'
import { ListAbove } from '../kit/states/not-there.tsx'
import { listOf, type MenuPart } from './menu.ts'
import { SideMenu } from './side-menu.tsx'
import { TopBar } from './top-bar.tsx'

interface Props {
  menu: readonly MenuPart[]
  onSignedOut: () => void
}

/** Menu, header and the page; on a phone the menu is a drawer. */
export function Layout({ menu, onSignedOut }: Props) {
  const { t } = useWords()
  const narrow = useIsNarrow()
  const address = useLocation({ select: ({ pathname }) => pathname })
  const [opened, setOpened] = useState<string>()
  // The drawer belongs to the page it was opened on: going elsewhere closes it.
  const open = opened === address
  return (
    <div className="office">
      <a className="skip" href="#page">
        {t('office.skip')}
      </a>
      {!narrow && (
        <aside className="office-side">
          <Brand />
          <SideMenu menu={menu} address={address} />
        </aside>
      )}
      <div className="office-body">
        <TopBar narrow={narrow} onMenu={() => setOpened(address)} onSignedOut={onSignedOut} />
        <main id="page" tabIndex={-1}>
          <ListAbove value={listOf(menu, address)}>
            <Outlet />
          </ListAbove>
        </main>
      </div>
      {narrow && (
        <Drawer
          open={open}
          onClose={() => setOpened(undefined)}
          placement="left"
          size={264}
          title={<Brand />}
        >
          <SideMenu menu={menu} address={address} onChosen={() => setOpened(undefined)} />
        </Drawer>
      )}
    </div>
  )
}

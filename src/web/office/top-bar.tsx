import { MenuOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { LanguageSwitch } from '../kit/language/language-switch.tsx'
import { useWords } from '../kit/language/use-words.ts'
import { DayText } from '../kit/quantities/day-text.tsx'
import { useSession } from '../kit/session/session-context.tsx'
import { AccountMenu } from './account-menu.tsx'
import { dutiesOf } from './duties.ts'

interface Props {
  narrow: boolean
  onMenu: () => void
  onSignedOut: () => void
}

/** Which county, which day of the programme, which duty, and who. */
export function TopBar({ narrow, onMenu, onSignedOut }: Props) {
  const speech = useWords()
  const { county, today, grants, demo } = useSession()
  const duties = dutiesOf(grants, county.name, speech)
  return (
    <header className="top-bar">
      {narrow && <Button icon={<MenuOutlined />} aria-label={speech.t('office.menu')} onClick={onMenu} />}
      <span className="top-county">{county.name}</span>
      {demo && <span className="top-demo">{speech.t('office.demo.mark')}</span>}
      <span className="top-day">
        <span className="quiet">{speech.t('office.today')} </span>
        <DayText day={today} />
      </span>
      <span className="top-duty" title={duties.join('\n')}>
        {duties[0]}
        {duties.length > 1 && (
          <span className="quiet"> {speech.t('office.more-duties', { count: duties.length - 1 })}</span>
        )}
      </span>
      <span className="top-space" />
      <LanguageSwitch />
      <AccountMenu narrow={narrow} onSignedOut={onSignedOut} />
    </header>
  )
}

import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay, useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { BurnUp } from './burn-up.tsx'
import { Funnel } from './funnel.tsx'
import { Milestones } from './milestones.tsx'
import { MyWork } from './my-work.tsx'
import { Places } from './places.tsx'
import { SettingUp } from './setting-up.tsx'
import './oversight.css'

/** Where the programme stands, what is late, and what waits for me; of the county or of one town. */
export function OverviewPage() {
  const { t } = useWords()
  const { county, today, grants } = useSession()
  const [{ town }] = useSearchTexts()
  const answer = useAnswer('overview.page', { town })
  const mayCountAccounts = useMay('accounts.read')
  const mayEnterAreas = useMay('village.register')
  const own = [...new Set(grants.flatMap(({ areaName }) => areaName ?? []))].join(t('kit.list-comma'))
  const place = answer.data?.of?.name ?? (own || county.name)
  return (
    <PageFrame
      title={t('overview.title')}
      lead={t('overview.of', { place, day: today })}
      back={town ? { to: '/', label: t('overview.back') } : undefined}
    >
      {mayCountAccounts && mayEnterAreas && <SettingUp />}
      <Answered answer={answer}>
        {(page) => (
          <>
            <div className="overview-top">
              <Panel title={t('work.title')} extra={<AddressLink to="/work">{t('work.all')}</AddressLink>}>
                <MyWork />
              </Panel>
              <Panel title={t('overview.milestones')}>
                <Milestones page={page} />
              </Panel>
            </div>
            <Panel title={t(page.isWhole ? 'overview.funnel' : 'overview.funnel.part')}>
              <Funnel page={page} town={town} />
            </Panel>
            <Panel title={t('overview.burn-up')}>
              <BurnUp page={page} />
            </Panel>
            <Panel title={t(page.level === 'town' ? 'overview.towns' : 'overview.villages')}>
              <Places page={page} />
            </Panel>
          </>
        )}
      </Answered>
    </PageFrame>
  )
}

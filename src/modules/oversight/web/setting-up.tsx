import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { type Speech, useWords } from '../../../web/kit/language/use-words.ts'
import { setUpPages } from './set-up-pages.ts'

type State = Answer<'setting-up.state'>

/** For the administrator of a county that is not entered yet: what comes next, until homes are in the register. */
export function SettingUp() {
  const speech = useWords()
  const { t } = speech
  const { data } = useAnswer('setting-up.state', {})
  if (!data || data.homes) return null
  return (
    <Panel title={t('setting-up.title')}>
      <p className="quiet overview-lead">{t('setting-up.lead')}</p>
      <ol className="setting-up">
        {stepsOf(data, speech).map(({ key, to, done, state }) => (
          <li key={key} className={done ? 'setting-up-done' : undefined}>
            <span className="setting-up-sign" aria-label={t(done ? 'setting-up.done' : 'setting-up.open')}>
              {done ? '✓' : ''}
            </span>
            <div>
              {to ? <AddressLink to={to}>{t(`setting-up.${key}`)}</AddressLink> : t(`setting-up.${key}`)}
              <p className="quiet">{state}</p>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function stepsOf(state: State, { t }: Speech) {
  const { towns, villages, organisations, officers, townsWithOfficer, assumed, homes } = state
  return [
    {
      key: 'areas',
      to: setUpPages.areas,
      done: villages > 0,
      state: t('setting-up.areas.state', { towns, villages }),
    },
    {
      key: 'organisations',
      to: setUpPages.organisations,
      done: organisations > 0,
      state: t('setting-up.organisations.state', { count: organisations }),
    },
    {
      key: 'accounts',
      to: setUpPages.accounts,
      done: towns > 0 && townsWithOfficer === towns,
      state: t('setting-up.accounts.state', { officers, towns, covered: townsWithOfficer }),
    },
    {
      key: 'policy',
      to: setUpPages.policy,
      done: assumed === 0,
      state: t('setting-up.policy.state', { count: assumed }),
    },
    {
      key: 'register',
      done: homes,
      state: t(homes ? 'setting-up.register.done' : 'setting-up.register.state'),
    },
  ]
}

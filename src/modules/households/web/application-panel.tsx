import { Facts } from '../../../web/kit/frame/facts.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText, InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { fieldGroups } from './field-entry.tsx'
import { ExceptionTold } from './exception-told.tsx'
import { fieldsOfChoice } from '../model/fields.ts'
import type { Home } from './home.ts'
import './register.css'

/** The application as it stands, by family, dwelling and account, with what was settled and corrected since. */
export function ApplicationPanel({ home }: { home: Home }) {
  const { t, find, pick } = useWords()
  const text = (field: keyof Home['fields']) => {
    const value = home.fields[field]
    if (value === undefined || value === null || value === '')
      return <span className="quiet">{t('home.blank')}</span>
    if (typeof value === 'boolean') return t(value ? 'home.yes' : 'home.no')
    if (field === 'contributionFen') return <Money fen={Number(value)} />
    // What the town wrote is Chinese in either language of the screen.
    return find(`choice.${field}.${value}`) ?? <span lang="zh-CN">{String(value)}</span>
  }
  return (
    <Panel
      title={t('home.application')}
      extra={
        home.import && (
          <span className="quiet">
            {t('home.from-import', { file: home.import.fileName, row: home.import.row })}
          </span>
        )
      }
    >
      {home.quantity && (
        <Facts
          items={[
            { key: 'line', label: t('field.line'), value: pick(home.quantity.label) },
            {
              key: 'quantity',
              label: t('home.quantity'),
              value:
                home.quantity.amount === null ? (
                  <span className="quiet">{t('home.quantity.blank')}</span>
                ) : (
                  <>
                    <Count of={home.quantity.amount} /> {pick(home.quantity.unitLabel)}
                  </>
                ),
            },
          ]}
        />
      )}
      {Object.entries(fieldGroups).map(([group, fields]) => (
        <section key={group} className="application-panel">
          <h3>{t(`home.group.${group}`)}</h3>
          <Facts
            items={fields
              .filter((field) => home.mayReadChoice || !fieldsOfChoice.includes(field))
              .map((field) => ({
                key: field,
                label: t(`field.${field}`),
                value: (
                  <>
                    {text(field)}
                    {home.doubts
                      .filter((doubt) => doubt.field === field)
                      .map(({ code, why }) => (
                        <p key={code} className="field-doubt">
                          {pick(why)}
                        </p>
                      ))}
                  </>
                ),
              }))}
          />
        </section>
      ))}
      <Settled home={home} />
      <Exceptions home={home} />
      <Corrections home={home} />
    </Panel>
  )
}

function Settled({ home }: { home: Home }) {
  const { t, pick } = useWords()
  if (home.settled.length === 0) return null
  return (
    <section>
      <h3>{t('home.settled')}</h3>
      <ul>
        {home.settled.map((one) => (
          <li key={`${one.act} ${one.fact}`} className={one.superseded ? 'quiet' : undefined}>
            {pick(one.label)}:{' '}
            {one.value === null ? t('home.open-again') : t(one.value ? 'home.yes' : 'home.no')}
            {' · '}
            {one.reason} · {one.by} · <InstantText at={one.at} />
            {one.exception && ` · ${t('home.exception')}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** §4.4 in principle: what was asked for, by whom, and what another person decided. */
function Exceptions({ home }: { home: Home }) {
  const { t } = useWords()
  if (home.exceptions.length === 0) return null
  return (
    <section>
      <h3>{t('home.exceptions')}</h3>
      <ul>
        {home.exceptions.map((one) => (
          <li key={one.id}>
            <ExceptionTold of={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Corrections({ home }: { home: Home }) {
  const { t, find } = useWords()
  if (home.corrections.length === 0) return null
  const told = (field: string, value: string | number | boolean | null, departure: string | null) => {
    if (field === 'ended') {
      const how = t(`choice.ended.${value === null ? 'live' : String(value)}`)
      return value !== null && departure && departure !== 'return'
        ? `${how}${t('home.ended.by', { kind: t(`change-kind.${departure}`) })}`
        : how
    }
    if (value === null) return t('home.blank')
    if (typeof value === 'boolean') return t(value ? 'home.yes' : 'home.no')
    if (field === 'contributionFen') return <Money fen={Number(value)} />
    return find(`choice.${field}.${value}`) ?? String(value)
  }
  return (
    <section>
      <h3>{t('home.corrections')}</h3>
      <ul>
        {home.corrections.map((one) => (
          <li key={one.id}>
            {t(`field.${one.field}`)}
            {t('kit.colon')}
            {told(one.field, one.before, one.departure)} → {told(one.field, one.after, one.departure)}
            {' · '}
            {one.reason} · {one.by} · <DayText day={one.on} />
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useParams } from '@tanstack/react-router'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import './sites.css'

/** One patrol: where it went, the homes it saw, the hazards it opened, its photographs (§5.3). */
export function PatrolPage() {
  const { t } = useWords()
  const { patrol } = useParams({ strict: false }) as { patrol: string }
  return (
    <Answered answer={useAnswer('patrol.page', { patrol })}>
      {(page) => (
        <PageFrame
          title={t('patrols.of', { name: page.villageName })}
          lead={`${page.townName} · ${t(`safety.side.${page.side}`)} · ${page.by ?? ''}`}
          back={{ to: '/safety/patrols', label: t('patrols.title') }}
        >
          <Panel>
            <Facts
              items={[
                { key: 'day', label: t('patrols.day'), value: <DayText day={page.day} /> },
                { key: 'route', label: t('patrols.route'), value: page.route },
                {
                  key: 'village',
                  label: t('safety.village'),
                  value: (
                    <AddressLink to={`/safety/villages/${page.place}`}>
                      {page.townName} {page.villageName}
                    </AddressLink>
                  ),
                },
                { key: 'firm', label: t('schedule.contractor'), value: page.contractorName },
              ]}
            />
          </Panel>
          <Panel title={t('patrols.found')}>
            {page.hazardsFound.length === 0 ? (
              <p className="quiet">{t('patrols.none-found')}</p>
            ) : (
              <ul className="plain-lines">
                {page.hazardsFound.map(({ id, what, isClosed }) => (
                  <li key={id}>
                    <AddressLink to={`/matters/hazard/${id}`}>{what}</AddressLink>{' '}
                    <span className={isClosed ? 'site-good' : 'site-bad'}>
                      {isClosed ? '✓' : '!'} {t(isClosed ? 'patrols.closed' : 'patrols.open')}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel title={t('field.patrol.record.homes')}>
            {page.homesSeen.length === 0 ? (
              <p className="quiet">{t('patrols.no-homes')}</p>
            ) : (
              <ul className="plain-lines">
                {page.homesSeen.map(({ id, sequence, householder, address }) => (
                  <li key={id}>
                    <AddressLink to={`/homes/${id}`}>
                      {sequence} {householder}
                    </AddressLink>{' '}
                    <span className="quiet">{address}</span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel title={t('patrols.photos')}>
            <div className="patrol-photos">
              {page.photos.map((digest) => (
                <a key={digest} href={evidenceAddress(digest)} target="_blank" rel="noreferrer">
                  <img loading="lazy" src={evidenceAddress(digest)} alt={t('patrols.photo')} />
                </a>
              ))}
            </div>
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

import { Button } from 'antd'
import { useParams } from '@tanstack/react-router'
import { AvailableActs, type OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Stage } from '../../../web/kit/road/stage.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { roadStages } from '../model.ts'
import { HomesAt } from './register-links.tsx'
import './villages.css'

/** One village: its route, its lot, its homes by stage, and what can be done with it now. */
export function VillagePage() {
  const { t, pick } = useWords()
  const { village } = useParams({ strict: false }) as { village: string }
  const answer = useAnswer('village.page', { village })
  const lots = useAnswer('lot.list', {}).data?.rows ?? []
  const mayReadOutreach = useMay('outreach.read')
  const mayReadSelection = useMay('selection.read')
  const mayReadPremises = useMay('premises.read')
  const outreach = useAnswer('outreach.village', { village }, { enabled: mayReadOutreach }).data
  const areas = useAnswer('area.list', { level: 'village' }).data ?? []
  return (
    <Answered answer={answer}>
      {(page) => {
        const route = page.routes.find(({ id }) => id === page.route)
        return (
          <PageFrame
            title={page.name}
            lead={`${page.townName} · ${t(`village-state.${page.state}`)}`}
            back={{ to: '/villages', label: t('villages.title') }}
            actions={
              <>
                <AddressLink to={`/dossiers/homes?village=${page.code}`}>
                  {t('villages.open-report')}
                </AddressLink>{' '}
                <AddressLink to={`/register?village=${page.code}`}>{t('villages.open-register')}</AddressLink>
                {mayReadPremises && (
                  <>
                    {' '}
                    <AddressLink to={`/premises?village=${page.code}`}>
                      {t('villages.open-premises')}
                    </AddressLink>
                  </>
                )}
              </>
            }
          >
            <Panel title={t('villages.facts')}>
              <Facts
                items={[
                  {
                    key: 'code',
                    label: t('villages.code'),
                    value: <span className="figure">{page.code}</span>,
                  },
                  {
                    key: 'route',
                    label: t('field.route'),
                    value: route && <RouteText label={pick(route.label)} day={page.routeDecidedOn} />,
                  },
                  {
                    key: 'lot',
                    label: t('field.lot'),
                    value: page.lot && (
                      <AddressLink to={`/lots/${page.lot}`}>
                        {page.lotCode} {page.lotName}
                      </AddressLink>
                    ),
                  },
                  ...(page.buildingLot
                    ? [
                        {
                          key: 'building-lot',
                          label: t('villages.building-lot'),
                          value: (
                            <AddressLink to={`/lots/${page.buildingLot}`}>
                              {page.buildingLotCode} {page.buildingLotName}
                            </AddressLink>
                          ),
                        },
                      ]
                    : []),
                  { key: 'contractor', label: t('field.contractor'), value: page.contractorName },
                  { key: 'supervisor', label: t('field.supervisor'), value: page.supervisorName },
                  ...(mayReadSelection
                    ? [
                        {
                          key: 'objections',
                          label: t('villages.objections'),
                          value: <ObjectionsToFollow village={page.code} />,
                        },
                      ]
                    : []),
                  ...(outreach
                    ? [{ key: 'wishes', label: t('wishes.title'), value: <Wishes of={outreach} /> }]
                    : []),
                  {
                    key: 'demolition',
                    label: t('villages.demolition'),
                    value: t(`villages.demolition.${answerOf(page.demolitionPlanned)}`),
                  },
                ]}
              />
            </Panel>
            <Panel title={t('villages.stages')}>
              <ul className="village-stages">
                {roadStages
                  .filter((stage) => (page.counts[stage] ?? 0) > 0)
                  .map((stage) => (
                    <li key={stage}>
                      <Stage stage={stage} />
                      <HomesAt village={page.code} counts={page.counts} at={[stage]} />
                    </li>
                  ))}
              </ul>
              {page.homes === 0 && <p className="quiet">{t('villages.no-homes')}</p>}
            </Panel>
            <Panel title={t('villages.what-now')}>
              <AvailableActs
                type="village"
                id={page.id}
                forms={{ 'letter.print': GoToLetters }}
                made={makes}
                given={notHere}
                proposed={proposedFor(page)}
                options={{
                  into: areas
                    .filter(({ code, validTo }) => code !== page.code && validTo === null)
                    .map(({ code, name }) => ({ value: code, label: `${name} ${code}` })),
                  activity: (outreach?.kinds ?? []).map(({ id, label }) => ({
                    value: id,
                    label: pick(label),
                  })),
                  homes: (outreach?.register ?? []).map(({ id, sequence, householder }) => ({
                    value: id,
                    label: `${sequence} ${householder}`,
                  })),
                  route: page.routes.map(({ id, label }) => ({ value: id, label: pick(label) })),
                  lot: lots.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
                }}
              />
            </Panel>
          </PageFrame>
        )
      }}
    </Answered>
  )
}

/** Which homes get a letter is chosen on the page of the village's letters. */
const GoToLetters: OwnForm = ({ id, onCancel }) => {
  const { t } = useWords()
  return (
    <>
      <p>{t('letters.choose')}</p>
      <AddressLink to={`/letters/${id}`}>{t('letters.title')}</AddressLink>{' '}
      <Button onClick={onCancel}>{t('kit.cancel')}</Button>
    </>
  )
}

/** What was promised upon upheld objections and is not done yet. */
function ObjectionsToFollow({ village }: { village: string }) {
  const { t } = useWords()
  const count = useAnswer('objection.list', { village, state: 'to-follow', pageSize: 1 }).data?.total ?? 0
  if (count === 0) return <span className="quiet">{t('villages.objections.none')}</span>
  return (
    <AddressLink to={`/objections?state=to-follow&village=${village}`}>
      {t('villages.objections.to-follow', { count })}
    </AddressLink>
  )
}

/** What the homes wish, told where a village is chosen (§3.1.3b). */
function Wishes({ of: { code, ...counts } }: { of: Answer<'outreach.village'> }) {
  const { t } = useWords()
  const { wants, against, undecided, notAsked } = counts
  return (
    <>
      <AddressLink to={`/outreach/${code}`}>
        {t('wishes.counts', { wants, against, undecided, notAsked })}
      </AddressLink>
      {against > 0 && (
        <>
          {' '}
          <AddressLink to={`/outreach/${code}?wish=does-not-want`}>
            ! {t('wishes.against', { count: against })}
          </AddressLink>
        </>
      )}
    </>
  )
}

/** A notice is made under an id of its own. */
const makes = ['id', 'notice'] as const
/** The line of work a form begins with: the one that waits and has its lot, else the one the village has homes of. */
function proposedFor({ lines, lot, buildingLot }: Answer<'village.page'>) {
  const lotOf = { heating: lot, building: buildingLot }
  const waiting = lines.filter(({ confirmed }) => confirmed > 0)
  const toAssign = waiting.find(({ line }) => lotOf[line]) ?? waiting[0] ?? lines[0]
  const toDraw = lines[0]
  return {
    ...(toAssign && { 'village.assign': { line: toAssign.line } }),
    ...(toDraw && {
      'sample.draw-town': { line: toDraw.line },
      'sample.draw-county': { line: toDraw.line },
    }),
  }
}
/** Homes are named where they are listed, not by their ids. */
const notHere = { homes: [] }

const answerOf = (planned: boolean | null) => (planned === null ? 'unknown' : planned ? 'yes' : 'no')

function RouteText({ label, day }: { label: string; day: string | null }) {
  const { t } = useWords()
  return (
    <>
      {label} {day && <span className="quiet">{t('villages.decided-on', { day })}</span>}
    </>
  )
}

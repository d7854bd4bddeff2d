import { useParams } from '@tanstack/react-router'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Officer, PatrolStanding } from './patrol-standing.tsx'
import { PatrolTable } from './patrol-table.tsx'

const villageActs = ['safety.name-village-officer', 'patrol.record', 'hazard.report']
const lotActs = ['safety.name-firm-officer']
/** Which homes were seen is ticked on the telephone, where they are listed. */
const notHere = { homes: [] }

/** One village: its two safety officers, when each side went last, what was found (§5.3). */
export function SafetyVillagePage() {
  const { t } = useWords()
  const { village } = useParams({ strict: false }) as { village: string }
  const namesFirm = useMay('safety.name-firm')
  return (
    <Answered answer={useAnswer('safety.village', { village })}>
      {(page) => (
        <PageFrame
          title={page.name}
          lead={`${page.townName} · ${page.contractorName}`}
          back={{ to: '/safety/villages', label: t('safety.villages') }}
        >
          <Panel title={t('safety.what-now')}>
            <AvailableActs type="village" id={village} only={villageActs} given={notHere} />
            {namesFirm && <AvailableActs type="lot" id={page.lot} only={lotActs} />}
          </Panel>
          <Panel>
            <Facts
              items={[
                {
                  key: 'firm',
                  label: t('safety.officer.firm'),
                  value: <Officer name={page.firmName} telephone={page.firmTelephone} />,
                },
                {
                  key: 'village',
                  label: t('safety.officer.village'),
                  value: <Officer name={page.villageOfficerName} telephone={page.villageTelephone} />,
                },
                {
                  key: 'firm-last',
                  label: t('safety.last.firm'),
                  value: <PatrolStanding last={page.firmLast} due={page.firmDue} behind={page.firmBehind} />,
                },
                {
                  key: 'village-last',
                  label: t('safety.last.village'),
                  value: (
                    <PatrolStanding
                      last={page.villageLast}
                      due={page.villageDue}
                      behind={page.villageBehind}
                    />
                  ),
                },
                { key: 'underway', label: t('safety.underway'), value: <Count of={page.underway} /> },
                {
                  key: 'hazards',
                  label: t('safety.hazards'),
                  value: (
                    <AddressLink to={`/matters?kind=hazard&search=${encodeURIComponent(page.name)}`}>
                      <Count of={page.hazards} />
                    </AddressLink>
                  ),
                },
                { key: 'lot', label: t('safety.lot'), value: page.lotName },
              ]}
            />
          </Panel>
          <Panel title={t('patrols.title')}>
            <PatrolTable village={page.code} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

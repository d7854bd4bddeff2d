import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { ChecklistTold } from '../../../web/kit/checklist/checklist-told.tsx'
import { MeasurementsTold } from '../../../web/kit/checklist/measurements-told.tsx'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import type { HomePanelProps } from '../../../web/kit/screen.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Machines } from './machines.tsx'
import { Parts } from './parts.tsx'
import { recheckStep } from '../rules/recheck-step.ts'
import { runText } from './run-text.ts'

/** Part of a home's page: who builds and watches, the machines, the firm's own check. */
export function WorksPanel({ home, ended }: HomePanelProps) {
  const { t } = useWords()
  return (
    <Answered answer={useAnswer('installation.page', { home })}>
      {({
        contractorName,
        supervisorName,
        wantedEquipment,
        wantedUnits,
        installation,
        devices,
        recheck,
        removed,
        measured,
        parts,
        materials,
        checklist,
        commissioning,
        commissioningList,
      }) => (
        <>
          <Facts
            items={[
              { key: 'contractor', label: t('field.contractor'), value: contractorName },
              { key: 'supervisor', label: t('field.supervisor'), value: supervisorName },
              ...(measured
                ? []
                : [
                    {
                      key: 'wanted',
                      label: t('works.wanted'),
                      value: [wantedEquipment, wantedUnits && t('works.units', { count: wantedUnits })]
                        .filter(Boolean)
                        .join(' · '),
                    },
                  ]),
              {
                key: 'installed',
                label: t('field.installedOn'),
                value: installation && <DayText day={installation.installedOn} />,
              },
              {
                key: 'self-check',
                label: t('works.self-check'),
                value:
                  installation &&
                  (installation.selfCheckedOn !== null || !ended) &&
                  selfCheckText(t, installation),
              },
              ...(measured
                ? []
                : [
                    {
                      key: 'commissioning',
                      label: t('commissioning.title'),
                      value: installation && runText(t, commissioning),
                    },
                  ]),
            ]}
          />
          {installation ? (
            <>
              {recheck && (
                <p>
                  {t(recheck.moved ? 'works.recheck.moved' : 'works.recheck.doubt')}{' '}
                  {t(`works.recheck.${recheckStep(recheck.stage)}`)} {t('works.recheck.money')}{' '}
                  {t('works.recheck.since')} <DayText day={recheck.since} />
                </p>
              )}
              {measured ? (
                <Parts parts={parts} materials={materials} works={measured} />
              ) : (
                <Machines devices={devices} again={recheck !== null} removed={removed} />
              )}
            </>
          ) : (
            <p className="quiet">{t(ended ? 'works.none' : 'works.none-yet')}</p>
          )}
          {installation?.selfCheck && (
            <ChecklistTold checklist={checklist} answers={installation.selfCheck} />
          )}
          {commissioning && commissioningList && (
            <MeasurementsTold
              list={commissioningList}
              measured={commissioning.measured}
              beyond={commissioning.beyond}
            />
          )}
        </>
      )}
    </Answered>
  )
}

function selfCheckText(
  t: (key: string, values?: Record<string, unknown>) => string,
  { selfCheckedOn, sentBackOn }: { selfCheckedOn: string | null; sentBackOn: string | null },
): string {
  if (selfCheckedOn) return t('works.self-check.passed', { day: selfCheckedOn })
  return sentBackOn ? t('works.sent-back-on', { day: sentBackOn }) : t('works.self-check.none')
}

import { useParams } from '@tanstack/react-router'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'

/** One visit: where to, and what was found. */
export function VisitPage() {
  const { t } = useWords()
  const { visit: id } = useParams({ strict: false }) as { visit: string }
  const answer = useAnswer('visits.page', { visit: id })
  const mayReport = useMay('coal.report')
  return (
    <Answered answer={answer}>
      {(visit) => (
        <PageFrame
          title={t('visits.of', { householder: visit.householder })}
          lead={
            <>
              {visit.townName} {visit.villageName} {visit.sequence} · {t('visits.lead')}
            </>
          }
          back={{ to: '/visits', label: t('visits.title') }}
          actions={<AddressLink to={`/homes/${visit.home}`}>{t('visits.home')}</AddressLink>}
        >
          <Panel>
            <Facts
              items={[
                { key: 'season', label: t('visits.season'), value: visit.seasonName },
                { key: 'drawn', label: t('visits.drawn-on'), value: <DayText day={visit.drawnOn} /> },
                {
                  key: 'found',
                  label: t('visits.found'),
                  value: visit.found ? t(`choice.found.${visit.found}`) : t('visits.state.open'),
                },
                {
                  key: 'on',
                  label: t('visits.visited-on'),
                  value: visit.visitedOn && <DayText day={visit.visitedOn} />,
                },
                { key: 'by', label: t('visits.by'), value: visit.visitedBy },
                { key: 'note', label: t('field.note'), value: visit.note },
              ]}
            />
            {visit.found === 'coal' && mayReport && (
              <p className="money-warn">
                {t('visits.report-coal')}{' '}
                <AddressLink to={`/homes/${visit.home}`}>{t('visits.to-report')}</AddressLink>
              </p>
            )}
          </Panel>
          <AvailableActs type="season-visit" id={id} subjectField="visit" />
        </PageFrame>
      )}
    </Answered>
  )
}

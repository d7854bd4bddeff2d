import { useParams } from '@tanstack/react-router'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { ChecklistTold } from '../../../web/kit/checklist/checklist-told.tsx'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Road, type RoadStep } from '../../../web/kit/road/road.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { premisesStages } from '../model.ts'
import { checkForms } from './check-form.tsx'

type Premises = Answer<'premises.page'>

/** One school, clinic or office: what it is, how far it is, every check with its photographs, and what may be done now. */
export function PremisesPage() {
  const { t } = useWords()
  const { premises: id } = useParams({ strict: false }) as { premises: string }
  const mayAssign = useMay('premises.assign')
  const lots = useAnswer('lot.list', {}, { enabled: mayAssign }).data?.rows ?? []
  return (
    <Answered answer={useAnswer('premises.page', { premises: id })}>
      {(page) => (
        <PageFrame
          title={page.name}
          lead={`${t(`choice.premisesKind.${page.kind}`)} · ${page.townName} · ${page.villageName}`}
          back={{ to: '/premises', label: t('premises.title') }}
        >
          <Panel title={t('premises.road')}>
            <Road steps={roadOf(page, t)} />
          </Panel>
          <Panel>
            <Facts
              items={[
                { key: 'address', label: t('premises.address'), value: page.address },
                { key: 'area', label: t('premises.area'), value: page.areaM2 },
                { key: 'lot', label: t('premises.lot'), value: page.lotName },
                { key: 'contractor', label: t('premises.contractor'), value: page.contractorName },
                { key: 'supervisor', label: t('premises.supervisor'), value: page.supervisorName },
              ]}
            />
          </Panel>
          <Panel title={t('premises.what-now')}>
            {page.isSentBack && <p role="status">{t('premises.sent-back')}</p>}
            <AvailableActs
              type="premises"
              id={id}
              forms={checkForms}
              options={{
                lot: lots
                  .filter(({ contractorName }) => contractorName)
                  .map(({ id: lot, code, name, contractorName }) => ({
                    value: lot,
                    label: `${code} ${name} · ${contractorName}`,
                  })),
              }}
              proposed={{
                'premises.correct': {
                  premisesKind: page.kind,
                  name: page.name,
                  address: page.address,
                  areaM2: page.areaM2,
                },
              }}
            />
          </Panel>
          <Panel title={t('premises.checks')}>
            <Checks page={page} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

function Checks({ page: { checks, checklist } }: { page: Premises }) {
  const { t, pick } = useWords()
  if (checks.length === 0) return <Empty>{t('premises.checks.none')}</Empty>
  const labelOf = (id: string) => {
    const item = checklist?.items.find((one) => one.id === id)
    return item ? pick(item.label) : id
  }
  return (
    <ul className="plain-list">
      {checks.map(({ id, step, checkedOn, checkedBy, passed, items, failed, remark }) => (
        <li key={id}>
          <b>{t(`premises.step.${step}`)}</b> · <DayText day={checkedOn} /> · {checkedBy} ·{' '}
          <b>{t(passed ? 'premises.passed' : 'premises.failed')}</b>
          {failed.length > 0 && <p>{failed.map(labelOf).join(t('kit.list-comma'))}</p>}
          {remark && <p>{remark}</p>}
          {checklist && <ChecklistTold checklist={checklist} answers={items} />}
        </li>
      ))}
    </ul>
  )
}

function roadOf({ stage, listedOn, checks }: Premises, t: ReturnType<typeof useWords>['t']): RoadStep[] {
  const steps = premisesStages.filter((one) => one !== 'withdrawn')
  const reached = steps.indexOf(stage as (typeof steps)[number])
  const dayOf = (key: string) =>
    key === 'listed'
      ? listedOn
      : (checks.find(({ step, passed }) => step === key && passed)?.checkedOn ?? null)
  if (stage === 'withdrawn')
    return [
      { key: 'listed', label: t('premises.stage.listed'), state: 'done', day: listedOn },
      { key: 'withdrawn', label: t('premises.stage.withdrawn'), state: 'stopped' },
    ]
  return steps.map((key, at) => ({
    key,
    label: t(`premises.stage.${key}`),
    state: at < reached || stage === 'accepted' ? 'done' : at === reached ? 'now' : 'ahead',
    day: at <= reached ? dayOf(key) : null,
  }))
}

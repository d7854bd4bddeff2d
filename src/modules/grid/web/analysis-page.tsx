import { useParams } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ActButton } from '../../../web/kit/acts/act-button.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { type AvailableAct, availableActs } from '../../../web/kit/api/acts.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import type { Trouble } from '../../../web/kit/api/trouble.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { PolicyValues } from '../../funds/web/policy-values.tsx'
import { DrawVisits } from './draw-visits.tsx'
import './grid.css'

type Page = Answer<'season.analysis'>

interface Taken {
  homes: number
  leftOut: number
}

/** What the latest analysis of a season says, by flag, and how much of it is counted. */
export function AnalysisPage() {
  const { t } = useWords()
  const { season: id } = useParams({ strict: false }) as { season: string }
  const answer = useAnswer('season.analysis', { season: id })
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageFrame
          title={`${t('season.analysis')} · ${page.name}`}
          lead={`${page.startsOn} — ${page.endsOn}`}
          back={{ to: `/seasons/${id}`, label: page.name }}
          actions={<AddressLink to={`/seasons/${id}/readings`}>{t('readings.link')}</AddressLink>}
        >
          <Acts page={page} />
          {page.analysis ? (
            <>
              <Panel>
                <Head page={page} analysis={page.analysis} />
              </Panel>
              <Panel title={t('season.analysis.by-flag')}>
                <Flags page={page} />
              </Panel>
            </>
          ) : (
            <Panel>
              <Empty>{t('season.analysis.none')}</Empty>
            </Panel>
          )}
        </PageFrame>
      )}
    </Answered>
  )
}

function Acts({ page }: { page: Page }) {
  const { t } = useWords()
  const [taken, setTaken] = useState<Taken>()
  const { data = [] } = useQuery<AvailableAct[], Trouble>({
    queryKey: ['available', 'season', page.id],
    queryFn: ({ signal }) => availableActs('season', page.id, signal),
  })
  const refusalsOf = (kind: string) => data.find((act) => act.kind === kind)?.refusals
  const [analyse, take, draw] = [
    refusalsOf('season.analyse'),
    refusalsOf('usage.take'),
    refusalsOf('visits.draw'),
  ]
  if (!analyse && !take && !draw) return null
  return (
    <Panel title={t('money.what-now')}>
      {page.mostAllocated && (
        <>
          <p>{t('season.analysis.rule', { percent: page.mostAllocated.value })}</p>
          <PolicyValues parameters={[{ ...page.mostAllocated, value: Number(page.mostAllocated.value) }]} />
        </>
      )}
      <div className="import-acts">
        {analyse && (
          <ActButton
            type={page.analysis ? 'default' : 'primary'}
            kind="season.analyse"
            input={{ season: page.id }}
            refusals={analyse}
          />
        )}
        {take && (
          <ActButton
            type="primary"
            kind="usage.take"
            input={{ season: page.id }}
            refusals={take}
            confirm={t('season.take.confirm')}
            onDone={(receipt) => setTaken(receipt.result as Taken)}
          />
        )}
      </div>
      {draw && <DrawVisits page={page} refusals={draw} />}
      {taken && (
        <p role="status" className="dry-run-facts">
          ✓ {t('season.analysis.taken-now', { ...taken })}{' '}
          <AddressLink to={`/seasons/${page.id}`}>{page.name}</AddressLink>
        </p>
      )}
    </Panel>
  )
}

function Head({ page, analysis }: { page: Page; analysis: NonNullable<Page['analysis']> }) {
  const { t } = useWords()
  const list = `/seasons/${page.id}/analysis/homes`
  return (
    <>
      {analysis.isOld && (
        <p className="money-warn" role="alert">
          {t('season.analysis.old')}
        </p>
      )}
      <Facts
        items={[
          { key: 'number', label: t('season.analysis.number'), value: <Count of={analysis.number} /> },
          {
            key: 'days',
            label: t('season.analysis.days'),
            value: (
              <>
                <DayText day={analysis.fromOn} /> — <DayText day={analysis.toOn} />
              </>
            ),
          },
          {
            key: 'homes',
            label: t('season.analysis.homes'),
            value: (
              <AddressLink to={list}>
                <Count of={page.homes} />
              </AddressLink>
            ),
          },
          {
            key: 'doubtful',
            label: t('season.analysis.doubtful'),
            value: (
              <AddressLink to={`${list}?doubtful=yes`}>
                <Count of={page.doubtful} />
              </AddressLink>
            ),
          },
          { key: 'taken', label: t('season.analysis.taken'), value: <Count of={page.taken} /> },
          {
            key: 'files',
            label: t('season.analysis.files'),
            value: t('season.analysis.files-of', {
              readings: analysis.readingFiles,
              count: analysis.readings,
              temperatures: analysis.temperatureFiles,
              findings: analysis.findings,
            }),
          },
          { key: 'on', label: t('season.analysis.on'), value: <DayText day={analysis.analysedOn} /> },
          { key: 'by', label: t('money.by'), value: analysis.by },
          {
            key: 'files-digest',
            label: t('season.analysis.files-digest'),
            value: <code className="season-digest">{analysis.filesDigest}</code>,
          },
          {
            key: 'weights-digest',
            label: t('season.analysis.weights-digest'),
            value: <code className="season-digest">{analysis.weightsDigest}</code>,
          },
        ]}
      />
    </>
  )
}

function Flags({ page }: { page: Page }) {
  const { t } = useWords()
  const list = `/seasons/${page.id}/analysis/homes`
  return (
    <RowTable
      rows={page.flags}
      rowKey={({ flag }) => flag}
      open={({ flag }) => `${list}?flag=${flag}`}
      columns={[
        { key: 'flag', title: 'season.analysis.flag', render: ({ flag }) => t(`season.flag.${flag}`) },
        {
          key: 'homes',
          title: 'season.analysis.home-count',
          align: 'right',
          render: ({ homes }) => <Count of={homes} />,
        },
      ]}
    />
  )
}

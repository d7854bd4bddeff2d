import { useParams } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { type SampleLevel, sampleLevels } from '../model.ts'
import { DrawButton } from './draw-button.tsx'
import { foundText } from './finding-text.ts'
import { Standing } from './sample-standing.tsx'
import './acceptance.css'

type Page = Answer<'sample.page'>
type Drawn = Page['homes'][number]
type Line = Page['lines'][number]

/** One village's samples, each line's own (§1.2): how many it takes, the homes drawn with what was found, and the draws themselves. */
export function SamplePage() {
  const { t } = useWords()
  const { village } = useParams({ strict: false }) as { village: string }
  return (
    <Answered answer={useAnswer('sample.page', { village })}>
      {(page) => (
        <PageFrame
          title={t('samples.one', { village: page.villageName })}
          lead={page.townName}
          back={{ to: '/samples', label: t('samples.title') }}
        >
          {page.lines.length === 0 && <Empty>{t('samples.empty')}</Empty>}
          {page.lines.map((of) => (
            <Fragment key={of.line}>
              {sampleLevels.map((level) => (
                <LevelPanel key={level} village={village} of={of} level={level} page={page} />
              ))}
              <DrawsPanel line={of.line} draws={page.draws.filter(({ line }) => line === of.line)} />
            </Fragment>
          ))}
        </PageFrame>
      )}
    </Answered>
  )
}

interface LevelProps {
  village: string
  of: Line
  level: SampleLevel
  page: Page
}

function LevelPanel({ village, of: { line, ...levels }, level, page }: LevelProps) {
  const speech = useWords()
  const { t } = speech
  const mayDraw = useMay(`sample.draw-${level}`)
  const of = levels[level]
  const homes = page.homes.filter((home) => home.line === line && home.level === level)
  return (
    <Panel title={t(`samples.of.${level}`)} extra={t(`choice.line.${line}`)}>
      <div className="sample-level">
        <Facts
          items={[
            { key: 'standing', label: t('samples.standing'), value: <Standing standing={of.standing} /> },
            {
              key: 'coverage',
              label: t('samples.coverage'),
              value: t(of.whole ? 'samples.coverage.whole' : 'samples.coverage.of', {
                wanted: of.wanted,
                accepted: of.accepted,
              }),
            },
            { key: 'drawn', label: t('samples.drawn'), value: <Count of={of.drawn} /> },
            { key: 'passed', label: t('samples.passed'), value: <Count of={of.passed} /> },
            { key: 'failed', label: t('samples.failed'), value: <Count of={of.failed} /> },
            { key: 'failures', label: t('samples.failures'), value: <Count of={of.failures} /> },
          ]}
        />
        {mayDraw && <DrawButton village={village} line={line} level={level} counts={of} />}
        {homes.length > 0 && (
          <RowTable
            rows={homes}
            columns={[
              {
                key: 'home',
                title: 'samples.home',
                render: ({ sequence, householder }) => `${sequence} ${householder}`,
              },
              { key: 'address', title: 'samples.address', wide: true },
              { key: 'draw', title: 'samples.draw', align: 'right' },
              { key: 'result', title: 'samples.result', render: (home) => <Result home={home} /> },
              {
                key: 'findings',
                title: 'samples.findings',
                wide: true,
                render: ({ findings }) => findings.map((finding) => foundText(speech, finding)).join(' · '),
              },
              {
                key: 'checkedOn',
                title: 'samples.checked-on',
                render: ({ checkedOn }) => <DayText day={checkedOn} />,
              },
              { key: 'checker', title: 'samples.checker' },
            ]}
            rowKey={({ home }) => home}
            open={({ home }) => `/homes/${home}`}
          />
        )}
      </div>
    </Panel>
  )
}

function Result({ home: { ended, passed, stage } }: { home: Drawn }) {
  const { t } = useWords()
  const away = stage === 'installed' || stage === 'self-checked'
  const result = ended ? 'ended' : passed ? 'passed' : passed === null ? 'waiting' : away ? 'failed' : 'again'
  const look = passed ? 'visit-passes' : result === 'failed' ? 'visit-fails' : 'quiet'
  return <span className={look}>{t(`samples.result.${result}`)}</span>
}

function DrawsPanel({ line, draws }: { line: Line['line']; draws: Page['draws'] }) {
  const { t } = useWords()
  if (draws.length === 0) return null
  return (
    <Panel title={t('samples.draws')} extra={t(`choice.line.${line}`)}>
      <div className="sample-level">
        <p className="quiet">{t('samples.draws.how')}</p>
        <RowTable
          rows={draws}
          columns={[
            { key: 'level', title: 'samples.level', render: ({ level }) => t(`samples.level.${level}`) },
            { key: 'number', title: 'samples.number', align: 'right' },
            {
              key: 'cause',
              title: 'samples.cause',
              wide: true,
              render: ({ cause, reason }) => t(`samples.cause.${cause}`, { reason }),
            },
            {
              key: 'size',
              title: 'samples.size',
              align: 'right',
              render: ({ size, frameSize }) => `${size} / ${frameSize}`,
            },
            { key: 'drawnOn', title: 'samples.drawn-on', render: ({ drawnOn }) => <DayText day={drawnOn} /> },
            { key: 'drawnBy', title: 'samples.drawn-by' },
            {
              key: 'seed',
              title: 'samples.seed',
              wide: true,
              render: ({ seed }) => <span className="figure digest">{seed}</span>,
            },
            {
              key: 'frameDigest',
              title: 'samples.digest',
              wide: true,
              render: ({ frameDigest }) => <span className="figure digest">{frameDigest}</span>,
            },
          ]}
          rowKey={({ id }) => id}
          open={({ id }) => `/samples/frame/${id}`}
        />
      </div>
    </Panel>
  )
}

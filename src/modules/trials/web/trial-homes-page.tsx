import { useParams } from '@tanstack/react-router'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { AnswerMark } from '../../../web/kit/decision/answer-mark.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Stage } from '../../../web/kit/road/stage.tsx'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import type { Filter } from '../../../web/kit/table/filters.ts'
import { sayDifference } from '../words/say-difference.ts'
import { answers } from './figure.tsx'
import { type Trial, useTrial } from './use-trial.ts'
import './trials.css'

type Row = RowOf<'trial.homes'>

/** The homes of a figure: what each answers before and after, and what turned it. */
export function TrialHomesPage() {
  const { t, pick } = useWords()
  const { today } = useSession()
  const { draft = '' }: { draft?: string } = useParams({ strict: false })
  const [texts] = useSearchTexts()
  const version = Number(texts.version) || 1
  const day = texts.day ?? today
  const name = useAnswer('policy.draft', { draft }).data?.name ?? ''
  const trial = useTrial({ draft, version, day }, true).answer.data?.trial ?? undefined
  const ground = { draft, version, day, ...(texts.reading && { reading: texts.reading }) }
  const answerOptions = answers.map((value) => ({ value, label: t(`kit.answer.${value}`) }))
  const filters: Filter[] = [
    { key: 'search', kind: 'search', hint: 'trial.list.search' },
    { key: 'before', label: 'trial.list.before', kind: 'choice', options: answerOptions },
    { key: 'after', label: 'trial.list.after', kind: 'choice', options: answerOptions },
    {
      key: 'town',
      label: 'trial.town',
      kind: 'choice',
      options: (trial?.towns ?? []).map((town) => ({ value: town.town, label: town.name })),
    },
    {
      key: 'rule',
      label: 'trial.rule',
      kind: 'choice',
      options: (trial?.rules ?? []).map(({ rule, label }) => ({ value: rule, label: pick(label) })),
    },
    { key: 'changed', label: 'trial.list.changed', kind: 'flag' },
    { key: 'confirmed', label: 'trial.list.confirmed', kind: 'flag' },
    { key: 'stale', label: 'trial.list.stale', kind: 'flag' },
  ]
  return (
    <PageFrame
      title={t('trial.list', { name })}
      back={{
        to: `/policy/drafts/${draft}/try?version=${version}&day=${day}`,
        label: t('trial.back-to-figures'),
      }}
      lead={t('trial.lead', { version })}
    >
      <Panel>
        <AnswerTable
          name="trial.homes"
          input={ground}
          columns={useColumns(trial)}
          rowKey={({ id }) => id}
          open={({ id }) => `/homes/${id}`}
          filters={filters}
          exports="trial.export"
          empty={<Empty>{t('trial.list.none')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}

function useColumns(trial: Trial | undefined): Column<Row>[] {
  const { pick, language, t } = useWords()
  return [
    {
      key: 'place',
      title: 'trial.list.place',
      render: ({ townName, villageName, sequence }) => `${townName} ${villageName} ${sequence}`,
    },
    { key: 'householder', title: 'trial.list.home', render: ({ householder }) => <b>{householder}</b> },
    { key: 'before', title: 'trial.list.before', render: ({ before }) => <AnswerMark answer={before} /> },
    { key: 'after', title: 'trial.list.after', render: ({ after }) => <AnswerMark answer={after} /> },
    {
      key: 'rules',
      title: 'trial.list.rules',
      wide: true,
      render: ({ rules }) => (
        <ul className="trial-turned-rules">
          {rules.map(({ rule, label, before, after }) => {
            const difference = trial?.rules.find((one) => one.rule === rule)?.difference
            return (
              <li key={rule}>
                {pick(label)}
                {t('kit.colon')}
                {t(`kit.condition.${before}`)}
                {before !== after && ` → ${t(`kit.condition.${after}`)}`}
                {difference && <span className="quiet"> {sayDifference(difference, language)}</span>}
              </li>
            )
          })}
        </ul>
      ),
    },
    { key: 'stage', title: 'trial.list.stage', render: ({ stage }) => <Stage stage={stage} /> },
    {
      key: 'confirmedOn',
      title: 'trial.list.confirmed',
      render: ({ confirmedOn }) => <DayText day={confirmedOn} />,
    },
  ]
}

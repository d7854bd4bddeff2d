import { Button } from 'antd'
import { useState } from 'react'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { download } from '../../../web/kit/api/download.ts'
import { type Trouble, troubleOf } from '../../../web/kit/api/trouble.ts'
import { actTitle } from '../../../web/kit/acts/act-words.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { TroubleNote } from '../../../web/kit/states/trouble-note.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import type { Filter } from '../../../web/kit/table/filters.ts'
import { words } from '../../../web/words.ts'
import { LogFrame } from './log-frame.tsx'

type Row = RowOf<'log.list'>

/** Every act's kind has its name in the words, `act.<noun>.<verb>`. */
const kinds = [
  ...new Set(
    words.flatMap((each) =>
      Object.keys(each).flatMap((key) => /^act\.([a-z-]+\.[a-z-]+)$/.exec(key)?.[1] ?? []),
    ),
  ),
]

/** Everything that was ever done, by whom, by which clause, on what evidence. */
export function LogPage() {
  const { t } = useWords()
  return (
    <LogFrame tab="acts" actions={<ExportLog />}>
      <AnswerTable
        name="log.list"
        columns={useLogColumns()}
        rowKey={({ id }) => id}
        open={({ id }) => `/log/acts/${id}`}
        filters={useLogFilters()}
        empty={<Empty>{t('log.none')}</Empty>}
      />
    </LogFrame>
  )
}

function useLogColumns(): Column<Row>[] {
  const speech = useWords()
  const { t } = speech
  return [
    { key: 'kind', title: 'log.act', render: ({ kind }) => actTitle(speech, kind) },
    { key: 'recordedAt', title: 'log.when', render: (row) => <InstantText at={row.recordedAt} /> },
    {
      key: 'who',
      title: 'log.who',
      render: ({ who, organisation }) => (
        <>
          {who ?? t('log.program')} {organisation && <span className="quiet">{organisation}</span>}
        </>
      ),
    },
    {
      key: 'subjects',
      title: 'log.subjects',
      render: ({ subjects, isCapped }) =>
        subjects
          .map(({ type, count }) => {
            const name = speech.find(`log.subject-type.${type}`) ?? type
            return count === 1 ? name : `${name} ${count.toLocaleString('en-US')}${isCapped ? '+' : ''}`
          })
          .join(' · '),
    },
    { key: 'clauses', title: 'log.clauses', render: ({ clauses }) => <Clauses ids={clauses} /> },
    {
      key: 'evidence',
      title: 'log.evidence',
      align: 'right',
      render: ({ evidence }) => <Count of={evidence} />,
    },
    {
      key: 'sealed',
      title: 'log.sealed',
      render: ({ sealed }) => (
        <span className={sealed ? 'seal-yes' : 'quiet'}>
          {sealed ? '✓ ' : '◔ '}
          {t(sealed ? 'log.sealed.yes' : 'log.sealed.no')}
        </span>
      ),
    },
  ]
}

function useLogFilters(): Filter[] {
  const speech = useWords()
  const [texts] = useSearchTexts()
  return [
    { key: 'who', kind: 'search', hint: 'log.who.search', label: 'log.who' },
    {
      key: 'kind',
      label: 'log.kind',
      kind: 'choices',
      options: kinds
        .map((value) => ({ value, label: actTitle(speech, value) }))
        .sort((a, b) => a.label.localeCompare(b.label, 'zh-CN')),
    },
    { key: 'from', label: 'log.from', kind: 'day' },
    { key: 'to', label: 'log.to', kind: 'day' },
    // Come from other pages' links; shown only so that they can be taken away again.
    ...(['subject', 'actor'] as const).flatMap((key): Filter[] =>
      texts[key]
        ? [
            {
              key,
              label: `log.${key}`,
              kind: 'choice',
              options: [{ value: texts[key], label: `${speech.t(`log.${key}`)} …${texts[key].slice(-6)}` }],
            },
          ]
        : [],
    ),
  ]
}

function ExportLog() {
  const { t } = useWords()
  const [making, setMaking] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const make = async () => {
    setMaking(true)
    setTrouble(undefined)
    try {
      await download('log.export', {})
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setMaking(false)
    }
  }
  return (
    <div className="log-export">
      <Button loading={making} title={t('log.export.how')} onClick={() => void make()}>
        {t('log.export')}
      </Button>
      {trouble && <TroubleNote trouble={trouble} onRetry={() => void make()} />}
    </div>
  )
}

import { useParams } from '@tanstack/react-router'
import { Button, Modal, Select, Table } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { AnswerMark } from '../../../web/kit/decision/answer-mark.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { tickAll } from '../../../web/kit/table/tick-all.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Stage } from '../../../web/kit/road/stage.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import './notice.css'

type Letter = Answer<'letter.list'>['rows'][number]

/** Whoever left the road stands at the stage it left as. */
const standing = ({ stage, ended }: Letter): string => ended ?? stage

/** A village's letters: print all or some of any stage, see who has been in and who has signed. */
export function LettersPage() {
  const { t } = useWords()
  const { village } = useParams({ strict: false }) as { village: string }
  const [ticked, setTicked] = useState<string[]>([])
  const [stage, setStage] = useState<string>()
  const [printing, setPrinting] = useState(false)
  const answer = useAnswer('letter.list', { village })
  return (
    <Answered answer={answer}>
      {({ village: { name }, rows }) => {
        const shown = stage ? rows.filter((row) => standing(row) === stage) : rows
        const printable = shown.filter(({ mayEnter }) => mayEnter).map(({ home }) => home)
        return (
          <PageFrame
            title={`${name} · ${t('letters.title')}`}
            lead={t('letters.lead', {
              homes: rows.length,
              letters: rows.filter((row) => row.issuedOn).length,
              entered: rows.filter((row) => row.hasEntered).length,
              signed: rows.filter((row) => row.committedOn).length,
            })}
            back={{ to: '/notices', label: t('notices.title') }}
            actions={
              printable.length > 0 && (
                <Button type="primary" onClick={() => setPrinting(true)}>
                  {ticked.length > 0
                    ? t('letters.print-some', { count: ticked.length })
                    : t('letters.print-all', { count: printable.length })}
                </Button>
              )
            }
          >
            <StageFilter
              rows={rows}
              stage={stage}
              onChange={(chosen) => {
                setStage(chosen)
                setTicked([])
              }}
            />
            <LetterTable rows={shown} ticked={ticked} onTick={setTicked} />
            <Modal
              open={printing}
              title={t('act.letter.print')}
              footer={null}
              destroyOnHidden
              onCancel={() => setPrinting(false)}
            >
              <PrintRun
                village={village}
                homes={ticked.length > 0 ? ticked : printable}
                onDone={() => {
                  setPrinting(false)
                  setTicked([])
                }}
              />
            </Modal>
          </PageFrame>
        )
      }}
    </Answered>
  )
}

interface FilterProps {
  rows: Letter[]
  stage: string | undefined
  onChange: (stage: string | undefined) => void
}

/** The stages that occur, each with how many homes stand there. */
function StageFilter({ rows, stage, onChange }: FilterProps) {
  const { t } = useWords()
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(standing(row), (counts.get(standing(row)) ?? 0) + 1)
  return (
    <Select
      className="letters-filter"
      aria-label={t('letters.filter')}
      value={stage ?? ''}
      onChange={(value) => onChange(value === '' ? undefined : value)}
      options={[
        { value: '', label: `${t('letters.filter.all')} (${rows.length})` },
        ...[...counts].map(([value, count]) => ({ value, label: `${t(`stage.${value}`)} (${count})` })),
      ]}
    />
  )
}

interface TableProps {
  rows: Letter[]
  ticked: string[]
  onTick: (homes: string[]) => void
}

function LetterTable({ rows, ticked, onTick }: TableProps) {
  const { t } = useWords()
  return (
    <Table<Letter>
      size="small"
      rowKey="home"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <Empty>{t('refusal.letter.none')}</Empty> }}
      rowSelection={{
        selectedRowKeys: ticked,
        onChange: (_, chosen) => onTick(chosen.map(({ home }) => home)),
        columnTitle: tickAll(t('kit.tick-all')),
        getCheckboxProps: ({ mayEnter }) => ({ disabled: !mayEnter }),
      }}
      columns={[
        { key: 'sequence', title: t('letters.number'), dataIndex: 'sequence', align: 'right' },
        {
          key: 'householder',
          title: t('column.householder'),
          render: (_, row) => <AddressLink to={`/homes/${row.home}`}>{row.householder}</AddressLink>,
        },
        {
          key: 'stage',
          title: t('letters.stage'),
          render: (_, row) => <Stage stage={row.stage} ended={row.ended} />,
        },
        {
          key: 'answer',
          title: t('letters.answer'),
          render: (_, row) => row.answer && <AnswerMark answer={row.answer} />,
        },
        {
          key: 'issued',
          title: t('letters.issued'),
          render: (_, row) =>
            row.issuedOn ? (
              <DayText day={row.issuedOn} />
            ) : (
              <span className="quiet">{t(row.mayEnter ? 'letters.not-issued' : 'letters.no-id-number')}</span>
            ),
        },
        { key: 'printed', title: t('letters.printed'), dataIndex: 'printed', align: 'right' },
        {
          key: 'entered',
          title: t('letters.entered'),
          render: (_, row) => (row.hasEntered ? `✓ ${t('kit.yes')}` : t('kit.no')),
        },
        { key: 'signed', title: t('letters.signed'), render: (_, row) => <DayText day={row.committedOn} /> },
      ]}
    />
  )
}

interface PrintProps {
  village: string
  homes: string[]
  onDone: () => void
}

/** First the note in the log, then the codes. */
function PrintRun({ village, homes, onDone }: PrintProps) {
  const { t } = useWords()
  const [print] = useState(newId)
  const noting = usePerform('letter.print')
  const { loading, start, trouble } = useDownload()
  const fetchSheet = () =>
    start(() => download('letter.sheet', { print, origin: location.origin }).then(onDone))
  const submit = async () => {
    const outcome = await noting.perform({ id: print, village, homes })
    if (outcome?.status === 'done') fetchSheet()
  }
  const noted = noting.outcome?.status === 'done'
  return (
    <>
      <p>{t('letters.print.lead')}</p>
      <ActAnswer performing={noting} onRetry={() => void submit()} />
      {trouble}
      <Button
        type="primary"
        className="form-actions"
        loading={noting.pending || loading}
        onClick={() => (noted ? fetchSheet() : void submit())}
      >
        {t('letters.print.do')}
      </Button>
    </>
  )
}

import { useParams } from '@tanstack/react-router'
import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import { populationKey } from './population-text.ts'

type Sample = Answer<'audit.sample'>
type Drawn = Sample['drawn'][number]

/** One sample: what it says so far, and its homes in the order they were drawn. */
export function SamplePage() {
  const { t } = useWords()
  const { sample: id } = useParams({ strict: false }) as { sample: string }
  const mayExamine = useMay('audit.sample')
  const taking = useDownload()
  return (
    <Answered answer={useAnswer('audit.sample', { sample: id })}>
      {(sample) => (
        <PageFrame
          title={t('audit.sample.title', { number: sample.number })}
          back={{ to: '/audit-samples', label: t('audit.samples') }}
          lead={`${t(populationKey(sample.population))} · ${sample.townName ?? t('audit.sample.all-towns')}`}
          actions={
            <Button
              loading={taking.loading}
              title={t('audit.set.why')}
              onClick={() => taking.start(() => download('audit.working-set', { sample: id }))}
            >
              {t('audit.set.take')}
            </Button>
          }
        >
          {taking.trouble}
          <Panel title={t('audit.concluded')}>
            <p role="status">{concludedText(sample, t)}</p>
            {sample.concluded.examined > 0 && !sample.concluded.isWhole && (
              <p className="quiet">{t('audit.concluded.early')}</p>
            )}
            <Facts
              items={[
                {
                  key: 'size',
                  label: t('audit.sample.size'),
                  value: t('audit.sample.of', { size: sample.size, homes: sample.homes }),
                },
                {
                  key: 'terms',
                  label: t('audit.sample.confidence'),
                  value: t('audit.sample.terms', {
                    confidence: sample.confidencePercent,
                    tolerable: sample.tolerablePercent,
                  }),
                },
                {
                  key: 'drawn',
                  label: t('audit.sample.drawn-on'),
                  value: (
                    <>
                      {sample.drawnBy} <DayText day={sample.drawnOn} />
                    </>
                  ),
                },
                {
                  key: 'seed',
                  label: t('audit.sample.seed'),
                  value: <span className="figure digest">{sample.seed}</span>,
                },
                {
                  key: 'digest',
                  label: t('audit.sample.digest'),
                  value: <span className="figure digest">{sample.frameDigest}</span>,
                },
              ]}
            />
          </Panel>
          <Panel>
            <RowTable
              rows={sample.drawn}
              rowKey={({ home }) => home}
              open={({ home }) => `/homes/${home}`}
              columns={[
                { key: 'place', title: 'audit.column.place', align: 'right' },
                {
                  key: 'home',
                  title: 'audit.column.householder',
                  render: (row) => (
                    <>
                      <b>{row.householder}</b>{' '}
                      <span className="quiet">
                        {row.townName} {row.villageName} {row.sequence}
                      </span>
                    </>
                  ),
                },
                { key: 'address', title: 'audit.column.address', wide: true },
                {
                  key: 'answer',
                  title: 'audit.column.answer',
                  render: (row) => <Result row={row} />,
                },
                { key: 'note', title: 'audit.column.note', wide: true },
                {
                  key: 'examined',
                  title: 'audit.column.examined-on',
                  render: ({ examinedBy, examinedOn }) =>
                    examinedOn && (
                      <>
                        {examinedBy} <DayText day={examinedOn} />
                      </>
                    ),
                },
                ...(mayExamine
                  ? [
                      {
                        key: 'examine',
                        title: 'audit.examine',
                        render: (row: Drawn) => <Examine sample={id} row={row} />,
                      },
                    ]
                  : []),
              ]}
            />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

function concludedText(sample: Sample, t: (key: string, values?: Record<string, unknown>) => string): string {
  const { examined, most, isTolerable } = sample.concluded
  if (examined === 0) return t('audit.concluded.none')
  return t(isTolerable ? 'audit.concluded.within' : 'audit.concluded.beyond', {
    examined,
    most,
    wrong: sample.wrong,
    homes: sample.homes,
    confidence: sample.confidencePercent,
  })
}

function Result({ row: { answer } }: { row: Drawn }) {
  const { t } = useWords()
  const look = answer === 'wrong' ? 'problem-error' : answer === 'right' ? undefined : 'quiet'
  return (
    <span className={look}>
      {answer === 'wrong' ? '✕ ' : answer === 'right' ? '✓ ' : ''}
      {t(`audit.answer.${answer ?? 'open'}`)}
    </span>
  )
}

interface Found {
  answer: 'right' | 'wrong'
  note?: string
}

/** What was found of one home; said once more it replaces what was said. */
function Examine({ sample, row }: { sample: string; row: Drawn }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const examining = usePerform('audit.examine')
  const submit = async ({ answer, note }: Found) => {
    const said = note?.trim() ? { note: note.trim() } : {}
    const outcome = await examining.perform({ sample, home: row.home, answer, ...said })
    if (outcome?.status === 'done') setOpen(false)
  }
  return (
    // A press here opens no home.
    <span onClick={(event) => event.stopPropagation()} role="presentation">
      <Button
        size="small"
        onClick={() => {
          examining.forget()
          setOpen(true)
        }}
      >
        {t('audit.examine')}
      </Button>
      <Modal
        open={open}
        title={`${t('audit.examine')} · ${row.householder}`}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Form<Found>
          layout="vertical"
          disabled={examining.pending}
          initialValues={{ answer: row.answer ?? undefined, note: row.note ?? '' }}
          onFinish={(found) => void submit(found)}
        >
          <Form.Item
            name="answer"
            label={t('audit.column.answer')}
            rules={[{ required: true, message: t('kit.form.required') }]}
          >
            <Radio.Group
              options={(['right', 'wrong'] as const).map((value) => ({
                value,
                label: t(`audit.answer.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="note" label={t('audit.examine.note')}>
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
          <ActAnswer performing={examining} />
          <Button type="primary" htmlType="submit" loading={examining.pending}>
            {t('audit.examine')}
          </Button>{' '}
          <Button onClick={() => setOpen(false)}>{t('kit.cancel')}</Button>
        </Form>
      </Modal>
    </span>
  )
}

import { App, Button, Checkbox, Form, Select } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay, useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import './workers.css'

type Places = Answer<'crew.places'>

const columns: Column<RowOf<'attendance.list'>>[] = [
  { key: 'day', title: 'attendance.day', render: ({ day }) => <DayText day={day} /> },
  { key: 'villageName', title: 'attendance.place' },
  {
    key: 'people',
    title: 'attendance.people',
    align: 'right',
    render: ({ people }) => <Count of={people} />,
  },
  { key: 'names', title: 'attendance.names', wide: true },
  { key: 'lotCode', title: 'attendance.lot' },
  { key: 'firmName', title: 'workers.firm' },
]

/** 考勤: taken by whoever builds, read by whoever answers for it (§3.2.3). */
export function AttendancePage() {
  const { t } = useWords()
  const mayRecord = useMay('attendance.record')
  return (
    <PageFrame title={t('attendance.title')} lead={t('attendance.lead')}>
      {mayRecord && (
        <Panel title={t('attendance.take')}>
          <Take />
        </Panel>
      )}
      <Panel title={t('attendance.days')}>
        <AnswerTable
          name="attendance.list"
          columns={columns}
          rowKey={({ day, village, firm }) => `${day} ${village} ${firm}`}
          filters={[{ key: 'day', label: 'attendance.day', kind: 'day' }]}
          empty={<Empty>{t('attendance.empty')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}

function Take() {
  const { t } = useWords()
  const answer = useAnswer('crew.places', {})
  return (
    <Answered
      answer={answer}
      isEmpty={({ lots }) => lots.every(({ villages }) => villages.length === 0)}
      empty={<Empty>{t('attendance.no-villages')}</Empty>}
    >
      {(places) => <TakeIn places={places} />}
    </Answered>
  )
}

function TakeIn({ places }: { places: Places }) {
  const { t } = useWords()
  const { today } = useSession()
  const [day, setDay] = useState<string | null>(today)
  const [village, setVillage] = useState<string>()
  const lot = places.lots.find(({ villages }) => villages.some(({ code }) => code === village))?.lot
  return (
    <>
      <div className="crew-choice">
        <Form.Item label={t('attendance.day')} htmlFor="attendance-day">
          <DayInput id="attendance-day" value={day} onChange={setDay} />
        </Form.Item>
        <Form.Item label={t('attendance.place')} htmlFor="attendance-village">
          <Select
            id="attendance-village"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('attendance.choose')}
            value={village}
            options={places.lots.map(({ code, villages }) => ({
              label: code,
              options: villages.map((each) => ({ value: each.code, label: `${each.town} ${each.name}` })),
            }))}
            onChange={setVillage}
          />
        </Form.Item>
      </div>
      {day && village && lot && (
        <Roll key={`${day} ${village}`} lot={lot} village={village} day={day} places={places} />
      )}
    </>
  )
}

interface RollProps {
  lot: string
  village: string
  day: string
  places: Places
}

function Roll({ lot, village, day, places }: RollProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const answer = useAnswer('attendance.roll', { lot, day })
  const performing = usePerform('attendance.record')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const villageName = (code: string) =>
    places.lots.flatMap(({ villages }) => villages).find((each) => each.code === code)?.name ?? code
  const record = async () => {
    const outcome = await performing.perform({ lot, village, day, workers: [...chosen] })
    if (outcome?.status !== 'done') return
    setChosen(new Set())
    void message.success(t('attendance.recorded'))
  }
  return (
    <Answered
      answer={answer}
      isEmpty={({ people }) => people.length === 0}
      empty={<Empty>{t('attendance.nobody')}</Empty>}
    >
      {({ people }) => {
        const free = people.filter((person) => person.village === null)
        return (
          <>
            <Button
              size="small"
              disabled={free.length === 0}
              onClick={() =>
                setChosen(chosen.size === free.length ? new Set() : new Set(free.map(({ worker }) => worker)))
              }
            >
              {t(
                chosen.size > 0 && chosen.size === free.length ? 'attendance.none-chosen' : 'attendance.all',
              )}
            </Button>
            <fieldset className="crew-roll" aria-label={t('attendance.present')}>
              {people.map(({ worker, name, trade, village: there }) => (
                <Checkbox
                  key={worker}
                  disabled={there !== null}
                  checked={there !== null || chosen.has(worker)}
                  onChange={(event) => {
                    const next = new Set(chosen)
                    if (event.target.checked) next.add(worker)
                    else next.delete(worker)
                    setChosen(next)
                  }}
                >
                  {name}{' '}
                  <span className="quiet">
                    {there
                      ? t('attendance.there', { village: villageName(there) })
                      : t(`choice.trade.${trade}`)}
                  </span>
                </Checkbox>
              ))}
            </fieldset>
            <ActAnswer performing={performing} onRetry={() => void record()} />
            <Button
              type="primary"
              loading={performing.pending}
              disabled={chosen.size === 0}
              onClick={() => void record()}
            >
              {t('attendance.record', { count: chosen.size })}
            </Button>
          </>
        )
      }}
    </Answered>
  )
}

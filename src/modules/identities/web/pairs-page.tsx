import { useState } from 'react'
import { Input, Segmented, Select, Space } from 'antd'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { ActButton } from '../../../web/kit/acts/act-button.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { AddressCheck } from '../../../web/kit/table/address-check.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Stage } from '../../../web/kit/road/stage.tsx'
import { useMay, useSession } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import { ActsInBatch } from '../../households/web/acts-in-batch.tsx'
import { type PairAnswer, pairAnswers, pairCases, pairStates } from '../model.ts'
import { exactBits } from '../rules/pair.ts'
import { DueDay } from './due-day.tsx'
import { ExactKeys } from './exact-keys.tsx'
import { ListName } from './list-link.tsx'
import './pairs.css'

type Line = Answer<'pair.list'>['rows'][number]

/** §4.4: what may be one person or one dwelling, the surest first; many can be decided at a time. */
export function PairsPage() {
  const { t } = useWords()
  const [texts, change] = useSearchTexts()
  const state = pairStates.find((one) => one === texts.state) ?? 'open'
  const mayCompare = useMay('register.compare')
  const { programme } = useSession()
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const states = pairStates.map((value) => ({ value, label: t(`choice.pair-state.${value}`) }))
  return (
    <PageFrame
      title={t('pairs.title')}
      lead={t('pairs.lead')}
      actions={
        mayCompare && (
          <ActButton kind="register.compare" input={{ programme }} confirm={t('pairs.compare-again')} />
        )
      }
    >
      <p>
        <Segmented
          value={state}
          onChange={(value) => change({ state: value, page: undefined })}
          options={states}
        />
      </p>
      <AddressCheck filters={[{ key: 'state', label: 'pairs.state', kind: 'choice', options: states }]} />
      <AnswerTable
        key={state}
        name="pair.list"
        input={{ state }}
        rowKey={({ first, second }) => `${first} ${second}`}
        open={addressOf}
        filters={[
          { key: 'search', kind: 'search', hint: 'pairs.search' },
          {
            key: 'case',
            label: 'pairs.case',
            kind: 'choice',
            options: pairCases.map((value) => ({ value, label: t(`choice.pair-case.${value}`) })),
          },
          { key: 'certain', label: 'pairs.certain', kind: 'flag' },
          {
            key: 'town',
            label: 'field.town',
            kind: 'choice',
            options: towns.map(({ code, name }) => ({ value: code, label: name })),
          },
        ]}
        exports="pair.export"
        columns={[
          { key: 'homes', title: 'pairs.homes', wide: true, render: (pair) => <Homes pair={pair} /> },
          { key: 'case', title: 'pairs.case', render: (pair) => t(`choice.pair-case.${pair.case}`) },
          {
            key: 'person',
            title: 'pairs.person',
            align: 'right',
            render: ({ person, exact }) => <Likely of={(exact & exactBits.idNumber) > 0 ? 'rule' : person} />,
          },
          {
            key: 'dwelling',
            title: 'pairs.dwelling',
            align: 'right',
            render: ({ dwelling, exact }) => (
              <Likely of={(exact & (exactBits.account | exactBits.title)) > 0 ? 'rule' : dwelling} />
            ),
          },
          { key: 'exact', title: 'pairs.exact', render: (pair) => <ExactKeys pair={pair} /> },
          { key: 'foundOn', title: 'pairs.found', render: ({ foundOn }) => <DayText day={foundOn} /> },
          ...(state === 'papers'
            ? [
                { key: 'newPapers', title: 'pairs.new-papers', align: 'right' as const },
                {
                  key: 'papersBy',
                  title: 'pair-papers.by',
                  render: ({ papersBy }: Line) => <DueDay day={papersBy} />,
                },
              ]
            : []),
          ...(state === 'open'
            ? []
            : [
                {
                  key: 'answer',
                  title: 'pairs.answer',
                  wide: true,
                  render: ({ answer }: Line) => answer && t(`choice.answer.${answer}`),
                },
              ]),
        ]}
        {...(state === 'open' && {
          selected: (rows: Line[], clear: () => void) => <DecideMany pairs={rows} onDone={clear} />,
        })}
        empty={<Empty>{t('pairs.none')}</Empty>}
      />
    </PageFrame>
  )
}

const addressOf = ({ first, second }: { first: string; second: string }) => `/duplicates/${first}/${second}`

/** Plain names: the whole line opens the pair, and its page leads on to the homes. */
function Homes({ pair }: { pair: Line }) {
  return (
    <ul className="plain-list">
      {[pair.firstSide, pair.secondSide].map((side) => (
        <li key={side.id}>
          {side.householder} · {side.townName} {side.villageName}{' '}
          {side.list && (
            <span className="quiet">
              <ListName list={side.list} />
            </span>
          )}
          {side.stage && <Stage stage={side.stage} />}
        </li>
      ))}
    </ul>
  )
}

/** A probability as people read it; where two have one number, that is why to look, whatever is likely. */
function Likely({ of }: { of: number | 'rule' }) {
  const { t } = useWords()
  if (of === 'rule') return t('pairs.by-rule')
  const percent = of > 0.999 ? '> 99.9%' : of < 0.001 ? '< 0.1%' : `${(of * 100).toFixed(1)}%`
  return <span className="figure">{percent}</span>
}

function DecideMany({ pairs, onDone }: { pairs: readonly Line[]; onDone: () => void }) {
  const { t } = useWords()
  const [answer, setAnswer] = useState<PairAnswer>()
  const [reason, setReason] = useState('')
  const deciding = pairs.filter(({ mayDecide }) => mayDecide)
  const fitting = pairAnswers.filter((one) => deciding.every(({ answers }) => answers.includes(one)))
  if (deciding.length === 0) return <span className="quiet">{t('pairs.not-yours')}</span>
  return (
    <Space wrap>
      <Select
        size="small"
        className="pairs-answer"
        placeholder={t('pairs.answer')}
        value={answer}
        onChange={setAnswer}
        options={fitting.map((value) => ({ value, label: t(`choice.answer.${value}`) }))}
      />
      <Input
        size="small"
        className="pairs-answer"
        aria-label={t('field.reason')}
        placeholder={t('pairs.many-reason')}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {answer ? (
        <ActsInBatch
          disabled={reason.trim().length < 4}
          acts={deciding.map(({ first, second, firstSide, secondSide }) => ({
            kind: 'pair.decide',
            // Only undecided pairs are listed to be decided together.
            input: { first, second, answer, reason: reason.trim(), seen: null },
            name: `${firstSide.householder} · ${secondSide.householder}`,
          }))}
          onDone={onDone}
        >
          {t('pairs.many', { answer: t(`choice.answer.${answer}`), count: deciding.length })}
        </ActsInBatch>
      ) : (
        <span className="quiet">{t('pairs.many-how', { count: deciding.length })}</span>
      )}
    </Space>
  )
}

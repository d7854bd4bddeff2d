import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { pageOf } from '../../../web/kit/table/filters.ts'
import { Pager } from '../../../web/kit/table/pager.tsx'
import type { Level } from '../model.ts'
import { SignOffBatch } from './sign-off-batch.tsx'
import { SignOffsAnswer, type SignOffsTold } from './sign-offs-told.tsx'
import { builtText } from './built-text.ts'
import './acceptance.css'

export function VillageSignOffsPage() {
  return <SignOffsPage level="village" />
}

export function TownSignOffsPage() {
  return <SignOffsPage level="town" />
}

type Row = Answer<'work.sign-offs'>['rows'][number]

/** Homes waiting for one level's sign-off: chosen with a thumb, signed together, each decided for itself. */
function SignOffsPage({ level }: { level: Level }) {
  const { t } = useWords()
  const [texts, change] = useSearchTexts()
  const [chosen, setChosen] = useState<readonly Row[]>([])
  // Above the list, which may be empty after the last home was signed.
  const [told, setTold] = useState<SignOffsTold>()
  const page = pageOf(texts)
  const answer = useAnswer('work.sign-offs', {
    level,
    page,
    ...(texts.village && { village: texts.village }),
  })
  const choose = (row: Row, on: boolean) =>
    setChosen((before) => (on ? [...before, row] : before.filter(({ home }) => home !== row.home)))
  const turn = (to: Record<string, string | undefined>) => {
    setChosen([])
    change(to)
  }
  return (
    <PageFrame title={t(`act.home.sign-off-${level}`)} lead={t('sign-offs.lead')}>
      {told && <SignOffsAnswer told={told} />}
      <Answered
        answer={answer}
        isEmpty={({ total, villages }) => total === 0 && villages.length === 0}
        empty={<Empty>{t('sign-offs.empty')}</Empty>}
      >
        {(list) => (
          <>
            <div className="sign-off-head">
              <Select
                size="large"
                allowClear={{ label: t('kit.clear') }}
                aria-label={t('inspections.village')}
                placeholder={t('inspections.all-villages')}
                value={texts.village}
                options={list.villages.map(({ village, villageName, homes }) => ({
                  value: village,
                  label: `${villageName} (${homes})`,
                }))}
                onChange={(village?: string) => turn({ village, page: undefined })}
              />
              <Button
                size="large"
                onClick={() => setChosen(chosen.length === list.rows.length ? [] : list.rows)}
              >
                {t('sign-offs.choose-all')}
              </Button>
            </div>
            <ul className="sign-offs">
              {list.rows.map((row) => (
                <li key={row.home}>
                  <Checkbox
                    checked={chosen.some(({ home }) => home === row.home)}
                    onChange={(event) => choose(row, event.target.checked)}
                  >
                    <WaitingHome row={row} other={level === 'village' ? 'town' : 'village'} />
                  </Checkbox>
                  <AddressLink to={`/homes/${row.home}`}>{t('works.open-home')}</AddressLink>
                </li>
              ))}
            </ul>
            <Pager answer={list} page={page} after={undefined} onGo={turn} />
            <Panel title={t('sign-offs.checklist')}>
              <SignOffBatch
                key={page}
                level={level}
                homes={chosen}
                checklist={list.checklist}
                onSigned={(answer) => {
                  setChosen([])
                  setTold(answer)
                  window.scrollTo({ top: 0 })
                }}
              />
            </Panel>
          </>
        )}
      </Answered>
    </PageFrame>
  )
}

function WaitingHome({ row, other }: { row: Row; other: Level }) {
  const { t } = useWords()
  return (
    <span className="sign-off-home">
      <b>{row.householder}</b>
      <span>
        {row.villageName} {row.address}
      </span>
      <span className="quiet">
        {t('sign-offs.visited-on', { day: row.visitedOn })} · {builtText(t, row)} ·{' '}
        {t(row.otherSignedOn ? 'sign-offs.other-signed' : 'sign-offs.other-waiting', {
          level: t(`acceptance.level.${other}`),
        })}
      </span>
      <span className={row.committed ? 'visit-passes' : 'sign-off-warning'}>
        <span aria-hidden="true">{row.committed ? '✓' : '!'}</span>{' '}
        {t(row.committed ? 'acceptance.committed' : 'acceptance.not-committed')}
      </span>
    </span>
  )
}

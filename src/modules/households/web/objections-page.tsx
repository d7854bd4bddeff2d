import { Pagination, Segmented } from 'antd'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { AddressCheck } from '../../../web/kit/table/address-check.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { objectionFilters } from '../model/notice.ts'
import { raisedTogether } from '../rules/raised-together.ts'
import { ObjectionCard } from './objection-cards.tsx'
import './notice.css'

const pageSize = 20

/** What was objected, open ones first and the oldest on top. */
export function ObjectionsPage() {
  const { t } = useWords()
  const [texts, change] = useSearchTexts()
  const state = objectionFilters.find((each) => each === texts.state)
  const page = Math.max(1, Number(texts.page) || 1)
  const states = objectionFilters.map((value) => ({
    value,
    label: t(value === 'to-follow' ? 'objection.to-follow' : `objection-state.${value}`),
  }))
  const towns = useAnswer('area.list', { level: 'town' }).data?.map(({ code, name }) => ({
    value: code,
    label: name,
  }))
  const isTown = texts.town?.length === 12
  const answer = useAnswer('objection.list', {
    page,
    pageSize,
    ...(state ? { state } : {}),
    ...(texts.notice ? { notice: texts.notice } : {}),
    ...(isTown ? { town: texts.town } : {}),
    ...(texts.village ? { village: texts.village } : {}),
  })
  return (
    <PageFrame title={t('objections.title')} lead={t('objections.lead')}>
      <Segmented
        value={state ?? 'all'}
        options={[{ value: 'all', label: t('objections.all') }, ...states]}
        onChange={(next) => change({ state: next === 'all' ? undefined : next, page: undefined })}
      />
      <AddressCheck
        filters={[
          { key: 'state', label: 'change.state', kind: 'choice', options: states },
          ...(towns ? [{ key: 'town', label: 'change.town', kind: 'choice' as const, options: towns }] : []),
        ]}
      />
      <Answered
        answer={answer}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<Empty>{t(noneOf(state))}</Empty>}
      >
        {({ rows, total }) => (
          <>
            <ul className="objections objections-list">
              {raisedTogether(rows).map((parts) => {
                const [{ id, notice, townName, villageName, number }] = parts
                return (
                  <li key={id}>
                    <AddressLink to={`/notices/${notice}`}>
                      {townName} {villageName} {t('board.number', { number })}
                    </AddressLink>
                    <ObjectionCard parts={parts} />
                  </li>
                )
              })}
            </ul>
            {total > pageSize && (
              <Pagination
                current={page}
                total={total}
                pageSize={pageSize}
                showSizeChanger={false}
                onChange={(next) => change({ page: String(next) }, { push: true })}
              />
            )}
          </>
        )}
      </Answered>
    </PageFrame>
  )
}

const noneOf = (state: (typeof objectionFilters)[number] | undefined) =>
  state === 'open' || state === 'to-follow' ? `objections.none-${state}` : 'objections.none'

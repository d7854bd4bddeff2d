import { Input } from 'antd'
import { useState } from 'react'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { PolicyFrame } from './policy-frame.tsx'

type Row = Answer<'policy.clauses'>['rows'][number]
type Kind = Row['citedBy'][number]['kind']

const pageOf: Record<Kind, string> = {
  rule: 'rules',
  fact: 'rules',
  parameter: 'parameters',
  milestone: 'plan',
  target: 'plan',
  season: 'plan',
  checklist: 'checklists',
  change: 'plan',
  access: 'plan',
  dossier: 'plan',
  paper: 'plan',
  outreach: 'plan',
  subsidy: 'parameters',
}

/** Every clause with our own short note, and what of the software's data rests on it. */
export function ClausesPage() {
  const { t, pick, language } = useWords()
  const [search, setSearch] = useState('')
  const answer = useAnswer('policy.clauses', {})
  const wanted = search.trim().toLowerCase()
  const fits = ({ id, note }: Row) =>
    id.toLowerCase().includes(wanted) || pick(note).toLowerCase().includes(wanted)
  return (
    <PolicyFrame tab="clauses">
      <Panel>
        <p className="quiet policy-note">{t('policy.clauses.lead')}</p>
        <Input.Search
          className="filter-search policy-search"
          aria-label={t('policy.clauses.search')}
          placeholder={t('policy.clauses.search')}
          allowClear
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Answered answer={answer}>
          {({ rows }) => (
            <RowTable
              rows={rows.filter(fits)}
              rowKey={({ id }) => `${id} ${language}`}
              columns={[
                { key: 'id', title: 'policy.clause', width: 90, render: ({ id }) => <b>{id}</b> },
                {
                  key: 'note',
                  title: 'policy.clause.note',
                  wide: true,
                  render: ({ note }) => <span className="clause-line">{pick(note)}</span>,
                },
                {
                  key: 'citedBy',
                  title: 'policy.cited-by',
                  wide: true,
                  render: ({ citedBy }) => <Cited citedBy={citedBy} />,
                },
              ]}
            />
          )}
        </Answered>
      </Panel>
    </PolicyFrame>
  )
}

function Cited({ citedBy }: Pick<Row, 'citedBy'>) {
  const { t, pick } = useWords()
  // Facts stand behind the rules that use them; naming both would say most things twice.
  const named = citedBy.filter(({ kind }) => kind !== 'fact')
  if (named.length === 0) return <span className="quiet">{t('policy.cited-by.nothing')}</span>
  return (
    <span className="cited-by">
      {named.map(({ kind, id, label }) => (
        <AddressLink key={`${kind} ${id}`} to={`/policy/${pageOf[kind]}`}>
          {label ? pick(label) : t(`policy.season.${id}`)}
        </AddressLink>
      ))}
    </span>
  )
}

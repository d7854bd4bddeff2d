import { Alert, Input } from 'antd'
import { useState } from 'react'
import { ActButton } from '../../../web/kit/acts/act-button.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay, useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { AdoptPack } from './adopt-pack.tsx'
import { PolicyFrame } from './policy-frame.tsx'

type Pack = Answer<'policy.pack'>

/** Which plan is in force, and what of it the county has still to decide. */
export function PackPage() {
  const answer = useAnswer('policy.pack', {})
  const { permissions } = useSession()
  return (
    <PolicyFrame tab="">
      <Answered answer={answer}>
        {(pack) => (
          <>
            <CalendarWarning years={pack.yearsWithoutCalendar} />
            <AssumedValues pack={pack} />
            <Header pack={pack} />
            <Adopted pack={pack} />
            {permissions.includes('policy.adopt') && <AdoptPack pack={pack} />}
          </>
        )}
      </Answered>
    </PolicyFrame>
  )
}

/** Periods in working days that run through a year without its holidays would end too early. */
function CalendarWarning({ years }: { years: readonly number[] }) {
  const { t } = useWords()
  if (years.length === 0) return null
  return <Alert showIcon type="warning" message={t('policy.calendar.lacking', { years: years.join('、') })} />
}

/** Where each kind of assumed value is shown in full. */
const pageOf = {
  parameter: 'parameters',
  milestone: 'plan',
  season: 'plan',
  checklist: 'checklists',
  change: 'plan',
  access: 'plan',
  dossier: 'plan',
  paper: 'plan',
  outreach: 'plan',
} as const

function AssumedValues({ pack }: { pack: Pack }) {
  const { t, pick } = useWords()
  if (pack.assumed.length === 0) return null
  return (
    <Panel
      title={
        <>
          {t('policy.assumed', { count: pack.assumed.length })} <Assumed />
        </>
      }
    >
      <p className="quiet policy-note">{t('policy.assumed.why')}</p>
      <ul className="assumed-list">
        {pack.assumed.map(({ kind, id, label, clauses }) => (
          <li key={`${kind} ${id}`}>
            <AddressLink to={`/policy/${pageOf[kind]}`}>
              {label ? pick(label) : t(`policy.season.${id}`)}
            </AddressLink>{' '}
            <Clauses ids={clauses} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Header({ pack }: { pack: Pack }) {
  const { t, pick } = useWords()
  const { document, season, counts, programme } = pack
  const dayOf = (end: 'start' | 'end') => (
    <>
      <DayText day={season[end].day} /> {season[end].status === 'assumed' && <Assumed />}{' '}
      <Clauses ids={season[end].clauses} />
    </>
  )
  return (
    <Panel title={t('policy.pack')}>
      <Facts
        items={[
          { key: 'title', label: t('policy.pack.title'), value: pick(pack.title) },
          { key: 'number', label: t('policy.pack.document'), value: document.number },
          { key: 'issuer', label: t('policy.pack.issuer'), value: pick(document.issuer) },
          { key: 'issued', label: t('policy.pack.issued'), value: <DayText day={document.issuedOn} /> },
          { key: 'from', label: t('policy.pack.valid-from'), value: <DayText day={pack.validFrom} /> },
          { key: 'year', label: t('policy.pack.year'), value: programme.year && String(programme.year) },
          { key: 'start', label: t('policy.season.start'), value: dayOf('start') },
          { key: 'end', label: t('policy.season.end'), value: dayOf('end') },
          {
            key: 'holds',
            label: t('policy.pack.holds'),
            value: t('policy.pack.holds.counts', counts),
          },
        ]}
      />
    </Panel>
  )
}

function Adopted({ pack }: { pack: Pack }) {
  const { t } = useWords()
  const columns: Column<Pack['adopted'][number]>[] = [
    {
      key: 'pack',
      title: 'policy.pack',
      render: (row) => (
        <>
          {row.pack} {row.inForce && <b>{t('policy.in-force')}</b>}
          {row.toCome && <b>{t('policy.to-come')}</b>}
          {row.calledOff && <span className="quiet">{t('policy.called-off')}</span>}
        </>
      ),
    },
    { key: 'from', title: 'policy.in-force-from', render: (row) => <DayText day={row.from} /> },
    {
      key: 'adoptedOn',
      title: 'policy.adopted-on',
      render: (row) => (
        <>
          <DayText day={row.adoptedOn} /> {row.adoptedBy}
        </>
      ),
    },
    { key: 'reason', title: 'draft.adopt.reason', wide: true, render: (row) => <Why row={row} /> },
    {
      key: 'digest',
      title: 'policy.digest',
      render: (row) => <code title={row.digest}>{row.digest.slice(0, 16)}…</code>,
    },
    {
      key: 'off',
      title: 'act.policy.call-off',
      render: (row) => row.toCome && <CallOff programme={pack.programme.id} adoption={row.id} />,
    },
  ]
  const anyToCome = pack.adopted.some((row) => row.toCome)
  return (
    <Panel title={t('policy.adopted')} extra={<Count of={pack.adopted.length} />}>
      <RowTable
        rows={pack.adopted}
        rowKey={(row) => row.id}
        columns={columns.filter(({ key }) => key !== 'off' || anyToCome)}
      />
    </Panel>
  )
}

function Why({ row }: { row: Pack['adopted'][number] }) {
  const { t } = useWords()
  const { permissions } = useSession()
  return (
    <>
      {row.reason}{' '}
      {row.draft &&
        (permissions.includes('policy.draft') ? (
          <AddressLink to={`/policy/drafts/${row.draft}`}>{row.draftName}</AddressLink>
        ) : (
          row.draftName
        ))}{' '}
      {row.draftedBy && <span className="quiet">{t('policy.drafted-by', { by: row.draftedBy })}</span>}
    </>
  )
}

/** Takes back an adoption that has not begun. */
function CallOff({ programme, adoption }: { programme: string; adoption: string }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  if (!useMay('policy.adopt')) return null
  return (
    <span className="call-off">
      <Input
        size="small"
        aria-label={t('draft.adopt.reason')}
        placeholder={t('policy.call-off.why')}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {reason.trim().length > 1 && (
        <ActButton
          kind="policy.call-off"
          size="small"
          danger
          input={{ programme, adoption, reason: reason.trim() }}
        >
          {t('policy.call-off')}
        </ActButton>
      )}
    </span>
  )
}

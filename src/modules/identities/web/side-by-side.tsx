import type { CSSProperties, ReactNode } from 'react'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { LevelName } from '../../../kernel/matching/levels.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Stage } from '../../../web/kit/road/stage.tsx'
import { differingPlaces } from '../rules/letters.ts'
import { levelText } from './level-text.ts'
import { ListLink } from './list-link.tsx'
import { Papers } from './papers.tsx'
import { RevealRow } from './reveal-row.tsx'

type Compared = Answer<'pair.get'>['records'][number]

interface Row {
  key: string
  label: string
  /** What is equal where two records say the same. */
  value: (record: Compared) => string | number | null
  shown?: (record: Compared, first: Compared | undefined) => ReactNode
  /** What the server found, where two values say more than whether they are equal. */
  agrees?: (record: Compared) => 'same' | 'differs' | LevelName | null
  /** Told, not compared. */
  plain?: boolean
}

/** Records in columns, fields in rows; where one differs from the first it is marked by colour and by a word. */
export function SideBySide({ records }: { records: readonly Compared[] }) {
  const { t } = useWords()
  const [first] = records
  const rows: Row[] = [
    {
      key: 'householder',
      label: 'field.householder',
      value: (r) => r.householder,
      shown: (r, f) => <Letters text={r.householder} beside={f?.householder ?? ''} />,
    },
    { key: 'sex', label: 'field.sex', value: (r) => r.sex, shown: (r) => r.sex && t(`choice.sex.${r.sex}`) },
    { key: 'idNumber', label: 'field.idNumber', value: (r) => r.idMark, shown: (r) => r.idNumber },
    { key: 'telephone', label: 'field.telephone', value: (r) => r.telephoneMark, shown: (r) => r.telephone },
    { key: 'town', label: 'field.town', value: (r) => r.townName },
    { key: 'village', label: 'field.village', value: (r) => r.villageName },
    {
      key: 'address',
      label: 'field.address',
      value: (r) => r.address,
      agrees: (r) => r.beside.address,
      shown: (r, f) =>
        r.address &&
        (r.beside.address === 'same' ? r.address : <Letters text={r.address} beside={f?.address ?? ''} />),
    },
    {
      key: 'titleKind',
      label: 'field.titleKind',
      value: (r) => r.titleKind,
      shown: (r) => r.titleKind && t(`choice.titleKind.${r.titleKind}`),
    },
    {
      key: 'titleNumber',
      label: 'field.titleNumber',
      value: (r) => r.titleNumber,
      agrees: (r) => r.beside.titleNumber?.agrees ?? null,
      shown: (r) =>
        r.titleNumber && <Marked text={r.titleNumber} places={r.beside.titleNumber?.differsAt ?? []} />,
    },
    { key: 'titleOwner', label: 'field.titleOwner', value: (r) => r.titleOwner },
    {
      key: 'accountNumber',
      label: 'field.accountNumber',
      value: (r) => r.accountNumber,
      agrees: (r) => r.beside.accountNumber?.agrees ?? null,
      shown: (r) =>
        r.accountNumber && <Marked text={r.accountNumber} places={r.beside.accountNumber?.differsAt ?? []} />,
    },
    { key: 'accountHolder', label: 'field.accountHolder', value: (r) => r.accountHolder },
    {
      key: 'appliedOn',
      label: 'field.appliedOn',
      value: (r) => r.appliedOn,
      shown: (r) => r.appliedOn && <DayText day={r.appliedOn} />,
      plain: true,
    },
    {
      key: 'stage',
      label: 'field.stage',
      value: (r) => r.stage,
      shown: (r) => r.stage && <Stage stage={r.stage} />,
      plain: true,
    },
  ]
  // A list of an earlier year says nothing of deeds and stages: beside one such line only what it says is laid.
  const isComparable = (row: Row) =>
    !(
      records.length === 2 &&
      records[1]?.list &&
      row.value(records[1]) === null &&
      !row.shown?.(records[1], first)
    )
  return (
    <div className="pair-scroll">
      {records.length > 2 && <p className="quiet">{t('pair.with-others', { count: records.length - 2 })}</p>}
      <table className="pair-table" style={{ '--records': records.length } as CSSProperties}>
        <thead>
          <tr>
            <td />
            {records.map((record, at) => (
              <th key={record.id} scope="col">
                {records.length > 2 && (
                  <span className={at < 2 ? 'pair-column-own' : 'quiet'}>
                    {t(at < 2 ? 'pair.column.own' : 'pair.column.other', { number: at + 1 })}
                  </span>
                )}
                {record.list ? (
                  <ListLink list={record.list} row={record.id} />
                ) : (
                  <AddressLink to={`/homes/${record.id}`}>{t('pair.open-home')}</AddressLink>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.filter(isComparable).map((row) => (
            <tr key={row.key}>
              <th scope="row">{t(row.label)}</th>
              {records.map((record, at) => (
                <Cell key={record.id} row={row} record={record} first={at === 0 ? undefined : first} />
              ))}
            </tr>
          ))}
          <RevealRow records={records} />
          <tr>
            <th scope="row">{t('pair.papers')}</th>
            {records.map((record) => (
              <td key={record.id}>{record.list ? null : <Papers papers={record.papers} />}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function Cell({ row, record, first }: { row: Row; record: Compared; first: Compared | undefined }) {
  const speech = useWords()
  const { t } = speech
  const value = row.value(record)
  const shown = row.shown ? row.shown(record, first) : value
  // A number whose digits its list hides is shown, but says neither yes nor no.
  if (value === null)
    return shown ? (
      <td>{shown}</td>
    ) : (
      <td className="quiet">{t(record.list ? 'pair.not-listed' : 'pair.blank')}</td>
    )
  const agrees = first && !row.plain ? agreementOf(row, record, first) : null
  if (agrees === null) return <td>{shown}</td>
  return (
    <td className={alike.has(agrees) ? 'pair-same' : 'pair-differs'}>
      {shown}{' '}
      <span className="pair-mark">
        {agrees === 'differs' ? t('pair.level.different') : levelText(speech, row.key, agrees)}
      </span>
    </td>
  )
}

/** Levels at which two records name one thing. */
const alike: ReadonlySet<string> = new Set(['same', 'slip', 'number'])

function agreementOf(row: Row, record: Compared, first: Compared) {
  if (row.agrees) return row.agrees(record)
  const against = row.value(first)
  if (against === null) return null
  return against === row.value(record) ? 'same' : 'differs'
}

/** A text with the letters marked that the one beside it has not; of two that share none, nothing. */
function Letters({ text, beside }: { text: string; beside: string }) {
  const places = beside === '' ? [] : differingPlaces(text, beside)
  return <Marked text={text} places={places.length === [...text].length ? [] : places} />
}

function Marked({ text, places }: { text: string; places: readonly number[] }) {
  return places.length === 0
    ? text
    : [...text].map((letter, at) =>
        places.includes(at) ? <mark key={at}>{letter}</mark> : <span key={at}>{letter}</span>,
      )
}

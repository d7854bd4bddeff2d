import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { AddressLink, useGo } from '../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { RowTable } from '../../../web/kit/table/row-table.tsx'

type Page = Answer<'readings.page'>
type Town = Page['towns'][number]

/** What has come in of a season's readings, and what is still to be asked for; each figure opens its homes. */
export function ReadingsPage() {
  const { t } = useWords()
  const go = useGo()
  const { season: id } = useParams({ strict: false }) as { season: string }
  const [{ town }] = useSearchTexts()
  const answer = useAnswer('readings.page', { season: id, ...(town && { town }) })
  const mayImport = useMay('readings.import')
  const mayTemperature = useMay('temperature.import')
  const at = `/seasons/${id}`
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageFrame
          title={t('readings.title', { season: page.name })}
          lead={t('readings.ask')}
          back={{ to: at, label: page.name }}
          actions={
            <>
              {mayImport && (
                <Button type="primary" onClick={() => go(`${at}/readings/import`)}>
                  {t('act.readings.import')}
                </Button>
              )}
              {mayTemperature && (
                <Button type="primary" onClick={() => go(`${at}/temperature/import`)}>
                  {t('act.temperature.import')}
                </Button>
              )}
            </>
          }
        >
          <Panel title={t('readings.by-town')}>
            <Towns page={page} />
          </Panel>
          {page.imports.length > 0 && (
            <Panel title={t('readings.imports')}>
              <Imports page={page} />
            </Panel>
          )}
          {page.temperatures.length > 0 && (
            <Panel title={t('readings.temperatures')}>
              <Temperatures page={page} />
            </Panel>
          )}
          {page.days.length > 0 && (
            <Panel title={t('readings.by-day')}>
              <Days page={page} town={town} />
            </Panel>
          )}
        </PageFrame>
      )}
    </Answered>
  )
}

function Towns({ page }: { page: Page }) {
  const { t } = useWords()
  const homes = `/seasons/${page.id}/readings/homes`
  const figure = (count: number, to: string) =>
    count > 0 ? (
      <AddressLink to={to}>
        <Count of={count} />
      </AddressLink>
    ) : (
      <Count of={0} />
    )
  const columns: Column<Town>[] = [
    {
      key: 'name',
      title: 'readings.town',
      render: ({ town, name }) => (
        <AddressLink to={`/seasons/${page.id}/readings?town=${town}`}>{name}</AddressLink>
      ),
    },
    {
      key: 'homes',
      title: 'readings.asked',
      align: 'right',
      render: ({ town, homes: count }) => figure(count, `${homes}?town=${town}`),
    },
    { key: 'read', title: 'readings.read', align: 'right', render: ({ read }) => <Count of={read} /> },
    {
      key: 'none',
      title: 'readings.none',
      align: 'right',
      render: ({ town, homes: count, read }) => figure(count - read, `${homes}?town=${town}&gap=none`),
    },
    {
      key: 'withoutFirst',
      title: t('readings.without-first', { day: page.startsOn }),
      align: 'right',
      render: ({ town, withoutFirst }) => figure(withoutFirst, `${homes}?town=${town}&gap=first-day`),
    },
    ...(page.over
      ? [
          {
            key: 'withoutLast',
            title: t('readings.without-last', { day: page.endsOn }),
            align: 'right' as const,
            render: ({ town, withoutLast }: Town) =>
              figure(withoutLast, `${homes}?town=${town}&gap=last-day`),
          },
        ]
      : []),
    {
      key: 'readings',
      title: 'readings.count',
      align: 'right',
      render: ({ readings }) => <Count of={readings} />,
    },
  ]
  return <RowTable rows={page.towns} rowKey={({ town }) => town} columns={columns} />
}

function Days({ page, town }: { page: Page; town: string | undefined }) {
  const homes = `/seasons/${page.id}/readings/homes?${town ? `town=${town}&` : ''}gap=day&day=`
  return (
    <RowTable
      rows={page.days}
      rowKey={({ day }) => day}
      columns={[
        { key: 'day', title: 'readings.day', render: ({ day }) => <DayText day={day} /> },
        {
          key: 'homes',
          title: 'readings.day-homes',
          align: 'right',
          render: ({ homes: count }) => <Count of={count} />,
        },
        {
          key: 'without',
          title: 'readings.day-without',
          align: 'right',
          render: ({ day, without }) =>
            without > 0 ? (
              <AddressLink to={`${homes}${day}`}>
                <Count of={without} />
              </AddressLink>
            ) : (
              <Count of={0} />
            ),
        },
        {
          key: 'centiCelsius',
          title: 'readings.celsius',
          align: 'right',
          render: ({ centiCelsius }) =>
            centiCelsius === null ? (
              <Blank />
            ) : (
              <span className="figure">{(centiCelsius / 100).toFixed(1)} °C</span>
            ),
        },
      ]}
    />
  )
}

function Imports({ page }: { page: Page }) {
  return (
    <RowTable
      rows={page.imports}
      rowKey={({ id }) => id}
      columns={[
        { key: 'fileName', title: 'money.file' },
        {
          key: 'days',
          title: 'readings.days',
          render: ({ firstOn, lastOn }) => <Span from={firstOn} to={lastOn} />,
        },
        {
          key: 'readings',
          title: 'readings.count',
          align: 'right',
          render: ({ readings }) => <Count of={readings} />,
        },
        {
          key: 'homes',
          title: 'readings.homes',
          align: 'right',
          render: ({ homes }) => <Count of={homes} />,
        },
        {
          key: 'unmatched',
          title: 'readings.unmatched',
          align: 'right',
          render: ({ unmatched }) => <Count of={unmatched} />,
        },
        {
          key: 'importedOn',
          title: 'money.imported-on',
          render: ({ importedOn }) => <DayText day={importedOn} />,
        },
        { key: 'by', title: 'money.by', render: ({ by }) => by ?? <Blank /> },
      ]}
    />
  )
}

function Temperatures({ page }: { page: Page }) {
  return (
    <RowTable
      rows={page.temperatures}
      rowKey={({ id }) => id}
      columns={[
        { key: 'fileName', title: 'money.file' },
        {
          key: 'span',
          title: 'readings.days',
          render: ({ firstOn, lastOn }) => <Span from={firstOn} to={lastOn} />,
        },
        { key: 'days', title: 'temperature.days', align: 'right', render: ({ days }) => <Count of={days} /> },
        {
          key: 'importedOn',
          title: 'money.imported-on',
          render: ({ importedOn }) => <DayText day={importedOn} />,
        },
        { key: 'by', title: 'money.by', render: ({ by }) => by ?? <Blank /> },
      ]}
    />
  )
}

function Span({ from, to }: { from: string; to: string }) {
  return (
    <>
      <DayText day={from} />
      {from !== to && (
        <>
          {' — '}
          <DayText day={to} />
        </>
      )}
    </>
  )
}

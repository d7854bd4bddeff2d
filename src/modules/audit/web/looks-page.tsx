import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText, InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'

type Row = RowOf<'audit.looks'>

/** What the audit looked at, for auditors alone. */
export function LooksPage() {
  const { t } = useWords()
  return (
    <PageFrame title={t('audit.looks')} lead={t('audit.looks.lead')}>
      <AnswerTable
        name="audit.looks"
        rowKey={({ account, day, read, about }) => `${account} ${day} ${read} ${about}`}
        filters={[{ key: 'about', kind: 'search', hint: 'audit.looks.search' }]}
        empty={<Empty>{t('audit.looks.none')}</Empty>}
        columns={[
          { key: 'day', title: 'audit.looks.day', render: ({ day }) => <DayText day={day} /> },
          { key: 'who', title: 'audit.looks.who' },
          { key: 'read', title: 'audit.looks.read', render: (row) => <Read row={row} /> },
          { key: 'about', title: 'audit.looks.about', wide: true, render: (row) => <About row={row} /> },
          { key: 'times', title: 'audit.looks.times', align: 'right' },
          { key: 'lastAt', title: 'audit.looks.last', render: ({ lastAt }) => <InstantText at={lastAt} /> },
        ]}
      />
    </PageFrame>
  )
}

function Read({ row: { read } }: { row: Row }) {
  const { t, find } = useWords()
  const name = read.replace(/^file:/, '')
  const noun = name.split('.')[0] ?? name
  return (
    <>
      {read.startsWith('file:') && t('audit.looks.file')}
      {find(`audit.noun.${noun}`) ?? noun} <code className="quiet">{name}</code>
    </>
  )
}

function About({ row: { about, home } }: { row: Row }) {
  const { find } = useWords()
  if (home)
    return (
      <AddressLink to={`/homes/${home.id}`}>
        {home.villageName} {home.sequence} {home.householder}
      </AddressLink>
    )
  const [noun = '', id = ''] = about.split(' ')
  const check = noun === 'check' ? find(`audit.check.${id}`) : undefined
  return check ?? <code className="quiet">{about}</code>
}

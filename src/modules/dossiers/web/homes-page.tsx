import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { ArchiveButton } from './archive-button.tsx'
import { ReportButton } from './report-button.tsx'
import './dossiers.css'

type Row = RowOf<'dossier.homes'>

/** The homes of a village, a town or all of mine, with which papers each lacks. */
export function DossierHomesPage() {
  const { t, pick } = useWords()
  const [{ village, town }] = useSearchTexts()
  const mayBring = useMay('dossier.add-paper')
  const papers = useAnswer('dossier.papers', {}).data ?? []
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const villages = useAnswer('area.list', { level: 'village' }).data ?? []
  const columns: Column<Row>[] = [
    {
      key: 'village',
      title: 'dossiers.village',
      render: ({ townName, villageName }) => `${townName} ${villageName}`,
    },
    { key: 'sequence', title: 'dossiers.sequence', align: 'right' },
    { key: 'householder', title: 'dossiers.householder' },
    { key: 'stage', title: 'dossiers.stage', render: ({ stage }) => t(`stage.${stage}`) },
    {
      key: 'papers',
      title: 'dossiers.papers',
      align: 'right',
      render: ({ present, due }) => `${present} / ${due}`,
    },
    {
      key: 'missing',
      title: 'dossiers.missing',
      wide: true,
      render: ({ states }) => {
        const missing = papers.filter((_paper, i) => states[i] === 'missing')
        return missing.length === 0 ? (
          <span className="quiet">{t('dossiers.missing-none')}</span>
        ) : (
          missing.map(({ label }) => pick(label)).join(t('dossier.and'))
        )
      },
    },
  ]
  const chosen = villages.find(({ code }) => code === village)
  return (
    <PageFrame
      title={chosen?.name ?? t('dossiers.homes.title')}
      lead={t('dossiers.homes.lead')}
      back={{ to: '/dossiers', label: t('dossiers.title') }}
    >
      {village && <ArchiveButton key={village} village={village} />}
      {village && (
        <div className="dossier-archive">
          <ReportButton key={village} of={{ village }} /> <span className="quiet">{t('report.holds')}</span>
        </div>
      )}
      <AnswerTable
        name="dossier.homes"
        columns={columns}
        rowKey={({ home }) => home}
        open={({ home }) => `/homes/${home}`}
        exports="dossier.export"
        filters={[
          { key: 'search', kind: 'search', hint: 'dossiers.search' },
          {
            key: 'town',
            label: 'dossiers.town',
            kind: 'choice',
            options: towns.map(({ code, name }) => ({ value: code, label: name })),
          },
          {
            key: 'village',
            label: 'dossiers.village',
            kind: 'choice',
            options: villages
              .filter(({ parent }) => town === undefined || parent === town)
              .map(({ code, name }) => ({ value: code, label: name })),
          },
          {
            key: 'missing',
            label: 'dossiers.missing',
            kind: 'choice',
            options: papers.map(({ id, label }) => ({ value: id, label: pick(label) })),
          },
          {
            key: 'state',
            label: 'dossiers.state',
            kind: 'choice',
            options: [
              { value: 'complete', label: t('dossiers.complete') },
              { value: 'incomplete', label: t('dossiers.incomplete') },
            ],
          },
          ...(mayBring
            ? [
                {
                  key: 'bring',
                  label: 'dossiers.bring',
                  kind: 'choice' as const,
                  options: [{ value: 'mine', label: t('dossiers.bring-mine') }],
                },
              ]
            : []),
        ]}
        empty={<Empty>{t('dossiers.empty')}</Empty>}
      />
    </PageFrame>
  )
}

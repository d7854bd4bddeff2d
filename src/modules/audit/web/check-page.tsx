import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { download } from '../../../web/kit/api/download.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import { Stage } from '../../../web/kit/road/stage.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import { type CheckId, checkIds } from '../model.ts'
import { DrawSample } from './draw-sample.tsx'
import { Weight } from './weight.tsx'

/** One check: the homes it finds, with what is found of each and what is at stake. */
export function CheckPage() {
  const { t } = useWords()
  const { check = '' }: { check?: string } = useParams({ strict: false })
  const known = checkIds.find((id) => id === check)
  if (!known)
    return (
      <PageFrame title={t('audit.title')} back={{ to: '/audit', label: t('audit.title') }}>
        <Empty>{t('audit.checked.none')}</Empty>
      </PageFrame>
    )
  return <Checked check={known} />
}

function Checked({ check }: { check: CheckId }) {
  const { t } = useWords()
  const mayDraw = useMay('audit.sample')
  const [texts] = useSearchTexts()
  const town = texts.town
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const found = useAnswer('audit.checked', { check, ...(town && { town }) }).data
  const taking = useDownload()
  return (
    <PageFrame
      title={t(`audit.check.${check}`)}
      back={{ to: '/audit', label: t('audit.title') }}
      lead={
        <>
          {t(`audit.check.${check}.why`)} {found && <Weight of={found.weight} />}{' '}
          {found && <Clauses ids={found.clauses} />}
        </>
      }
      actions={
        <>
          {mayDraw && (found?.total ?? 0) > 0 && <DrawSample population={check} town={town} />}
          <Button
            loading={taking.loading}
            disabled={found?.total === 0}
            title={t('audit.set.why')}
            onClick={() =>
              taking.start(() => download('audit.working-set', { check, ...(town && { town }) }))
            }
          >
            {t('audit.set.take')}
          </Button>
        </>
      }
    >
      {taking.trouble}
      {found && found.total > 0 && (
        <p role="status">
          {t('audit.checked.sum', { total: found.total, amount: yuanText(found.fen) })}{' '}
          <span className="quiet">{t('audit.set.why')}</span>
        </p>
      )}
      <AnswerTable
        name="audit.checked"
        input={{ check }}
        rowKey={({ home }) => home}
        open={({ home }) => `/homes/${home}`}
        exports="audit.export"
        filters={[
          { key: 'search', kind: 'search', hint: 'audit.search' },
          {
            key: 'town',
            label: 'audit.column.town',
            kind: 'choice',
            options: towns.map(({ code, name }) => ({ value: code, label: name })),
          },
        ]}
        empty={<Empty>{t('audit.checked.none')}</Empty>}
        columns={[
          {
            key: 'place',
            title: 'audit.column.village',
            render: ({ townName, villageName, sequence }) => `${townName} ${villageName} ${sequence}`,
          },
          {
            key: 'householder',
            title: 'audit.column.householder',
            render: ({ householder }) => <b>{householder}</b>,
          },
          {
            key: 'told',
            title: 'audit.column.told',
            wide: true,
            render: ({ told }) => t(`audit.told.${check}`, told),
          },
          { key: 'fen', title: 'audit.column.fen', align: 'right', render: ({ fen }) => <Money fen={fen} /> },
          {
            key: 'stage',
            title: 'audit.column.stage',
            render: ({ stage, ended }) => <Stage stage={stage} ended={ended} />,
          },
        ]}
      />
    </PageFrame>
  )
}

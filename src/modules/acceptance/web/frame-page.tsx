import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { download } from '../../../web/kit/api/download.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import './acceptance.css'

/** 底册 of one draw: the homes it was made from, and what leads to the drawn ones again. */
export function FramePage() {
  const { t } = useWords()
  const { draw } = useParams({ strict: false }) as { draw: string }
  const { loading, trouble, start } = useDownload()
  return (
    <Answered answer={useAnswer('sample.frame', { draw })}>
      {({ village, villageName, line, level, number, seed, frameDigest, size, drawnOn, rows }) => (
        <PageFrame
          title={t('samples.frame', { village: villageName, line, level, number })}
          lead={t('samples.frame.lead', { day: drawnOn, frame: rows.length, size })}
          back={{ to: `/samples/${village}`, label: t('samples.one', { village: villageName }) }}
          actions={
            <Button loading={loading} onClick={() => start(() => download('sample.frame-export', { draw }))}>
              {t('samples.frame.export')}
            </Button>
          }
        >
          {trouble}
          <Panel>
            <p className="quiet">{t('samples.draws.how')}</p>
            <Facts
              items={[
                {
                  key: 'seed',
                  label: t('samples.seed'),
                  value: <span className="figure digest">{seed}</span>,
                },
                {
                  key: 'digest',
                  label: t('samples.digest'),
                  value: <span className="figure digest">{frameDigest}</span>,
                },
              ]}
            />
          </Panel>
          <Panel>
            <RowTable
              rows={rows}
              columns={[
                {
                  key: 'place',
                  title: 'samples.place',
                  render: ({ place }) => place ?? <span className="quiet">{t('samples.not-drawn')}</span>,
                },
                {
                  key: 'home',
                  title: 'samples.home',
                  render: ({ sequence, householder }) => `${sequence} ${householder}`,
                },
                { key: 'address', title: 'samples.address', wide: true },
                {
                  key: 'id',
                  title: 'samples.home-id',
                  wide: true,
                  render: ({ home }) => <span className="figure digest">{home}</span>,
                },
              ]}
              rowKey={({ home }) => home}
              open={({ home }) => `/homes/${home}`}
            />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

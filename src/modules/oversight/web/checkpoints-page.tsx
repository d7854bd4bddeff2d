import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import { LogFrame } from './log-frame.tsx'

/** The signed states of the log and the key that anybody can check them with. */
export function CheckpointsPage() {
  const { t } = useWords()
  const answer = useAnswer('log.checkpoints', {})
  return (
    <LogFrame tab="checkpoints">
      <Answered answer={answer}>{(data) => <PublicKey data={data} />}</Answered>
      <Panel>
        <AnswerTable
          name="log.checkpoints"
          rowKey={({ size }) => String(size)}
          empty={<Empty>{t('log.checkpoint.none')}</Empty>}
          columns={[
            { key: 'size', title: 'log.checkpoint.size', align: 'right' },
            {
              key: 'acts',
              title: 'log.checkpoint.acts',
              align: 'right',
              render: ({ acts }) => <Count of={acts} />,
            },
            {
              key: 'madeAt',
              title: 'log.checkpoint.at',
              wide: true,
              render: (row) => <InstantText at={row.madeAt} />,
            },
            {
              key: 'root',
              title: 'log.checkpoint.root',
              wide: true,
              render: ({ root }) => <code className="hash">{root}</code>,
            },
            {
              key: 'keyId',
              title: 'log.checkpoint.key',
              wide: true,
              render: ({ keyId }) => <code>{keyId}</code>,
            },
            {
              key: 'signed',
              title: 'log.checkpoint.signed',
              render: ({ signed }) => (
                <span className={signed ? 'seal-yes' : 'seal-no'}>
                  {signed ? '✓ ' : '✕ '}
                  {t(signed ? 'log.checkpoint.signed.yes' : 'log.checkpoint.signed.no')}
                </span>
              ),
            },
          ]}
        />
      </Panel>
    </LogFrame>
  )
}

function PublicKey({ data }: { data: Answer<'log.checkpoints'> }) {
  const { t } = useWords()
  const said = (count: number) => count.toLocaleString('en-US')
  return (
    <Panel title={t('log.key')} extra={t('log.key.id', data.key)}>
      <p className="overview-lead">
        {t('log.counts', {
          acts: said(data.acts),
          checkpoints: said(data.total),
          waiting: said(data.waiting),
        })}
      </p>
      <p className="quiet overview-lead">{t('log.checkpoints.lead')}</p>
      <pre className="sealed-text">{data.key.pem}</pre>
    </Panel>
  )
}

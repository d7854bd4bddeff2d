import { useParams } from '@tanstack/react-router'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import { SamplingResult, serialsText } from './sampling-result.tsx'

/** One sample, and the homes that have machines of its batch, to be exported for whoever goes there. */
export function SamplingPage() {
  const { t } = useWords()
  const { sampling } = useParams({ strict: false }) as { sampling: string }
  const mayList = useMay('register.read')
  const maySample = useMay('sampling.record')
  const answer = useAnswer('sampling.page', { sampling })
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageFrame
          title={t('samplings.one', { number: page.number })}
          lead={<SamplingResult {...page} />}
          back={{ to: '/samplings', label: t('samplings.title') }}
        >
          <Panel>
            <Facts
              items={[
                {
                  key: 'model',
                  label: t('field.model'),
                  value: (
                    <AddressLink
                      to={`/models/${page.model}`}
                    >{`${page.maker} ${page.modelName}`}</AddressLink>
                  ),
                },
                { key: 'batch', label: t('field.batch'), value: page.batch },
                { key: 'serials', label: t('samplings.serials'), value: serialsText(page) },
                { key: 'sampledOn', label: t('field.sampledOn'), value: <DayText day={page.sampledOn} /> },
                { key: 'units', label: t('samplings.units'), value: page.units },
                { key: 'remark', label: t('field.sampling.record.remark'), value: page.remark },
              ]}
            />
          </Panel>
          {maySample && !mayList && (
            <Panel title={t('samplings.machines-of')}>
              <AnswerTable
                name="sampling.machines"
                input={{ sampling }}
                columns={[
                  {
                    key: 'village',
                    title: 'lots.villages',
                    render: ({ townName, villageName }) => `${townName} ${villageName}`,
                  },
                  { key: 'serial', title: 'samplings.serial' },
                  {
                    key: 'installedOn',
                    title: 'samplings.installed',
                    render: ({ installedOn }) => <DayText day={installedOn} />,
                  },
                ]}
                rowKey={({ serial }) => serial}
                empty={<Empty>{t('samplings.machines-none')}</Empty>}
              />
            </Panel>
          )}
          {mayList && (
            <Panel title={t('samplings.homes')}>
              <AnswerTable
                name="sampling.homes"
                input={{ sampling }}
                exports="sampling.export"
                columns={[
                  {
                    key: 'village',
                    title: 'lots.villages',
                    render: ({ townName, villageName }) => `${townName} ${villageName}`,
                  },
                  {
                    key: 'home',
                    title: 'samplings.home',
                    render: ({ sequence, householder }) => `${sequence} ${householder}`,
                  },
                  { key: 'serial', title: 'samplings.serial' },
                  {
                    key: 'installedOn',
                    title: 'samplings.installed',
                    render: ({ installedOn }) => <DayText day={installedOn} />,
                  },
                  { key: 'stage', title: 'samplings.stage', render: ({ stage }) => t(`stage.${stage}`) },
                ]}
                rowKey={({ home, serial }) => `${home} ${serial}`}
                open={({ home }) => `/homes/${home}`}
                empty={<Empty>{t('samplings.homes.none')}</Empty>}
              />
            </Panel>
          )}
        </PageFrame>
      )}
    </Answered>
  )
}

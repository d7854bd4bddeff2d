import { useParams } from '@tanstack/react-router'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { ContractForm } from './contract-form.tsx'
import { ContractPanel } from './contract-panel.tsx'
import { TenderStanding } from './tender-standing.tsx'

export function LotPage() {
  const { t } = useWords()
  const { lot } = useParams({ strict: false }) as { lot: string }
  const [mayAward, mayReadContract] = [useMay('lot.award'), useMay('claim.read')]
  const answer = useAnswer('lot.page', { lot })
  const firms = useAnswer('organisation.list', {}, { enabled: mayAward })
  const of = (kind: string) =>
    (firms.data ?? [])
      .filter((firm) => firm.kind === kind)
      .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageFrame title={`${page.code} ${page.name}`} back={{ to: '/lots', label: t('lots.title') }}>
          <Panel>
            <Facts
              items={[
                { key: 'line', label: t('field.line'), value: t(`choice.line.${page.line}`) },
                { key: 'contractor', label: t('field.contractor'), value: page.contractorName },
                { key: 'supervisor', label: t('field.supervisor'), value: page.supervisorName },
                { key: 'price', label: t('field.unitPriceFen'), value: <Money fen={page.unitPriceFen} /> },
                { key: 'opened', label: t('field.openedOn'), value: <DayText day={page.openedOn} /> },
                { key: 'tender', label: t('lots.tender'), value: <TenderStanding {...page} /> },
                {
                  key: 'villages',
                  label: t('lots.villages'),
                  value: (
                    <AddressLink to={`/villages?lot=${lot}`}>
                      <Count of={page.villages} />
                    </AddressLink>
                  ),
                },
                {
                  key: 'homes',
                  label: t('lots.homes'),
                  value: (
                    <AddressLink to={`/register?lot=${lot}`}>
                      <Count of={page.homes} />
                    </AddressLink>
                  ),
                },
              ]}
            />
          </Panel>
          {mayReadContract && page.contractor && <ContractPanel lot={lot} />}
          {mayAward && (
            <Panel title={t('lots.what-now')}>
              <AvailableActs
                type="lot"
                id={lot}
                only={['lot.open', 'lot.award', 'contract.record']}
                forms={{ 'contract.record': ContractForm }}
                options={{ contractor: of('contractor'), supervisor: of('supervisor') }}
              />
            </Panel>
          )}
        </PageFrame>
      )}
    </Answered>
  )
}

import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActButton } from '../../../web/kit/acts/act-button.tsx'
import { AddressLink, useGo } from '../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Reckoned, Split } from '../../../web/kit/policy/reckoned.tsx'
import { Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { Built } from './built.tsx'
import { FailedRules } from './failed-rules.tsx'
import { PolicyValues } from './policy-values.tsx'
import { StateRow } from './state-row.tsx'

type Preview = Answer<'claim.preview'>

const parts = ['ready', 'left-out', 'claimed'] as const

/** What a claim for a lot would hold today, and what it leaves out with the reason; submitting sends just this. */
export function ClaimPreviewPage() {
  const { t } = useWords()
  const { lot } = useParams({ strict: false }) as { lot: string }
  const [texts] = useSearchTexts()
  const which = parts.find((part) => part === texts.which) ?? 'ready'
  const answer = useAnswer('claim.preview', { lot })
  return (
    <Answered answer={answer}>
      {(preview) => (
        <PageFrame
          title={t('claim.preview.of', { lot: preview.lot.name })}
          lead={t('claim.preview.lead')}
          back={{ to: '/claims', label: t('claims.title') }}
          actions={<Submit preview={preview} />}
        >
          <Panel>
            <Facts
              items={[
                {
                  key: 'total',
                  label: t('claim.preview.total'),
                  value: (
                    <>
                      <Money fen={preview.totalFen} />
                      <Split split={preview.split} />
                    </>
                  ),
                },
                { key: 'homes', label: t('claim.homes'), value: <Count of={preview.homes} /> },
                { key: 'units', label: t('claim.units'), value: <Built {...preview} /> },
                {
                  key: 'contract',
                  label: t('claim.contract-left'),
                  value: (
                    <>
                      {preview.contractLeft?.toLocaleString('zh-CN') ?? t('claim.no-contract')}{' '}
                      <AddressLink to={`/claims/lots/${lot}/account`}>{t('lot-account.open')}</AddressLink>
                    </>
                  ),
                },
                {
                  key: 'price',
                  label: t('field.unitPriceFen'),
                  value: <Money fen={preview.lot.unitPriceFen} />,
                },
              ]}
            />
            <PolicyValues parameters={preview.parameters} />
          </Panel>
          {preview.isBeyondContract && (
            <p className="money-warn money-stop" role="alert">
              {t('claim.beyond-contract')}
            </p>
          )}
          <Panel>
            <Parts lot={lot} preview={preview} which={which} rule={texts.rule} />
            <Homes lot={lot} which={which} rule={which === 'left-out' ? texts.rule : undefined} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

function Submit({ preview }: { preview: Preview }) {
  const { t } = useWords()
  const go = useGo()
  const [claim] = useState(newId)
  if (!useMay('claim.submit')) return null
  return (
    <ActButton
      type="primary"
      kind="claim.submit"
      input={{ id: claim, lot: preview.lot.id }}
      confirm={
        preview.homes > 0
          ? t('claim.submit.confirm', { homes: preview.homes, total: yuanText(preview.totalFen) })
          : undefined
      }
      onDone={() => go(`/claims/${claim}`)}
    />
  )
}

/** What the lot's homes fall into, and the reasons of those left out. */
function Parts({
  lot,
  preview,
  which,
  rule,
}: {
  lot: string
  preview: Preview
  which: (typeof parts)[number]
  rule?: string
}) {
  const { t, pick } = useWords()
  const at = `/claims/lots/${lot}`
  const counts = { ready: preview.homes, 'left-out': preview.leftOut, claimed: preview.claimed }
  return (
    <>
      <StateRow
        label={t('claim.preview')}
        states={parts.map((part) => ({
          key: part,
          label: t(`claim.part.${part}`),
          count: counts[part],
          to: `${at}?which=${part}`,
          current: part === which && !(part === 'left-out' && rule),
        }))}
      />
      {which === 'left-out' && preview.reasons.length > 0 && (
        <StateRow
          label={t('claim.reasons')}
          states={preview.reasons.map((reason) => ({
            key: reason.rule,
            label: t('money.not-met', { rule: pick(reason.label) }),
            count: reason.homes,
            to: `${at}?which=left-out&rule=${reason.rule}`,
            current: rule === reason.rule,
          }))}
        />
      )}
    </>
  )
}

function Homes({ lot, which, rule }: { lot: string; which: (typeof parts)[number]; rule?: string }) {
  const { t } = useWords()
  const columns: Column<RowOf<'claim.preview'>>[] = [
    { key: 'householder' },
    {
      key: 'village',
      render: ({ village, sequence }) => t('money.village-number', { village, number: sequence }),
    },
    { key: 'units', title: 'claim.units', align: 'right', render: (row) => <Built {...row} /> },
    ...(which === 'left-out'
      ? ([
          {
            key: 'why',
            wide: true,
            title: 'claim.why-left-out',
            render: ({ failedRules }) => <FailedRules rules={failedRules} />,
          },
        ] satisfies Column<RowOf<'claim.preview'>>[])
      : ([
          {
            key: 'formula',
            wide: true,
            title: 'money.formula',
            render: ({ formula }) => <Reckoned formula={formula} />,
          },
          {
            key: 'subsidyFen',
            title: 'claim.subsidy',
            align: 'right',
            render: ({ subsidyFen }) => <Money fen={subsidyFen} />,
          },
        ] satisfies Column<RowOf<'claim.preview'>>[])),
  ]
  return (
    <AnswerTable
      name="claim.preview"
      input={{ lot, which, rule }}
      columns={columns}
      rowKey={(row) => row.home}
      open={(row) => `/homes/${row.home}`}
      empty={<Empty>{t(`claim.part.${which}.none`)}</Empty>}
    />
  )
}

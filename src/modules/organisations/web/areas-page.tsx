import { Button } from 'antd'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'

/** The towns of the county, and the villages of the one opened. */
export function AreasPage() {
  const { t } = useWords()
  const go = useGo()
  const mayEnter = useMay('village.register')
  const [{ town }] = useSearchTexts()
  const areas = useAnswer('area.list', {})
  const name = areas.data?.find(({ code }) => code === town)?.name
  const enter = mayEnter && (
    <Button type="primary" onClick={() => go('/areas/enter')}>
      {t('act.village.register')}
    </Button>
  )
  return (
    <PageFrame
      title={name ?? t('areas.title')}
      lead={t('areas.lead')}
      back={town ? { to: '/areas', label: t('areas.title') } : undefined}
      actions={enter}
    >
      <Answered answer={areas}>
        {(all) => {
          const level = town ? 'village' : 'town'
          const rows = all
            .filter((area) => area.level === level && (!town || area.parent === town))
            .map((area) => ({ ...area, villages: all.filter(({ parent }) => parent === area.code).length }))
          return (
            <RowTable
              rows={rows}
              rowKey={({ code }) => code}
              open={town ? undefined : ({ code }) => `/areas?town=${code}`}
              empty={<Empty action={enter}>{t('areas.none')}</Empty>}
              columns={[
                {
                  key: 'name',
                  title: `areas.${level}`,
                  render: ({ name: own, validTo, mergedInto }) => (
                    <>
                      {own}
                      {validTo && (
                        <span className="quiet">
                          {' '}
                          {t(mergedInto ? 'areas.merged' : 'areas.withdrawn', {
                            day: validTo,
                            into: all.find(({ code }) => code === mergedInto)?.name ?? '',
                          })}
                        </span>
                      )}
                    </>
                  ),
                },
                {
                  key: 'code',
                  title: 'areas.code',
                  render: ({ code }) => <span className="figure">{code}</span>,
                },
                { key: 'kind', title: 'areas.kind', render: ({ kind }) => t(`areas.kind.${kind}`) },
                ...(town ? [] : [{ key: 'villages', title: 'areas.villages', align: 'right' as const }]),
              ]}
            />
          )
        }}
      </Answered>
    </PageFrame>
  )
}

import { BeginAct } from '../../../web/kit/acts/begin-act.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { organisationKinds } from '../model.ts'

/** Offices and firms that take part, and a form to register another. */
export function OrganisationsPage() {
  const { t } = useWords()
  const answer = useAnswer('organisation.list', {})
  return (
    <PageFrame
      title={t('organisations.title')}
      lead={t('organisations.lead')}
      actions={
        <BeginAct
          type="organisation"
          kind="organisation.register"
          options={{
            kind: organisationKinds.map((value) => ({ value, label: t(`organisation-kind.${value}`) })),
          }}
        />
      }
    >
      <Answered
        answer={answer}
        isEmpty={(rows) => rows.length === 0}
        empty={<Empty>{t('organisations.none')}</Empty>}
      >
        {(rows) => (
          <RowTable
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', title: 'organisations.name' },
              {
                key: 'kind',
                title: 'organisations.kind',
                render: ({ kind }) => t(`organisation-kind.${kind}`),
              },
              { key: 'telephone', title: 'field.telephone' },
            ]}
          />
        )}
      </Answered>
    </PageFrame>
  )
}

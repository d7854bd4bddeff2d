import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { factLabel } from '../../../web/kit/decision/terms.ts'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { useTerms } from '../../../web/kit/policy/use-terms.ts'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { PolicyFrame } from './policy-frame.tsx'

type Checklist = Answer<'policy.checklists'>['rows'][number]

/** What is looked at in a home, by whom, and what stops its acceptance. */
export function ChecklistsPage() {
  const answer = useAnswer('policy.checklists', {})
  return (
    <PolicyFrame tab="checklists">
      <Answered answer={answer}>
        {({ rows }) => rows.map((checklist) => <Items key={checklist.id} checklist={checklist} />)}
      </Answered>
    </PolicyFrame>
  )
}

function Items({ checklist }: { checklist: Checklist }) {
  const speech = useWords()
  const { t, pick } = speech
  const terms = useTerms().data
  return (
    <Panel
      title={
        <>
          {pick(checklist.label)} {checklist.status === 'assumed' && <Assumed />}
        </>
      }
      extra={
        <>
          {checklist.by.map(pick).join(t('kit.list-comma'))} <Clauses ids={checklist.clauses} />
        </>
      }
    >
      <p className="quiet policy-note">
        {checklist.lineOfWork && (
          <>
            {pick(checklist.lineOfWork.label)} ·{' '}
            {t('policy.counted-in', { unit: pick(checklist.lineOfWork.unitLabel) })}
            <br />
          </>
        )}
        {pick(checklist.note)}
      </p>
      <RowTable
        rows={checklist.items}
        rowKey={({ id }) => id}
        columns={[
          { key: 'label', title: 'policy.item', render: ({ label }) => pick(label) },
          {
            key: 'blocks',
            title: 'policy.item.blocks',
            wide: true,
            render: ({ blocks }) =>
              blocks ? <b>{t('policy.item.blocks.yes')}</b> : t('policy.item.blocks.no'),
          },
          {
            key: 'photo',
            title: 'policy.item.photo',
            render: ({ photo }) => t(photo ? 'kit.yes' : 'kit.no'),
          },
          {
            key: 'reading',
            title: 'policy.item.reading',
            render: ({ reading }) =>
              reading ? (speech.find(`kit.unit.${reading.unit}`) ?? reading.unit) : <Blank />,
          },
          {
            key: 'settles',
            title: 'policy.item.settles',
            wide: true,
            render: ({ settles }) => (settles && terms ? factLabel(speech, terms, settles) : <Blank />),
          },
          { key: 'clauses', title: 'policy.clause', render: ({ clauses }) => <Clauses ids={clauses} /> },
        ]}
      />
    </Panel>
  )
}

import { Button, Modal } from 'antd'
import { useState } from 'react'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { Files } from './files.tsx'

/** A village's publicity, the newest first; what was entered by mistake can be struck. */
export function Activities({ page }: { page: Answer<'outreach.village'> }) {
  const { t, pick } = useWords()
  const mayStrike = useMay('publicity.record')
  const [chosen, setChosen] = useState<string>()
  return (
    <>
      <RowTable
        rows={page.publicity}
        rowKey={({ id }) => id}
        empty={<Empty>{t('outreach.activities.none')}</Empty>}
        columns={[
          { key: 'heldOn', render: ({ heldOn }) => <DayText day={heldOn} /> },
          {
            key: 'kind',
            title: 'field.activity',
            render: ({ kind }) => {
              const found = page.kinds.find(({ id }) => id === kind)
              return found ? pick(found.label) : kind
            },
          },
          { key: 'carriedOutBy', title: 'outreach.by' },
          {
            key: 'reached',
            title: 'outreach.reached',
            render: ({ reached, named, struckOn, struckReason }) =>
              struckOn ? (
                <s>{t('outreach.struck', { day: struckOn, reason: struckReason })}</s>
              ) : (
                [
                  reached !== null && t('outreach.reached.count', { count: reached }),
                  named > 0 && t('outreach.reached.named', { count: named }),
                ]
                  .filter(Boolean)
                  .join(' · ')
              ),
          },
          { key: 'families', align: 'right' },
          {
            key: 'photos',
            title: 'outreach.evidence',
            render: ({ photos }) => <Files digests={photos} kind="photo" />,
          },
          { key: 'recordedBy', title: 'outreach.recorded-by' },
          ...(mayStrike
            ? [
                {
                  key: 'strike',
                  title: 'outreach.what-now',
                  render: ({ id, struckOn }: (typeof page.publicity)[number]) =>
                    !struckOn && (
                      <Button size="small" onClick={() => setChosen(id)}>
                        {t('act.publicity.strike')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      <Modal
        open={chosen !== undefined}
        title={t('act.publicity.strike')}
        onCancel={() => setChosen(undefined)}
        footer={null}
        destroyOnHidden
      >
        {chosen && <AvailableActs type="publicity" id={chosen} />}
      </Modal>
    </>
  )
}

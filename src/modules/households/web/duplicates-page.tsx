import { Segmented } from 'antd'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { AnswerMark } from '../../../web/kit/decision/answer-mark.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Stage } from '../../../web/kit/road/stage.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'

const keys = ['id', 'account', 'title'] as const
type Key = (typeof keys)[number]

/** §4.4: applications that share an ID number, an electricity account or a title, group by group. */
export function DuplicatesPage() {
  const { t } = useWords()
  const [texts, change] = useSearchTexts()
  const key: Key = keys.find((one) => one === texts.key) ?? 'id'
  return (
    <PageFrame title={t('duplicates.title')} lead={t('duplicates.lead')}>
      <p>
        <Segmented
          value={key}
          onChange={(value) => change({ key: value, page: undefined })}
          options={keys.map((value) => ({ value, label: t(`choice.duplicates.${value}`) }))}
        />
      </p>
      <AnswerTable
        key={key}
        name="home.duplicate-groups"
        input={{ key }}
        rowKey={(row) =>
          `${row.key} ${row.line} ${row.shared} ${row.homes.map((home) => (home.hidden ? '' : home.id)).join()}`
        }
        columns={[
          { key: 'shared', title: 'duplicates.shared' },
          {
            key: 'homes',
            title: 'duplicates.homes',
            wide: true,
            render: ({ homes }) => (
              <ul className="plain-list">
                {homes.map((home, at) => (
                  <li key={home.hidden ? `hidden ${at}` : home.id}>
                    {home.hidden ? (
                      <span className="quiet">{t('duplicates.elsewhere', { town: home.townName })}</span>
                    ) : (
                      <>
                        <AddressLink to={`/homes/${home.id}`}>
                          {home.householder} · {home.townName} {home.villageName} ·{' '}
                          {t('register.number', { number: home.sequence })}
                        </AddressLink>{' '}
                        <AnswerMark answer={home.answer} /> <Stage stage={home.stage} />
                      </>
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
        empty={<Empty>{t('duplicates.none')}</Empty>}
      />
    </PageFrame>
  )
}

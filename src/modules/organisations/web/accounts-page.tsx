import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import { OpenAccount } from './open-account.tsx'
import './organisations.css'

/** Who may sign in, and what each may do where. */
export function AccountsPage() {
  const { t } = useWords()
  const go = useGo()
  const mayOpen = useMay('account.open')
  const [opening, setOpening] = useState(false)
  return (
    <PageFrame
      title={t('accounts.title')}
      lead={t('accounts.lead')}
      actions={
        mayOpen && (
          <Button type="primary" onClick={() => setOpening(true)}>
            {t('act.account.open')}
          </Button>
        )
      }
    >
      <AnswerTable
        name="account.list"
        rowKey={({ id }) => id}
        open={({ id }) => `/accounts/${id}`}
        filters={[{ key: 'search', kind: 'search', hint: 'accounts.search', label: 'accounts.search' }]}
        empty={<Empty>{t('accounts.none')}</Empty>}
        columns={[
          { key: 'name', title: 'accounts.name' },
          { key: 'signIn', title: 'field.signIn', render: ({ signIn }) => <code>{signIn}</code> },
          { key: 'organisation', title: 'field.organisation' },
          {
            key: 'roles',
            title: 'accounts.roles',
            wide: true,
            render: ({ roles }) => (
              <ul>
                {roles.map(({ id, role, area, organisation }) => (
                  <li key={id}>
                    {t(`role.${role}`)} <span className="quiet">{area ?? organisation}</span>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            key: 'disabled',
            title: 'accounts.state',
            render: ({ disabled }) => t(disabled ? 'accounts.state.disabled' : 'accounts.state.open'),
          },
        ]}
      />
      <Modal
        open={opening}
        title={t('act.account.open')}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpening(false)}
      >
        <OpenAccount
          onDone={(account) => {
            setOpening(false)
            go(`/accounts/${account}`)
          }}
          onCancel={() => setOpening(false)}
        />
      </Modal>
    </PageFrame>
  )
}

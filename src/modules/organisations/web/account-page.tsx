import { useParams } from '@tanstack/react-router'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { GrantRole } from './grant-role.tsx'
import { ReasonedAct } from './reasoned-act.tsx'
import './organisations.css'

type Account = Answer<'account.page'>

/** One person's account: the roles held and where, and what an administrator may change of them. */
export function AccountPage() {
  const { t } = useWords()
  const { account: id = '' }: { account?: string } = useParams({ strict: false })
  const answer = useAnswer('account.page', { account: id })
  const mayReadLog = useMay('log.read')
  return (
    <PageFrame
      title={answer.data?.name ?? t('accounts.one')}
      back={{ to: '/accounts', label: t('accounts.title') }}
      actions={mayReadLog && <AddressLink to={`/log?actor=${id}`}>{t('accounts.acts')}</AddressLink>}
    >
      <Answered answer={answer}>
        {(account) => (
          <>
            <Panel extra={<Disable account={account} />} title={t('accounts.one')}>
              <Facts
                items={[
                  { key: 'signIn', label: t('field.signIn'), value: <code>{account.signIn}</code> },
                  { key: 'organisation', label: t('field.organisation'), value: account.organisation },
                  { key: 'state', label: t('accounts.state'), value: <State account={account} /> },
                ]}
              />
            </Panel>
            <Roles account={account} />
          </>
        )}
      </Answered>
    </PageFrame>
  )
}

function State({ account: { disabledAt, mustChangePassword } }: { account: Account }) {
  const { t } = useWords()
  if (disabledAt)
    return (
      <>
        {t('accounts.state.disabled')} <InstantText at={disabledAt} />
      </>
    )
  return t(mustChangePassword ? 'accounts.state.first' : 'accounts.state.open')
}

function Disable({ account }: { account: Account }) {
  const may = useMay('account.disable')
  if (!may || account.disabledAt) return null
  return <ReasonedAct kind="account.disable" input={{ account: account.id }} danger />
}

function Roles({ account }: { account: Account }) {
  const { t } = useWords()
  const mayGrant = useMay('role.grant')
  const mayWithdraw = useMay('role.withdraw')
  return (
    <Panel
      title={t('accounts.roles')}
      extra={mayGrant && !account.disabledAt && <GrantRole account={account.id} />}
    >
      <RowTable
        rows={account.roles}
        rowKey={({ id }) => id}
        empty={<Empty>{t('accounts.no-role')}</Empty>}
        columns={[
          { key: 'role', title: 'field.role', render: ({ role }) => t(`role.${role}`) },
          { key: 'where', title: 'accounts.where', render: ({ area, organisation }) => area ?? organisation },
          { key: 'since', title: 'accounts.since', render: ({ since }) => <InstantText at={since} /> },
          ...(mayWithdraw
            ? [
                {
                  key: 'withdraw',
                  title: 'accounts.change',
                  render: ({ id }: Account['roles'][number]) => (
                    <ReasonedAct kind="role.withdraw" input={{ account: account.id, grant: id }} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

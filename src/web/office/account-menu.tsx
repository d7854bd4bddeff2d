import { DownOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Modal } from 'antd'
import { useState } from 'react'
import { useGo } from '../kit/address/address-link.tsx'
import { signOut } from '../kit/api/session.ts'
import { troubleOf } from '../kit/api/trouble.ts'
import { useWords } from '../kit/language/use-words.ts'
import { useMay, useSession } from '../kit/session/session-context.tsx'
import { troubleText } from '../kit/states/trouble-note.tsx'
import { dutiesOf } from './duties.ts'
import { NewPasswordForm } from './new-password-form.tsx'

interface Props {
  narrow: boolean
  onSignedOut: () => void
}

/** Who I am, my duties, my telephones, my password, and out. */
export function AccountMenu({ narrow, onSignedOut }: Props) {
  const speech = useWords()
  const { t } = speech
  const { account, grants, county } = useSession()
  const { message } = App.useApp()
  const go = useGo()
  const mayEnrol = useMay('handset.enrol')
  const [changing, setChanging] = useState(false)
  const leave = async () => {
    try {
      await signOut()
      onSignedOut()
    } catch (error) {
      void message.error(troubleText(speech, troubleOf(error)))
    }
  }
  const chosen = (key: string) => {
    if (key === 'handsets') go('/my-handsets')
    else if (key === 'password') setChanging(true)
    else void leave()
  }
  const duties = dutiesOf(grants, county.name, speech).map((duty, i) => ({
    key: `duty-${i}`,
    label: duty,
    disabled: true,
  }))
  const items = [
    { type: 'group' as const, key: 'duties', label: account.name, children: duties },
    { type: 'divider' as const, key: 'line' },
    ...(mayEnrol ? [{ key: 'handsets', label: t('handsets.own') }] : []),
    { key: 'password', label: t('office.password.change') },
    { key: 'leave', label: t('office.sign-out') },
  ]
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => chosen(key) }}>
        <Button type="text" className="top-account" aria-label={t('office.account', { name: account.name })}>
          {narrow ? account.name.slice(0, 4) : account.name} <DownOutlined />
        </Button>
      </Dropdown>
      <Modal
        open={changing}
        title={t('office.password.change')}
        footer={null}
        destroyOnHidden
        onCancel={() => setChanging(false)}
      >
        <NewPasswordForm
          onDone={() => {
            setChanging(false)
            void message.success(t('office.password.changed'))
          }}
        />
      </Modal>
    </>
  )
}

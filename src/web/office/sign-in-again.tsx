import { Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Session } from '../kit/api/session.ts'
import { whenSignedOut } from '../kit/api/transport.ts'
import { useWords } from '../kit/language/use-words.ts'
import { useSession } from '../kit/session/session-context.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Over the page when the session has ended: the same person signs in again and goes on with all that was typed. */
export function SignInAgain() {
  const { t } = useWords()
  const session = useSession()
  const [open, setOpen] = useState(false)
  const resume = useRef<() => void>(undefined)

  useEffect(() => {
    whenSignedOut(
      () =>
        new Promise((resolve) => {
          resume.current = resolve
          setOpen(true)
        }),
    )
    return () => whenSignedOut(undefined)
  }, [])

  const enter = (again: Session) => {
    // Another person's work must not be sent in this one's name, nor theirs be seen.
    if (again.account.id !== session.account.id) return location.reload()
    setOpen(false)
    resume.current?.()
  }

  return (
    <Modal
      open={open}
      title={t('office.again')}
      footer={null}
      mask={{ closable: false }}
      keyboard={false}
      onCancel={() => location.reload()}
      destroyOnHidden
      zIndex={2000}
    >
      <p className="quiet">{t('office.again.why', { name: session.account.name })}</p>
      <SignInForm onDone={enter} />
    </Modal>
  )
}

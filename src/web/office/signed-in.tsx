import { useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useSession } from '../kit/session/session-context.tsx'
import { fetchAhead } from './fetch-ahead.ts'
import { officeRouter, screensOf } from './router.tsx'

/** The office of one session; what it shows depends on what the session may. */
export function SignedIn({ onSignedOut }: { onSignedOut: () => void }) {
  const session = useSession()
  const client = useQueryClient()
  const [router] = useState(() => officeRouter(session, onSignedOut))
  useEffect(() => fetchAhead(screensOf(session)), [session])
  return <RouterProvider router={router} context={{ client }} />
}

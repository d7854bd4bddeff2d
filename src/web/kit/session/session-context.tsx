import { createContext, use } from 'react'
import type { Session } from '../api/session.ts'

export const SessionContext = createContext<Session | undefined>(undefined)

/** Who is signed in, where and on which day of the programme. Only inside the signed-in shell. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('There is no session outside the signed-in shell.')
  return session
}

/** Whether the session carries a permission somewhere; where exactly, the server decides. */
export function useMay(permission: string): boolean {
  return useSession().permissions.includes(permission)
}

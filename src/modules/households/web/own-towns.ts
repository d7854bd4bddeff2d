import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'

/** The towns one may act for as an official: one's own, or all of them with a grant for the county. */
export function useOwnTowns(): { code: string; name: string }[] {
  const { grants } = useSession()
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const own = grants.flatMap((grant) => (grant.area?.endsWith('000') ? [grant.area] : []))
  const wide = own.some((area) => area.endsWith('000000'))
  return towns.filter(({ code }) => wide || own.includes(code))
}

/** The widest area one holds: the county, else one's first town. */
export function useOwnArea(): string | undefined {
  const { grants } = useSession()
  const own = grants.flatMap((grant) => (grant.area?.endsWith('000') ? [grant.area] : []))
  return own.find((area) => area.endsWith('000000')) ?? own[0]
}

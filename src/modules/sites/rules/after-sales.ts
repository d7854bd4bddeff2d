import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import { readTelephone } from '../../../kernel/standards/telephone.ts'

const clauses = ['§3.3.3']

export interface AfterSalesFacts {
  contractor: string | null
  /** Of the villages named, those that are the lot's. */
  villages: ReadonlyMap<string, string>
}

export const mayNamePoint = ({ contractor }: AfterSalesFacts): Refusal[] =>
  contractor === null ? [refuse('matter.nobody-builds', clauses)] : []

/** A telephone that reads, and villages of the lot alone. */
export function checkPoint(
  { villages }: AfterSalesFacts,
  input: { telephone: string; villages: readonly string[] },
): Refusal[] {
  const strange = input.villages.filter((id) => !villages.has(id)).length
  return [
    ...(readTelephone(input.telephone).ok ? [] : [refuse('safety.telephone', clauses)]),
    ...(strange > 0 ? [refuse('after-sales.other-villages', clauses, { villages: strange })] : []),
  ]
}

import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import type { RoadStage, StageCounts } from '../model.ts'

const homesAt = (counts: StageCounts, at: readonly RoadStage[]): number =>
  at.reduce((sum, stage) => sum + (counts[stage] ?? 0), 0)

/** A count of a village's homes at some stages, opening to just these homes. */
export function HomesAt({
  village,
  counts,
  at,
}: {
  village: string
  counts: StageCounts
  at: readonly RoadStage[]
}) {
  return (
    <AddressLink to={`/register?village=${village}&stage=${at.join(',')}`}>
      <Count of={homesAt(counts, at)} />
    </AddressLink>
  )
}

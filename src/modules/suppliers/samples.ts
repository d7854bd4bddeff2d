import type { z } from 'zod'
import { newId } from '../../kernel/identity/id.ts'
import type { Pack } from '../../kernel/pack/pack.ts'
import type {
  AdmitFirm,
  AdmitModel,
  AwardLot,
  BarFirm,
  OpenLot,
  PaperAnswer,
  RecordSampling,
} from './model.ts'
import { papersAsked } from './rules/papers.ts'

type Sample<S extends z.ZodType> = z.input<S>

export const aLot = (given: Partial<Sample<typeof OpenLot>> = {}): Sample<typeof OpenLot> => ({
  id: newId(),
  code: 'A1',
  name: '第一标段（模拟）',
  ...given,
})

export const anAward = (
  given: Partial<Sample<typeof AwardLot>> &
    Pick<Sample<typeof AwardLot>, 'lot' | 'contractor' | 'supervisor'>,
): Sample<typeof AwardLot> => ({ unitPriceFen: 468_000, awardedOn: '2023-04-27', ...given })

/** Every paper the pack asks of this kind, answered with one file. */
export const somePapers = (pack: Pack, of: string, digest: string, validTo = '2025-12-31'): PaperAnswer[] =>
  papersAsked(pack, of).map(({ id, numbered, expires }) => ({
    paper: id,
    digest,
    ...(numbered && { number: 'SN-2023-001' }),
    ...(expires && { validTo }),
  }))

export const anAdmission = (
  given: Partial<Sample<typeof AdmitFirm>> & Pick<Sample<typeof AdmitFirm>, 'firm' | 'papers'>,
): Sample<typeof AdmitFirm> => ({ id: newId(), validFrom: '2023-04-10', validTo: '2024-12-31', ...given })

export const aBarring = (
  given: Partial<Sample<typeof BarFirm>> & Pick<Sample<typeof BarFirm>, 'firm'>,
): Sample<typeof BarFirm> => ({
  id: newId(),
  reason: 'subcontracting',
  remark: '将标段转给无资质队伍施工（模拟）',
  fromDay: '2023-08-15',
  ...given,
})

export const aSampling = (
  given: Partial<Sample<typeof RecordSampling>> & Pick<Sample<typeof RecordSampling>, 'model'>,
): Sample<typeof RecordSampling> => ({
  id: newId(),
  batch: '2023-06-A',
  sampledOn: '2023-08-10',
  units: 3,
  result: 'failed',
  ...given,
})

export const aModel = (
  given: Partial<Sample<typeof AdmitModel>> & Pick<Sample<typeof AdmitModel>, 'firm' | 'papers'>,
): Sample<typeof AdmitModel> => ({
  id: newId(),
  model: 'RF-35',
  heatingWatts: 3500,
  inputWatts: 1450,
  copAtMinus12: 2.35,
  copAtMinus20: 1.92,
  lowestCelsius: -30,
  ...given,
})

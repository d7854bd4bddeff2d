import type { z } from 'zod'
import { newId } from '../../kernel/identity/id.ts'
import type { AdmitModel, AwardLot, OpenLot } from './model.ts'

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

export const aModel = (given: Partial<Sample<typeof AdmitModel>> = {}): Sample<typeof AdmitModel> => ({
  id: newId(),
  maker: '甲暖通设备厂（模拟）',
  model: 'RF-35',
  heatingWatts: 3500,
  inputWatts: 1450,
  copAtMinus12: 2.35,
  copAtMinus20: 1.92,
  lowestCelsius: -30,
  ...given,
})

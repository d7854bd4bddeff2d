import type { z } from 'zod'
import type { Checklist } from '../../kernel/pack/schema.ts'
import type { ChecklistAnswer } from '../../kernel/pack/checklist.ts'
import type { Measurement } from '../../kernel/pack/measurements.ts'
import type { InstallHome, InstallParts } from './model.ts'

/** A serial of its own for the machine `number`. */
export const aSerial = (number: number): string => `SB20${String(number).padStart(8, '0')}`

export const anInstallation = (
  given: Pick<z.input<typeof InstallHome>, 'home' | 'devices'> & Partial<z.input<typeof InstallHome>>,
): z.input<typeof InstallHome> => ({ installedOn: '2023-08-01', ...given })

/** Measured parts that the rural and the urban line both take; certificate and photographs are given. */
export const someParts = (
  given: Pick<z.input<typeof InstallParts>, 'home'> & {
    certificate: string
    before: readonly string[]
    after: readonly string[]
    parts?: z.input<typeof InstallParts>['parts']
  },
): z.input<typeof InstallParts> => ({
  home: given.home,
  installedOn: '2023-08-01',
  parts: given.parts ?? [
    { part: 'wall', areaM2: 62.5 },
    { part: 'window', areaM2: 8.4 },
  ],
  materials: [
    { name: '岩棉板 80 mm', maker: '某保温厂（模拟）', batch: 'YM-2307-11', certificate: given.certificate },
  ],
  before: [...given.before],
  after: [...given.after],
})

/**
 * A checklist with every item passed, its readings taken and its photographs named, in turn from `photos`; items in
 * `failed` did not pass. A home of more than one machine gives their number.
 */
export function aFilledChecklist(
  checklist: Checklist,
  photos: readonly string[],
  failed: readonly string[] = [],
  machines = 1,
): ChecklistAnswer[] {
  let next = 0
  return checklist.items.map(({ id, photo, reading, onRecord }) => {
    // Whether a commitment is on file the program knows; without one the item has not passed, which blocks nothing.
    const passed = !failed.includes(id) && onRecord !== 'commitment'
    const digest = photo ? photos[next++ % Math.max(photos.length, 1)] : undefined
    return {
      item: id,
      passed,
      ...(reading && { reading: onRecord === 'machines' ? machines : 42 }),
      ...(digest && { photos: [digest] }),
    }
  })
}

/** A run of an air heater that passes, unless values are given; the meter's photographs are the first two. */
export function aRun(
  photos: readonly string[],
  given: Partial<Record<string, number[]>> = {},
): Measurement[] {
  const usual: Record<string, number[]> = {
    outdoor: [24],
    outlet: [46],
    rooms: [21, 22.5],
    power: [1.6],
    hours: [1],
    'meter-start': [1203],
    'meter-end': [1204.6],
  }
  return Object.entries({ ...usual, ...given }).flatMap(([item, values]) => {
    const photo = { 'meter-start': photos[0], 'meter-end': photos[1] }[item]
    return values ? [{ item, values, ...(photo && { photos: [photo] }) }] : []
  })
}

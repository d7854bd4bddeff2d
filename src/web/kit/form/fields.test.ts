import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fieldsOf } from './fields.ts'
import { formPath, inputOf } from './input.ts'
import type { JsonSchema } from './json-schema.ts'

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as JsonSchema
const day = z.string().meta({ id: 'day', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` })

const input = z.object({
  home: z.uuid(),
  serial: z.string().min(4).max(40),
  reason: z.string().min(1),
  units: z.int().positive().max(4),
  rate: z.number().min(0),
  priceFen: z.int().positive(),
  usageCentiKwh: z.int().nonnegative().optional(),
  installedOn: day,
  until: day.nullable(),
  route: z.enum(['heat-pump', 'gas']),
  kind: z.union([z.literal('a'), z.literal('b')]).optional(),
  agreed: z.boolean(),
  towns: z.array(z.enum(['x', 'y'])),
  tags: z.array(z.string()).optional(),
  devices: z.array(z.object({ serial: z.string(), model: z.string().optional() })).min(1),
  contact: z.object({ name: z.string(), phone: z.string().optional() }).optional(),
  free: z.record(z.string(), z.number()).optional(),
  remark: z.string().default('–'),
})
const fields = fieldsOf(schemaOf(input), ['home'])
const field = (name: string) => fields.find((f) => f.name === name)

describe('fieldsOf', () => {
  it('keeps the order of the schema and leaves out what the screen gives', () => {
    expect(fields.map((f) => f.name)).toEqual(Object.keys(input.shape).slice(1))
  })

  it('knows text, numbers, money and hundredths with their limits', () => {
    expect(field('serial')).toMatchObject({
      kind: 'text',
      long: false,
      required: true,
      minLength: 4,
      maxLength: 40,
    })
    expect(field('reason')).toMatchObject({ kind: 'text', long: true })
    expect(field('units')).toMatchObject({
      kind: 'number',
      whole: true,
      above: 0,
      maximum: 4,
      minimum: undefined,
    })
    expect(field('rate')).toMatchObject({ kind: 'number', whole: false, minimum: 0 })
    expect(field('priceFen')).toMatchObject({ kind: 'money', minimum: 1 })
    expect(field('usageCentiKwh')).toMatchObject({ kind: 'centi', minimum: 0, required: false })
  })

  it('knows days also behind a reference and where they may be empty', () => {
    expect(field('installedOn')).toMatchObject({ kind: 'day', required: true })
    expect(field('until')).toMatchObject({ kind: 'day', nullable: true, required: false })
  })

  it('knows choices however they are written', () => {
    expect(field('route')).toMatchObject({ kind: 'choice', choices: ['heat-pump', 'gas'] })
    expect(field('kind')).toMatchObject({ kind: 'choice', choices: ['a', 'b'], required: false })
    expect(field('towns')).toMatchObject({ kind: 'choices', choices: ['x', 'y'] })
  })

  it('knows lists and groups, and says what fits no field', () => {
    expect(field('tags')).toMatchObject({ kind: 'texts' })
    expect(field('devices')).toMatchObject({ kind: 'groups', minItems: 1 })
    expect(field('contact')).toMatchObject({ kind: 'group', required: false })
    expect(field('free')).toMatchObject({ kind: 'unfit' })
    expect(field('remark')).toMatchObject({ kind: 'text', required: false, initial: '–' })
  })
})

describe('inputOf', () => {
  const least = {
    serial: ' SN-0001 ',
    reason: 'x',
    units: 1,
    rate: 0,
    priceFen: 1,
    installedOn: '2023-08-15',
    route: 'gas',
    devices: [{ serial: 'A', model: ' ' }],
  }

  it('fills in what an answer is asked for and leaves out the rest', () => {
    expect(inputOf(fields, least)).toEqual({
      ...least,
      serial: 'SN-0001',
      until: null,
      agreed: false,
      towns: [],
      devices: [{ serial: 'A' }],
    })
  })

  it('fits the act’s schema whatever optional fields are left empty', () => {
    const empty = fc.constantFrom('', '  ', null, undefined)
    fc.assert(
      fc.property(
        fc.record({ usageCentiKwh: empty, kind: empty, tags: empty, contact: empty, remark: empty }),
        (left) => {
          const home = '0190a0b0-0000-7000-8000-000000000000'
          expect(input.safeParse({ home, ...inputOf(fields, { ...least, ...left }) }).success).toBe(true)
        },
      ),
    )
  })

  it('keeps an optional group that was filled in part', () => {
    expect(inputOf(fields, { ...least, contact: { name: '', phone: '1' } }).contact).toEqual({ phone: '1' })
    expect(inputOf(fields, { ...least, contact: { name: '' } })).not.toHaveProperty('contact')
  })
})

it('formPath reads every way a path is written', () => {
  expect(formPath('devices[0].serial')).toEqual(['devices', 0, 'serial'])
  expect(formPath('devices.0.serial')).toEqual(['devices', 0, 'serial'])
  expect(formPath('/devices/0/serial')).toEqual(['devices', 0, 'serial'])
  expect(formPath('')).toEqual([])
})

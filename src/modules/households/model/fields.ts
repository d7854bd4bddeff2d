import { z } from 'zod'
import { personal } from '../../../kernel/act/personal.ts'

/** Choices of the application form (确户表), by the code they are kept under; their words are `choice.<field>.<code>`. */
export const lines = ['heating', 'building'] as const
export const sexes = ['male', 'female'] as const
export const titleKinds = ['certificate', 'homestead', 'village-proof'] as const
export const dwellingKinds = ['self-built', 'commercial-estate', 'business', 'collective', 'illegal'] as const
export const hardships = ['none', 'low-income', 'destitute', 'other'] as const
export const formerHeatings = [
  'coal-stove',
  'coal-kang',
  'firewood',
  'electric',
  'gas',
  'central',
  'none',
] as const

export type Line = (typeof lines)[number]
export type DwellingKind = (typeof dwellingKinds)[number]

const text = (longest: number) => z.string().trim().min(1).max(longest)

/**
 * What an application says, as its fields are called everywhere: the form, the workbook, a correction. A field left
 * out was left blank. Areas are m² with two decimals, coal tonnes a year, money fen.
 */
export const HomeFields = z.object({
  villageGroup: text(40).optional(),
  householder: personal(text(60)),
  sex: z.enum(sexes).optional(),
  idNumber: personal(text(30)).optional(),
  telephone: personal(text(30)).optional(),
  residents: z.int().min(0).max(60).optional(),
  registeredAt: personal(text(120)).optional(),
  actualResident: z.boolean().optional(),
  permanentlyResident: z.boolean().optional(),
  address: personal(text(160)),
  titleKind: z.enum(titleKinds).optional(),
  titleNumber: personal(text(60)).optional(),
  titleOwner: personal(text(60)).optional(),
  dwellingKind: z.enum(dwellingKinds).optional(),
  inDemolitionPlan: z.boolean().optional(),
  buildingAreaM2: z.number().min(1).max(5000).optional(),
  heatingAreaM2: z.number().min(1).max(5000).optional(),
  formerHeating: z.enum(formerHeatings).optional(),
  coalTonnes: z.number().min(0).max(100).optional(),
  accountHolder: personal(text(60)).optional(),
  accountNumber: personal(text(30)).optional(),
  transformerArea: text(60).optional(),
  wantedEquipment: text(60).optional(),
  wantedUnits: z.int().min(1).max(20).optional(),
  contributionFen: z.int().min(0).max(10_000_000).optional(),
  hardship: z.enum(hardships).optional(),
  helpedBefore: z.boolean().optional(),
  wishes: z.boolean().optional(),
  bankCard: personal(text(40)).optional(),
  remark: personal(text(400)).optional(),
})
export type HomeFields = z.output<typeof HomeFields>
export type HomeField = keyof HomeFields

export const homeFields = Object.keys(HomeFields.shape) as HomeField[]

/** What is asked to choose homes (§4.1b) and to pay: nothing that those who build need to read. */
export const fieldsOfChoice: readonly HomeField[] = [
  ...([
    'bankCard',
    'registeredAt',
    'actualResident',
    'permanentlyResident',
    'hardship',
    'helpedBefore',
  ] as const),
  ...(['wishes', 'inDemolitionPlan', 'titleKind', 'titleNumber', 'titleOwner', 'coalTonnes'] as const),
]

/** What a screen shows masked and an official may unmask with a reason. */
export const revealableFields = ['idNumber', 'telephone', 'bankCard', 'accountNumber', 'titleNumber'] as const
export type RevealableField = (typeof revealableFields)[number]

/** Changes nothing that was screened or posted, so it may be corrected in the locked register (§3.1.3d). */
export const fieldsOpenAfterConfirmation: readonly HomeField[] = [
  'telephone',
  'bankCard',
  'transformerArea',
  'villageGroup',
  'residents',
  'hardship',
  'remark',
]

import { Input, InputNumber, Select } from 'antd'
import { AmountInput } from '../../../web/kit/form/amount-input.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import {
  dwellingKinds,
  formerHeatings,
  hardships,
  type HomeField,
  type HomeFields,
  sexes,
  titleKinds,
} from '../model/fields.ts'

const choices: Partial<Record<HomeField, readonly string[]>> = {
  sex: sexes,
  titleKind: titleKinds,
  dwellingKind: dwellingKinds,
  hardship: hardships,
  formerHeating: formerHeatings,
}
const yesNo: readonly HomeField[] = [
  'actualResident',
  'permanentlyResident',
  'inDemolitionPlan',
  'helpedBefore',
  'wishes',
]
const figures: Partial<Record<HomeField, { max: number; precision: number }>> = {
  residents: { max: 60, precision: 0 },
  buildingAreaM2: { max: 5000, precision: 2 },
  heatingAreaM2: { max: 5000, precision: 2 },
  coalTonnes: { max: 100, precision: 2 },
  wantedUnits: { max: 20, precision: 0 },
}

/** The fields of an application as the form groups them. */
export const fieldGroups = {
  family: [
    'householder',
    'idNumber',
    'sex',
    'telephone',
    'residents',
    'registeredAt',
    'actualResident',
    'permanentlyResident',
    'hardship',
    'helpedBefore',
    'wishes',
    'bankCard',
  ],
  dwelling: [
    'address',
    'villageGroup',
    'titleKind',
    'titleNumber',
    'titleOwner',
    'dwellingKind',
    'inDemolitionPlan',
    'buildingAreaM2',
    'heatingAreaM2',
    'formerHeating',
    'coalTonnes',
  ],
  account: [
    'accountHolder',
    'accountNumber',
    'transformerArea',
    'wantedEquipment',
    'wantedUnits',
    'contributionFen',
    'remark',
  ],
} as const satisfies Record<string, readonly HomeField[]>

interface Props {
  field: HomeField
  id?: string
  value?: never
  onChange?: never
}

/** One field of an application; a yes or no may also be left open, which is not a no. */
export function FieldEntry({ field, ...bound }: Props) {
  const { t } = useWords()
  const options = choices[field]
  if (options)
    return (
      <Select
        allowClear={{ label: t('kit.clear') }}
        {...bound}
        options={options.map((value) => ({ value, label: t(`choice.${field}.${value}`) }))}
      />
    )
  if (yesNo.includes(field))
    return (
      <Select
        allowClear={{ label: t('kit.clear') }}
        {...bound}
        options={[
          { value: true, label: t('home.yes') },
          { value: false, label: t('home.no') },
        ]}
      />
    )
  const figure = figures[field]
  if (figure) return <InputNumber min={0} {...figure} style={{ width: '100%' }} {...bound} />
  if (field === 'contributionFen') return <AmountInput unit="yuan" {...bound} />
  if (field === 'remark') return <Input.TextArea rows={2} maxLength={400} {...bound} />
  return <Input maxLength={160} {...bound} />
}

/** What was filled in, without what was left empty. */
export function filledIn(values: Partial<Record<HomeField, unknown>>): Partial<HomeFields> {
  const filled = Object.entries(values).flatMap(([field, value]) => {
    const plain = typeof value === 'string' ? value.trim() : value
    return plain === undefined || plain === null || plain === '' ? [] : [[field, plain] as const]
  })
  return Object.fromEntries(filled) as Partial<HomeFields>
}

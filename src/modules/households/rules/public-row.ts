import type { Day } from '../../../kernel/dates/day.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import { mostOf } from '../../../kernel/pack/reckon.ts'
import { subsidiesOf } from '../../../kernel/pack/subsidies.ts'
import { maskName, spokenDigits } from '../../../kernel/standards/mask.ts'
import { PublicRow } from '../model/notice.ts'

/** What of a home goes into its line on the board; anything else of the home is not asked for. */
export interface RowSource {
  position: number
  village: string
  householder: string
  wantedEquipment: string | null
  wantedUnits: number | null
}

/**
 * The only way a home becomes public: name masked, free text never passed through, numbers only those that are
 * ours. Whatever was typed into a name, no digit of it comes out; a village's name loses its digits where they
 * could be a number of a person (facts §4, masked public notices).
 */
export function publicRow(source: RowSource, pack: Pack, day: Day): PublicRow {
  return PublicRow.parse({
    position: source.position,
    village: withoutNumbers(source.village),
    householder: publicName(source.householder),
    heating: heatingOf(source.wantedEquipment),
    units: source.wantedUnits !== null && source.wantedUnits <= 99 ? source.wantedUnits : null,
    amounts: publicAmounts(pack, day),
  })
}

const longestName = 20

/** Letters and the middle dot alone, masked. A name of other signs is hidden whole. */
function publicName(name: string): string {
  const letters = name.normalize('NFKC').replace(/[^\p{L}\p{M}·]/gu, '')
  return maskName(Array.from(letters).slice(0, longestName).join('')) || '*'
}

/** `三教村`, `4队` stay; a name with five digits or more loses all of them. */
export function withoutNumbers(text: string): string {
  const plain = text.normalize('NFKC')
  return hideNumbers((plain.match(/\p{N}/gu) ?? []).length > 4 ? plain.replace(/\p{N}/gu, '') : plain)
}

const someNumber = new RegExp(
  `[\\p{N}${spokenDigits}](?:[^\\p{L}\\p{N}]*[\\p{N}Xx${spokenDigits}]){6,}`,
  'gu',
)

/**
 * Seven digits or more in a row, however they are written and set apart, are somebody's number. They are looked for in
 * plain signs; the words around them stay as they were written.
 */
export function hideNumbers(text: string): string {
  const signs = Array.from(text)
  const plain = signs.map((sign) => sign.normalize('NFKC'))
  const signAt = plain.flatMap((one, at) => Array.from({ length: one.length }, () => at))
  let shown = ''
  let next = 0
  for (const { 0: found, index } of plain.join('').matchAll(someNumber)) {
    const [first, last] = [signAt[index] ?? 0, signAt[index + found.length - 1] ?? 0]
    shown += `${signs.slice(next, first).join('')}***`
    next = last + 1
  }
  return shown + signs.slice(next).join('')
}

function heatingOf(wanted: string | null): PublicRow['heating'] {
  const text = (wanted ?? '').normalize('NFKC')
  if (/热风/.test(text)) return 'air-heater'
  return /热水|水机|地暖|采暖机/.test(text) ? 'air-to-water' : 'electric'
}

/** What a home may get at most, where the pack bounds it; the plan fixes no amounts, so the pack's carry whether they are assumed. */
function publicAmounts(pack: Pack, day: Day): PublicRow['amounts'] {
  return (['equipment', 'operating'] as const).flatMap((item) => {
    const most = mostOf(pack, day, subsidiesOf(pack, item, day), {})
    return most === null
      ? []
      : [
          {
            item,
            upToFen: most.amountFen,
            assumed: most.parameters.some(({ status }) => status === 'assumed'),
          },
        ]
  })
}

/**
 * What of a home may not change between the board and its confirmation, as one text to be digested by key: else
 * another home would be confirmed than the one everybody could read of.
 */
export const noticeText = (home: {
  householder: string
  idNumberIndex: Buffer | null
  wantedEquipment: string | null
  wantedUnits: number | null
}): string =>
  [
    home.householder,
    home.idNumberIndex?.toString('hex') ?? '',
    heatingOf(home.wantedEquipment),
    home.wantedUnits ?? '',
  ].join('\n')

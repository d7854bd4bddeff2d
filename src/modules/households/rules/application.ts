import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import { readAccountNumber } from '../../../kernel/standards/account-number.ts'
import { readBankCard } from '../../../kernel/standards/bank-card.ts'
import { readIdNumber } from '../../../kernel/standards/id-number.ts'
import { isNoName, normaliseName } from '../../../kernel/standards/names.ts'
import { readTelephone } from '../../../kernel/standards/telephone.ts'
import { type HomeField, homeFields, type HomeFields, fieldsOpenAfterConfirmation } from '../model/fields.ts'
import type { HomeChanges } from '../model/register.ts'
import { isAtLeast, type Stage } from '../stages.ts'
import { sayRowProblem } from '../words/row-problems.ts'
import { mayHaveArea, type OfLine } from './line-area.ts'
import { inHundredths } from './quantities.ts'
import { type RowProblem, type RowProblemCode, shortened } from './row.ts'

/**
 * Fields typed into a form as the register keeps them: names and numbers normalised. What is no such number is
 * refused with the field and the reason, as an import would.
 */
export function normalised(fields: HomeFields, today: Day): { fields: HomeFields; refusals: Refusal[] } {
  const kept: HomeFields = { ...fields }
  const refusals: Refusal[] = []
  const wrong = (field: HomeField, code: RowProblemCode, values?: RowProblem['values']) => {
    const { zh: why, en: whyEn } = sayRowProblem({ code, ...(values && { values }) })
    refusals.push(refuse('home.field-wrong', ['§4.4'], { field, why, whyEn }))
  }
  for (const field of ['householder', 'titleOwner', 'accountHolder'] as const) {
    const name = normaliseName(kept[field] ?? '')
    if (name !== '' && isNoName(name)) wrong(field, 'not-name', { text: shortened(name) })
    else if (name !== '') kept[field] = name
    else if (field === 'householder') wrong(field, 'blank-householder')
    else delete kept[field]
  }
  if (kept.idNumber !== undefined) {
    const reading = readIdNumber(kept.idNumber, today)
    if (reading.ok) kept.idNumber = reading.idNumber
    else wrong('idNumber', `id-number.${reading.problem}`)
  }
  if (kept.telephone !== undefined) {
    const reading = readTelephone(kept.telephone)
    if (reading.ok) kept.telephone = reading.telephone
    else wrong('telephone', `telephone.${reading.problem}`)
  }
  if (kept.accountNumber !== undefined) {
    const reading = readAccountNumber(kept.accountNumber)
    if (reading.ok) kept.accountNumber = reading.accountNumber
    else wrong('accountNumber', `account.${reading.problem}`)
  }
  if (kept.bankCard !== undefined) {
    const reading = readBankCard(kept.bankCard)
    if (reading.ok) kept.bankCard = reading.card
    else wrong('bankCard', `card.${reading.problem}`)
  }
  for (const field of ['buildingAreaM2', 'heatingAreaM2', 'coalTonnes'] as const) {
    const value = kept[field]
    if (value !== undefined) kept[field] = inHundredths(value)
  }
  return { fields: kept, refusals }
}

/** The fields with the changes applied: `null` clears, what is left out stays. */
export function corrected(fields: HomeFields, changes: HomeChanges): HomeFields {
  const merged: Record<string, unknown> = { ...fields }
  for (const [field, value] of Object.entries(changes)) {
    if (value === null) delete merged[field]
    else if (value !== undefined) merged[field] = value
  }
  return merged as HomeFields
}

export const changedFields = (before: HomeFields, after: HomeFields): HomeField[] =>
  homeFields.filter((field) => before[field] !== after[field])

export interface HomeOnTheRoad {
  stage: Stage
  ended: 'withdrawn' | 'refused' | 'revoked' | null
}

/** Whatever is done to an application, it has to be one still. */
export function mayChange(home: HomeOnTheRoad): Refusal[] {
  return home.ended === null ? [] : [refuse('home.ended', ['§3.1.3d'], { ended: home.ended })]
}

/** Every reason against a correction; in the confirmed register only what nobody was screened by may change. */
export function checkCorrection(
  home: HomeOnTheRoad & OfLine & { fields: HomeFields },
  changes: HomeChanges,
  { today, pack }: { today: Day; pack: Pack },
): Refusal[] {
  const { fields, refusals } = normalised(corrected(home.fields, changes), today)
  const changed = changedFields(home.fields, fields)
  const ofTheChanged = refusals.filter(({ facts }) => Object.hasOwn(changes, String(facts.field)))
  if (ofTheChanged.length > 0) return ofTheChanged
  if (changed.length === 0) return [refuse('home.nothing-changed', ['§3.1.3d'])]
  if (!isAtLeast(home.stage, 'confirmed'))
    return changed.includes('buildingAreaM2') ? mayHaveArea(pack, home, fields) : []
  return changed
    .filter((field) => !fieldsOpenAfterConfirmation.includes(field))
    .map((field) => refuse('home.field-locked', ['§3.1.3d'], { field, stage: home.stage }))
}

/** Fields that somebody else has corrected since they were looked at: `latest` first, up to the act that was seen. */
export function checkSeen(
  latest: readonly { act: string; field: string }[],
  changes: HomeChanges,
  seen: string | null | undefined,
): Refusal[] {
  if (seen === undefined) return []
  const known = latest.findIndex(({ act }) => act === seen)
  const since = known < 0 ? latest : latest.slice(0, known)
  return [...new Set(since.map(({ field }) => field))]
    .filter((field) => Object.hasOwn(changes, field))
    .map((field) => refuse('home.corrected-meanwhile', ['§3.1.3d'], { field }))
}

/** Until it is confirmed a home withdraws by itself; then it leaves by an approved change (§3.1.3d). */
export function mayWithdraw(home: HomeOnTheRoad): Refusal[] {
  if (home.ended !== null) return mayChange(home)
  return isAtLeast(home.stage, 'confirmed') ? [refuse('home.locked', ['§3.1.3d'], { stage: home.stage })] : []
}

import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import type { MatchModel, Question } from '../../../kernel/matching/model.ts'
import { probabilityOf } from '../../../kernel/matching/score.ts'
import { maskIdNumber, maskTelephone } from '../../../kernel/standards/mask.ts'
import { exceptionsOfHomes, papersOfHomes, papersToBring } from '../../households/public.ts'
import type { Stage } from '../../households/stages.ts'
import type { PairState, Suspicion } from '../model.ts'
import { followsFromThirds } from './third-homes.ts'
import { earlierLine } from '../../sources/public.ts'
import { masked } from './beside.ts'
import { loadDecisions } from './pair-decisions.ts'
import { differingFields, evidenceOf, levelOf } from '../rules/evidence.ts'
import { familyLines } from './family-lines.ts'
import { againstOneHouse, answersFor, caseOf, exactBits } from '../rules/pair.ts'

interface PairRow {
  first: string
  second: string
  earlier: boolean
  near: boolean
  levels: number[]
  rare: number
  personModel: string
  dwellingModel: string
  personBits: number
  dwellingBits: number
  exact: number
  sameHouse: boolean
  foundOn: Day
  state: PairState
  decision: string | null
}

/** Two records side by side, all others that hang together with them, and the evidence for and against, in bits. */
export const pairGet = defineQuery({
  name: 'pair.get',
  input: z.object({ first: z.uuid(), second: z.uuid() }),
  permission: 'selection.read',
  run: async (db, { first, second }, context) => {
    const { county } = context
    const { rows } = await sql<PairRow>`
      select first, second, earlier, near, levels, rare, person_model as "personModel",
             dwelling_model as "dwellingModel", person_bits as "personBits", dwelling_bits as "dwellingBits", exact,
             same_house as "sameHouse", found_on as "foundOn", state, decision
        from match_pair where county = ${county} and first = ${first} and second = ${second}`.execute(db)
    const [pair] = rows
    if (!pair) throw new NotFound()
    const group = await groupOf(db, county, pair)
    const marks = marker()
    const thirds = pair.earlier ? [] : await followsFromThirds(db, county, pair)
    const beside = [...new Set([...group, ...thirds.map(({ third }) => third)])]
    const records = await loadRecords(db, context, [first, second, ...beside], marks)
    const one = records.get(first)
    const two = pair.earlier ? await loadLine(db, context, second, marks) : records.get(second)
    if (!one || !two) throw new NotFound()
    const models = await loadModels(db, county, [pair.personModel, pair.dwellingModel])
    const exceptions = await exceptionsOfHomes(
      db,
      context,
      [first, second].filter((id) => records.has(id)),
    )
    const decisions = await loadDecisions(db, context, pair)
    // Who were found to be neither one family nor one dwelling need no exception from being one.
    const areDifferent = decisions.some(({ id, answer }) => id === pair.decision && answer === 'different')
    const laid = [one, two, ...group.flatMap((id) => records.get(id) ?? [])]
    return {
      first,
      second,
      earlier: pair.earlier,
      state: pair.state,
      foundOn: pair.foundOn,
      case: caseOf(pair),
      exact: pair.exact,
      against: againstOneHouse(pair, differingFields(pair.levels)) ?? null,
      family: (pair.exact & exactBits.family) > 0 ? await familyLines(db, county, [first, second]) : [],
      pointed: await loadPointed(db, county, pair),
      answers: answersFor(pair),
      thirds: thirds.flatMap(({ third, ...follows }) => {
        const record = records.get(third)
        return record
          ? [{ home: third, householder: record.householder, sequence: record.sequence, ...follows }]
          : []
      }),
      records: laid.map((record, at) =>
        masked<(typeof laid)[number]>(
          record,
          at === 0 ? undefined : one,
          at === 1 ? levelOf('address', pair.levels) : undefined,
        ),
      ),
      evidence: {
        person: evidenceTold(models, pair, 'person'),
        dwelling: evidenceTold(models, pair, 'dwelling'),
      },
      /** What a family can be asked to bring. */
      papersToBring: papersToBring(context.pack, context.today),
      inForce: pair.decision,
      decisions,
      /** §4.4 in principle: of either home, what was asked for and what may be. */
      exceptions: [one, two].flatMap(({ id, householder, sequence }) => {
        const told = exceptions.get(id)
        return told ? [{ home: id, householder, sequence, ...told, open: areDifferent ? [] : told.open }] : []
      }),
      decidedByTown: one.town === two.town || two.town === null ? one.townName : null,
      mayDecide: [one, two].every(
        ({ place }) => place === undefined || covers(context.scopeFor('pair.decide'), place),
      ),
    }
  },
})

function evidenceTold(models: ReadonlyMap<string, MatchModel>, pair: PairRow, question: Question) {
  const id = question === 'person' ? pair.personModel : pair.dwellingModel
  const model = models.get(id)
  if (!model) throw new Error('A pair was scored with a model that is gone.')
  const evidence = evidenceOf(model, pair)
  return { ...evidence, probability: probabilityOf(evidence.bits), model: id, records: model.records }
}

async function loadModels(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, MatchModel>> {
  const { rows } = await sql<{ id: string; weights: MatchModel }>`
    select id, weights from match_model where county = ${county} and id = any(${[...ids]}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map(({ id, weights }) => [id, weights]))
}

/** Other homes that hang together with either of the two, at most four: a group is looked at as a whole. */
async function groupOf(db: ReadDb, county: number, { first, second }: PairRow): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select first as id, greatest(person_bits, dwelling_bits) as bits from match_pair
       where county = ${county} and second in (${first}, ${second}) and not earlier
      union all
      select second, greatest(person_bits, dwelling_bits) from match_pair
       where county = ${county} and first in (${first}, ${second}) and not earlier) near
     where id not in (${first}, ${second}) group by id order by max(bits) desc, id limit 4`.execute(db)
  return rows.map(({ id }) => id)
}

interface RecordRow {
  id: string
  town: string
  townName: string
  village: string
  villageName: string
  sequence: number
  stage: Stage
  ended: string | null
  answer: 'yes' | 'no' | 'unknown'
  householder: string
  sex: string | null
  idNumber: Buffer | null
  telephone: Buffer | null
  telephoneIndex: string | null
  address: string
  titleKind: string | null
  titleNumber: string | null
  titleOwner: string | null
  accountNumber: string | null
  accountHolder: string | null
  appliedOn: Day
  contractor: string | null
  supervisor: string | null
}

/** Homes within one's area as they are laid side by side, numbers of persons masked; what may not be seen is left out. */
async function loadRecords(
  db: ReadDb,
  { county, keys, scope }: QueryContext,
  ids: readonly string[],
  marks: Marks,
) {
  const { rows } = await sql<RecordRow>`
    select h.id, h.town, t.name as "townName", h.village, v.name as "villageName", h.sequence, h.stage, h.ended,
           h.answer, h.householder, h.sex, h.id_number as "idNumber",
           h.telephone, encode(h.telephone_index, 'hex') as "telephoneIndex", h.address, h.title_kind as "titleKind",
           h.title_number as "titleNumber", h.title_owner as "titleOwner", h.account_number as "accountNumber",
           h.account_holder as "accountHolder", h.applied_on as "appliedOn", h.contractor, h.supervisor
      from home h
      join area t on t.county = ${county} and t.code = h.town
      join area v on v.county = ${county} and v.code = h.village
     where h.county = ${county} and h.id = any(${[...ids]}::uuid[])`.execute(db)
  const papers = await papersOfHomes(
    db,
    county,
    rows.map(({ id }) => id),
  )
  const seen = rows.filter(({ village, contractor, supervisor, id }) =>
    covers(scope, { area: village, organisations: [contractor, supervisor], home: id }),
  )
  return new Map(
    seen.map(({ idNumber: sealed, telephone, telephoneIndex, contractor, supervisor, ...row }) => {
      const idNumber = sealed && openField(keys, county, 'home.id_number', sealed)
      return [
        row.id,
        {
          ...row,
          idNumber: idNumber && maskIdNumber(idNumber),
          idMark: marks(`i${idNumber}`, idNumber),
          telephone: telephone && maskTelephone(openField(keys, county, 'home.telephone', telephone)),
          telephoneMark: marks(`t${telephoneIndex}`, telephoneIndex),
          list: null,
          papers: papers.filter(({ home }) => home === row.id).map(({ home: _, ...paper }) => paper),
          place: { area: row.village, organisations: [contractor, supervisor], home: row.id },
        },
      ] as const
    }),
  )
}

/** A line of an earlier year's list, laid beside a home; undefined where it may not be seen. */
async function loadLine(db: ReadDb, { county, keys, scope }: QueryContext, id: string, marks: Marks) {
  const line = await earlierLine(db, county, keys, id)
  if (!line) return undefined
  const { source, asOf, sheet, row, year, programme, idWhole, telephoneIndex, name, ...told } = line
  const area = line.village ?? line.town
  const place = area === null ? undefined : { area, organisations: [], home: id }
  if (place && !covers(scope, place)) return undefined
  return {
    ...told,
    householder: name ?? '',
    idMark: marks(`i${idWhole}`, idWhole),
    telephoneMark: marks(`t${telephoneIndex}`, telephoneIndex),
    list: { source, asOf, sheet, row, year, programme },
    papers: [],
    sequence: null,
    stage: null,
    ended: null,
    answer: null,
    sex: null,
    titleKind: null,
    titleNumber: null,
    titleOwner: null,
    accountHolder: null,
    appliedOn: null,
    place,
  }
}

/** What is equal is told by a mark, never by showing the number. */
type Marks = (text: string, value: string | null) => number | null

/** Numbers things as they come: equal ones get one number. */
function marker(): Marks {
  const known = new Map<string, number>()
  return (text, value) => {
    if (value === null) return null
    const number = known.get(text) ?? known.size + 1
    known.set(text, number)
    return number
  }
}

/** Who put the two side by side, as what and why; null where comparison did. */
async function loadPointed(db: ReadDb, county: number, { first, second }: PairRow) {
  const { rows } = await sql<{ suspected: Suspicion; reason: string; on: Day; by: string }>`
    select p.suspected, p.reason, p.pointed_on as on, coalesce(a.name, '') as by
      from match_pointed p
      left join account a on a.county = ${county} and a.id = p.pointed_by
     where p.county = ${county} and p.first = ${first} and p.second = ${second}`.execute(db)
  return rows[0] ?? null
}

import { z } from 'zod'
import { isDay } from '../dates/day.ts'
import { type Condition, tests } from './condition.ts'
import { stages } from './road-stages.ts'
import { lineUnits, measures, units } from './units.ts'

/** The files of a pack, as an editor completes and checks them; `packs/schema/*.json` is generated from these. */

const said = z
  .strictObject({ zh: z.string().min(1), en: z.string().min(1) })
  .meta({ id: 'said', description: 'What people read: Chinese first, English complete.' })
const day = z
  .string()
  .refine(isDay, { error: 'YYYY-MM-DD' })
  .meta({
    id: 'day',
    pattern: String.raw`^\d{4}-\d{2}-\d{2}$`,
    description: 'A calendar day in Asia/Shanghai.',
  })
const clause = z
  .string()
  .regex(/^§(A\.\d+|\d+(\.\d+)*[a-z]?)$/)
  .meta({ id: 'clause', description: 'A clause id of clauses.yaml, such as §4.1b.' })
const clauses = z.array(clause).min(1)
const name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/)
  .meta({ id: 'name', description: 'A dotted English name, such as household.permanentlyResident.' })
const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/)
  .meta({ id: 'id', description: 'A kebab-case id, such as resident-household or eligibility.heating.' })

/** `plan`: the document says so. `assumed`: it is silent, and the county must put its own value here. */
const status = z.enum(['plan', 'assumed'])
const value = z.union([z.boolean(), z.number(), z.string()])
const operand = z
  .union([value, z.array(value).min(1), z.strictObject({ parameter: name })])
  .meta({ id: 'operand', description: 'A value, a list of values for oneOf, or a parameter.' })

const conditionKinds = ['all', 'any', 'not', 'fact'] as const

/** One of `all`, `any`, `not`, or a `fact` with exactly one test. */
const condition = z.lazy(() =>
  z
    .strictObject({
      all: z.array(condition).min(1),
      any: z.array(condition).min(1),
      not: condition,
      fact: name,
      ...(Object.fromEntries(tests.map((test) => [test, operand])) as Record<
        (typeof tests)[number],
        typeof operand
      >),
    })
    .partial()
    .refine((c) => conditionKinds.filter((kind) => c[kind] !== undefined).length === 1, {
      error: 'all | any | not | fact',
    })
    .refine((c) => tests.filter((test) => c[test] !== undefined).length === (c.fact === undefined ? 0 : 1), {
      error: `fact + ${tests.join(' | ')}`,
    })
    .meta({
      id: 'condition',
      oneOf: [
        ...['all', 'any', 'not'].map((kind) => ({ required: [kind], maxProperties: 1 })),
        { required: ['fact'], minProperties: 2, maxProperties: 2 },
      ],
    }),
) as unknown as z.ZodType<Condition>

const packHeader = z.strictObject({
  id,
  title: said,
  county: z.strictObject({ code: z.string().regex(/^\d{6}$/), name: said }),
  document: z.strictObject({ number: z.string().min(1), issuedOn: day, issuer: said }),
  validFrom: day,
  season: z.strictObject({
    start: z.strictObject({ day, status, clauses: z.array(clause), note: said }),
    end: z.strictObject({ day, status, clauses: z.array(clause), note: said }),
  }),
  supersedes: z.array(id),
})

const parameter = z.strictObject({
  label: said,
  unit: z.enum(units).describe('Money is always in fen.'),
  days: z.enum(['calendar', 'working']).optional().describe('How days are counted, where the unit is day.'),
  clauses,
  status,
  note: said.describe('Where the value comes from; where it is assumed, from which pattern.'),
  choices: z.record(id, said).optional().describe('What the values of a choice are called.'),
  values: z.array(z.strictObject({ from: day, value: z.union([value, z.array(value).min(1)]) })).min(1),
})

const fact = z.strictObject({
  label: said,
  type: z.enum(['boolean', 'number', 'text', 'day']),
  values: z.record(id, said).optional().describe('The possible values of a text fact.'),
  unit: z.enum(units).optional(),
  clauses,
  evidence: z.array(id).min(1).describe('What settles it: ids of `evidence`, the best first.'),
  suppliedBy: z.array(id).min(1).describe('Who supplies it: ids of `suppliers`.'),
  remedy: said.describe('What to do while it is unknown: one short sentence naming the next step.'),
  unlessRecorded: value.optional().describe('What holds while nobody recorded anything.'),
  expiresAfterDays: z.int().positive().optional().describe('Days after which its evidence must be renewed.'),
  says: z
    .strictObject({ yes: said, no: said })
    .optional()
    .describe(
      'A boolean fact as sentences a family understands; without them its label and the value are told.',
    ),
  toHousehold: said
    .optional()
    .describe(
      'What the family itself does about it, or that it need do nothing; without it the remedy is told.',
    ),
  settledAt: z
    .array(id)
    .min(1)
    .optional()
    .describe('Where it is settled: ids of `places`; the family is sent to the first.'),
  onceFound: z
    .strictObject({ toHousehold: said, settledAt: z.array(id).min(1) })
    .optional()
    .describe('What the family does, and where, once it is found so; until then it is being looked at.'),
  changeable: z
    .boolean()
    .optional()
    .describe(
      '`false` where a family cannot lawfully make it otherwise, only have a wrong record put right.',
    ),
  asked: said
    .optional()
    .describe('Of a fact that is true once something is approved: what is asked for, approved or not.'),
  excludes: z
    .array(name)
    .min(1)
    .optional()
    .describe('Yes-or-no facts that cannot be true together with this one: no way to a yes asks for both.'),
  given: z
    .literal(true)
    .optional()
    .describe(
      'It is of the proceedings, not of the home (a list was handed in): nobody makes it otherwise for another answer, so it is never offered as a way to a yes.',
    ),
})
const place = z.strictObject({
  label: said,
  organisation: id
    .optional()
    .describe(
      'The kind of organisation it is; its name and telephone are told where the county has entered one.',
    ),
})
const evidence = z.strictObject({
  ...said.shape,
  keptByOffice: z
    .literal(true)
    .optional()
    .describe('A list or record that an office keeps: no family is asked to bring it.'),
})
const facts = z.strictObject({
  evidence: z.record(id, evidence),
  suppliers: z.record(id, said),
  places: z
    .record(id, place)
    .optional()
    .describe('Where families go: village, town, power supply station, police.'),
  facts: z.record(name, fact),
})

const rule = z.strictObject({
  id,
  groups: z.array(id).min(1),
  label: said,
  clauses,
  from: day.optional().describe('First day of force; without it, the day the pack is valid from.'),
  until: day.optional().describe('Last day of force.'),
  when: condition.describe('The rule answers yes where this holds.'),
  refusal: said.describe('What is said where the answer is no: the reason and the next step.'),
})
const rules = z.strictObject({
  groups: z.array(z.strictObject({ id, label: said })).min(1),
  rules: z.array(rule).min(1),
})

const milestone = z.strictObject({
  id,
  label: said,
  line: id.describe('A line of work of targets.yaml.'),
  clauses,
  status,
  day: day.optional(),
  after: z
    .strictObject({ season: z.enum(['start', 'end']), days: name.describe('A parameter in days.') })
    .optional(),
  counts: id
    .optional()
    .describe(
      'What is counted towards it: lots-awarded, usage-read, or the stage of the road that homes must have reached.',
    ),
})
const milestones = z
  .array(
    milestone
      .refine((m) => (m.day === undefined) !== (m.after === undefined), { error: 'day | after' })
      .meta({ oneOf: [{ required: ['day'] }, { required: ['after'] }] }),
  )
  .min(1)

const targets = z.strictObject({
  lines: z.array(
    z.strictObject({
      id,
      label: said,
      unit: z
        .enum(lineUnits)
        .describe('What is counted; area is that of the homes, everything else one a home.'),
      unitLabel: said.describe('What follows an amount.'),
      total: z.int().positive(),
      each: z
        .strictObject({ least: z.number().positive(), most: z.number().positive() })
        .optional()
        .describe('Of a line counted in m2: what one home can bring; anything else is a slip, and refused.'),
      measured: z
        .strictObject({
          parts: z
            .array(z.strictObject({ id, label: said }))
            .min(1)
            .describe('What may be built in a home: walls, roof, windows.'),
          checklist: id.describe(
            'The list of checklists.yaml the firm, the supervisor, town and county check by.',
          ),
          pays: id.describe('The group of rules that has to answer yes before anything is paid.'),
          rateOf: name.describe(
            'The parameter that says what a m² is paid, in fen; never more than the contract asks.',
          ),
          capOf: name.describe('The parameter that says what a home is paid at most, in fen.'),
          leastParts: z.int().positive().describe('Fewer parts are not what this line pays for.'),
          mostM2: z
            .number()
            .positive()
            .describe('What all parts of one home can come to; more is a slip, and refused.'),
        })
        .optional()
        .describe(
          'What an installation of this line is made of: parts measured in m². Without it, of machines with serials.',
        ),
    }),
  ),
  targets: z.array(
    z.strictObject({
      id,
      line: id,
      areaType: z.enum(['urban', 'rural']),
      label: said,
      count: z.int().positive(),
      clauses,
      status,
    }),
  ),
})

const checklistItem = z.strictObject({
  id,
  label: said,
  blocks: z.boolean().describe('Whether a failed item stops the acceptance.'),
  photo: z.boolean().describe('Whether a photograph is required.'),
  clauses,
  reading: z
    .strictObject({
      unit: z.enum(measures),
      least: z.number().optional().describe('Of an item that passes; less cannot be, or is too little.'),
      most: z.number().optional().describe('Of an item that passes.'),
      leastOf: name.optional().describe('Instead of `least`: the parameter that says it, by date.'),
      mostOf: name.optional().describe('Instead of `most`: the parameter that says it, by date.'),
      several: z
        .literal(true)
        .optional()
        .describe('Of a commissioning run: more than one value, as of rooms.'),
      notBelow: id
        .optional()
        .describe('Of a commissioning run: the item whose value this one reaches at least.'),
    })
    .optional()
    .describe('A value to be measured or copied.'),
  onRecord: z
    .enum(['machines', 'commitment', 'confirmation'])
    .optional()
    .describe(
      'What the program knows itself, and what passes must agree with: how many machines are registered (the reading), whether the commitment is signed. `confirmation`: passed without asking once the household has signed the acceptance; asked until then.',
    ),
  settles: name.optional().describe('The fact that a passed or failed item settles.'),
})
const checklists = z
  .array(
    z.strictObject({
      id,
      label: said,
      by: z.array(id).min(1).describe('Who fills it in: ids of `suppliers`.'),
      line: id.optional().describe('Of the building lines: the line of work of targets.yaml.'),
      routes: z
        .array(id)
        .min(1)
        .optional()
        .describe('It is the list of the commissioning run of these routes: every item is a measurement.'),
      clauses,
      status,
      note: said,
      items: z.array(checklistItem).min(1),
    }),
  )
  .min(1)

const calendar = z.strictObject({
  source: said.describe('Where the days come from.'),
  years: z.record(
    z.string().regex(/^\d{4}$/),
    z.strictObject({
      document: z.string().min(1).describe('The notice that sets the days of this year.'),
      holidays: z.array(z.strictObject({ name: said, from: day, to: day })),
      workdays: z.array(day).describe('Saturdays and Sundays worked instead.'),
    }),
  ),
})

const changeKinds = [
  'add',
  'return',
  'replace',
  'withdraw',
  'refuse',
  'demolish',
  'die',
  'correct',
  'move',
  'succeed',
] as const

const change = z.strictObject({
  id: z
    .enum(changeKinds)
    .describe(
      '`replace` is how a waiting home comes in for one that leaves; withdraw, refuse, demolish and die are why it leaves; `return` brings back one that left by a mistaken approval.',
    ),
  label: said,
  clauses,
  status,
  note: said,
  notice: z.boolean().describe('Whether the home has to be on a public notice after the change.'),
  recovers: z
    .enum(['none', 'equipment', 'all'])
    .optional()
    .describe('Of a home that leaves: which of the subsidies it received are owed back.'),
  papers: z
    .array(z.strictObject({ id, label: said, required: z.boolean() }))
    .describe('The papers of the request; required ones must be attached.'),
})
const changes = z.array(change)

const accessPaper = z.strictObject({
  id,
  of: z
    .enum(['contractor', 'supervisor', 'maker', 'model'])
    .describe('Who answers the paper: a kind of firm, or a model of equipment.'),
  label: said,
  clauses,
  status,
  note: said,
  required: z.boolean().describe('Without it nobody is admitted.'),
  numbered: z.boolean().describe('Whether the number on the paper is asked for.'),
  expires: z.boolean().describe('Whether the last day the paper is good for is asked for.'),
})
const access = z.strictObject({
  papers: z.array(accessPaper),
  reasons: z
    .array(z.strictObject({ id, label: said, clauses }))
    .describe('Classes of reason for the negative list; all that others are told of an entry.'),
})

const dossierPaper = z.strictObject({
  id,
  label: said,
  clauses,
  status,
  note: said,
  from: z.enum(stages).describe('The stage of the road from which on it is due.'),
  needed: z
    .enum(['contribution', 'change', 'coal', 'machines', 'parts'])
    .optional()
    .describe(
      'Only where the household contributes, the register was changed, coal was found, the line of work is built with machines, or by measured parts; without it, always.',
    ),
  proof: z
    .enum([
      'application',
      'commitment',
      'installation',
      'devices',
      'parts',
      'materials',
      'self-check',
      'commissioning',
      'in-home',
      'sign-offs',
      'account',
      'contribution',
      'settlement',
      'change',
      'coal',
    ])
    .optional()
    .describe('The record that stands for the paper; without it only a file does.'),
  item: id
    .optional()
    .describe('Of the proofs self-check and in-home: the item of that checklist that has to have passed.'),
  signed: id
    .optional()
    .describe('The paper of papers.yaml that stands for it once the household has signed it.'),
  by: z.array(id).min(1).describe('Who brings it: ids of `suppliers`.'),
  personal: z
    .literal(true)
    .optional()
    .describe('It shows numbers that are masked elsewhere: it opens to whoever may unmask them.'),
})
const dossier = z.array(dossierPaper).max(31)

const signedPaper = z.strictObject({
  id,
  title: said,
  clauses,
  status,
  note: said,
  from: z.enum(stages).describe('The stage of the road from which on it may be signed.'),
  until: z
    .enum(stages)
    .describe('The stage from which on telephones ask for it no more; it may still be signed.'),
  by: z
    .array(id)
    .min(1)
    .describe('Who has it signed: ids of `suppliers`; `household` signs on its own telephone.'),
  withContractor: z
    .literal(true)
    .optional()
    .describe("It binds the home's contractor: not before there is one."),
  firmMayWitness: z
    .literal(true)
    .optional()
    .describe("People of the home's contractor, who is paid for it, may witness it. Left out, they may not."),
  items: z.array(said).min(1).describe('What is signed, line by line; the Chinese binds.'),
  dataUse: said.optional().describe('What becomes of the personal data; signed with it.'),
  ofParts: z
    .union([z.literal(false), z.strictObject({ title: said, items: z.array(said).min(1) })])
    .optional()
    .describe(
      'What homes of a line that is built by measured parts sign in its place; `false`: nothing. Left out, the same words.',
    ),
})
const papers = z.array(signedPaper)

const outreach = z.strictObject({
  activities: z
    .array(
      z.strictObject({
        id,
        label: said,
        clauses,
        status,
        note: said,
        reach: z
          .enum(['count', 'homes'])
          .describe('Whether it says how many families it reached, or which homes.'),
      }),
    )
    .describe('The kinds of publicity.'),
  reasons: z
    .array(z.strictObject({ id, label: said, clauses }))
    .describe('Why a household does not want the change or has not made up its mind.'),
})

const pays = z.enum(['equipment', 'operating'])
const ways = ['rateOf', 'tiers', 'steps'] as const

/** Of every figure the name of its parameter: so all are dated, explained, and marked where the document is silent. */
const subsidy = z.strictObject({
  id,
  pays: pays.describe('The machines or works of a home, once; or its heating, every season.'),
  label: said,
  clauses,
  from: day.optional().describe('First day of force; without it, always.'),
  until: day.optional().describe('Last day of force. Of a season its last day counts.'),
  routes: z.array(id).min(1).optional().describe('Only for homes of villages with these technical routes.'),
  hardship: z
    .array(z.enum(['low-income', 'destitute', 'other']))
    .min(1)
    .optional()
    .describe('Only for families in these kinds of hardship: what they get beside the others.'),
  of: z
    .enum(['home', 'unit', 'm2', 'price', 'kWh', 'valley-kWh'])
    .describe(
      'What is multiplied: 1; machines accepted; m² heated or built; the contract price; kWh of the season; of them, those of valley hours.',
    ),
  aboveOf: name
    .optional()
    .describe('The quantity beyond which it counts: nothing is paid for what is below.'),
  mostOf: name.optional().describe('The quantity that counts at most, what is below `aboveOf` not included.'),
  rateOf: name.optional().describe('What one is paid: fen, or of the price a percentage.'),
  tiers: z
    .array(z.strictObject({ toOf: name.optional(), rateOf: name }))
    .min(1)
    .optional()
    .describe('Each part of the quantity at its own rate, up to `toOf`; the last may go on without end.'),
  steps: z
    .array(z.strictObject({ fromOf: name, amountOf: name }))
    .min(1)
    .optional()
    .describe('A sum for having reached a quantity: that of the last one reached.'),
  over: z
    .int()
    .min(2)
    .optional()
    .describe('The product is divided by it: a third of the price is no percentage.'),
  seasonsOf: name.optional().describe('How many seasons a home has it for.'),
  bySeasonOf: name
    .optional()
    .describe("Percentages of a home's first, second, third season with the subsidy; beyond them nothing."),
  upToPrice: z.literal(true).optional().describe('Never more than what the contract asks for the same.'),
  capOf: name.optional().describe('What a home is paid of it at most, in fen.'),
  rounding: z
    .strictObject({ to: z.enum(['fen', 'jiao', 'yuan']), how: z.enum(['down', 'nearest']) })
    .optional()
    .describe('Rounded once, at the end; without it, down to the fen.'),
  split: z
    .array(
      z.strictObject({
        level: z.enum(['central', 'province', 'city', 'county']),
        percentOf: name.optional(),
      }),
    )
    .min(1)
    .optional()
    .describe(
      'Who bears it. Each is rounded down to the fen; the one without a percentage bears what is left.',
    ),
})
const subsidies = z
  .array(
    subsidy
      .refine((each) => ways.filter((way) => each[way] !== undefined).length === 1, {
        error: ways.join(' | '),
      })
      .meta({ oneOf: ways.map((way) => ({ required: [way] })) }),
  )
  .min(1)

const answer = z.enum(['yes', 'no', 'unknown'])
const packCase = z.strictObject({
  title: said,
  rule: id.optional(),
  group: id.optional(),
  day: day.optional().describe('The day of the decision; without it, the day the pack is valid from.'),
  facts: z
    .record(name, value)
    .describe('Values, or `unknown`, or `conflicting`; a fact left out was not recorded.'),
  expect: answer,
  missing: z.array(name).optional().describe('Of a group: the facts that must be asked for, in any order.'),
})
const cases = z
  .array(
    packCase
      .refine((c) => (c.rule === undefined) !== (c.group === undefined), { error: 'rule | group' })
      .meta({ oneOf: [{ required: ['rule'] }, { required: ['group'] }] }),
  )
  .min(1)

export const packSchemas = {
  pack: packHeader,
  parameters: z.record(name, parameter),
  facts,
  rules,
  milestones,
  targets,
  checklists,
  calendar,
  changes,
  access,
  dossier,
  papers,
  outreach,
  subsidies,
  clauses: z.record(clause, said),
  cases,
}

export type PackHeader = z.output<typeof packHeader>
export type Parameter = z.output<typeof parameter>
export type FactDefinition = z.output<typeof fact>
export type Rule = z.output<typeof rule>
export type FactCatalogue = z.output<typeof facts>
export type RuleBook = z.output<typeof rules>
export type Milestone = z.output<typeof milestone>
export type Targets = z.output<typeof targets>
export type Checklist = z.output<typeof checklists>[number]
export type Calendar = z.output<typeof calendar>
export type ChangeTerms = z.output<typeof change>
export type AccessStandard = z.output<typeof access>
export type DossierPaper = z.output<typeof dossierPaper>
export type SignedPaper = z.output<typeof signedPaper>
export type Outreach = z.output<typeof outreach>
export type Subsidy = z.output<typeof subsidies>[number]
export type PackCase = z.output<typeof packCase>

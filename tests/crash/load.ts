import { randomBytes } from 'node:crypto'
import { newId } from '../../src/kernel/identity/id.ts'
import { aRegister, anApplication, anApplicationForm } from '../../src/modules/households/samples.ts'
import type { Journal } from './journal.ts'
import { anAct, type Person, type Reply, type SentAct } from './office.ts'

export interface County {
  programme: string
  town: { code: string }
  villages: { id: string; code: string; name: string }[]
  people: { officers: Person[]; bureau: Person }
}

/** People at work until `stop`, or until nobody answers them any more. Answers how many acts they sent. */
export function atWork(county: County, journal: Journal): { stop(): Promise<number> } {
  let stopped = false
  let sent = 0
  const until = async (work: () => Promise<Reply[]>) => {
    while (!stopped) {
      const replies = await work()
      sent += replies.length
      if (replies.some(({ status }) => status === 'unanswered')) return
    }
  }
  const [first, second = first, third = first] = county.people.officers
  if (!first || !second || !third) throw new Error('Nobody is there to work.')
  const working = [
    until(singleApplications(county, journal, first)),
    until(singleApplications(county, journal, second)),
    until(batches(county, journal, third)),
    until(imports(county, journal, first)),
    until(notices(county, journal, second)),
    until(async () => [
      await journal.perform(
        county.people.bureau,
        anAct('register.screen', { programme: county.programme, area: county.town.code }),
      ),
    ]),
  ]
  return {
    async stop() {
      stopped = true
      await Promise.all(working)
      return sent
    },
  }
}

let people = 0
/** Nobody shares a key with anybody, so that a mark for a shared key tells of an application entered twice. */
const adding = (county: County, village = any(county.villages).code, changes: object = {}): SentAct =>
  anAct('home.add', {
    programme: county.programme,
    home: newId(),
    village,
    fields: anApplicationForm(++people, changes),
    synthetic: true,
  })

const correcting = (home: unknown): SentAct =>
  anAct('home.correct', { home, changes: { remark: randomBytes(6).toString('hex') }, reason: '补充说明' })

/** An application comes, a fact is missing; it is settled with a paper, and twice corrected. */
const singleApplications = (county: County, journal: Journal, by: Person) => async () => {
  const add = adding(county, undefined, { permanentlyResident: undefined })
  const replies = [await journal.perform(by, add)]
  const digest = await by.upload(aPicture())
  if (digest === undefined) return [...replies, { status: 'unanswered' as const }]
  for (const act of [
    anAct(
      'home.settle-fact',
      { home: add.input.home, fact: 'household.permanentlyResident', value: true, reason: '村里证明' },
      [{ kind: 'document', digest }],
    ),
    correcting(add.input.home),
    correcting(add.input.home),
  ])
    replies.push(await journal.perform(by, act))
  return replies
}

const batches = (county: County, journal: Journal, by: Person) => () => {
  const adds = Array.from({ length: 12 }, () => adding(county))
  return journal.performBatch(by, [...adds, ...adds.map((add) => correcting(add.input.home))])
}

/** A workbook of some hundred rows; some are taken back. */
const imports = (county: County, journal: Journal, by: Person) => async () => {
  const rows = Array.from({ length: 200 }, () => anApplication(++people, any(county.villages).name))
  const digest = await by.upload(await aRegister(rows))
  if (digest === undefined) return [{ status: 'unanswered' as const }]
  const act = anAct(
    'register.import',
    {
      programme: county.programme,
      import: newId(),
      area: county.town.code,
      fileName: '确户表.xlsx',
      synthetic: true,
    },
    [{ kind: 'workbook', digest }],
  )
  const imported = await journal.perform(by, act)
  if (imported.status !== 'done' || Math.random() < 0.5) return [imported]
  const { programme, import: id } = act.input
  const undo = anAct('register.undo-import', { programme, import: id, reason: '导错了文件' })
  return [imported, await journal.perform(by, undo)]
}

/** A village's applications, on a notice, with a photograph of the board. */
const notices = (county: County, journal: Journal, by: Person) => async () => {
  const village = any(county.villages)
  const replies = await journal.performBatch(
    by,
    Array.from({ length: 4 }, () => adding(county, village.code)),
  )
  const notice = newId()
  const opened = await journal.perform(by, anAct('notice.open', { notice, village: village.id }))
  if (opened.status !== 'done') return [...replies, opened]
  const digest = await by.upload(aPicture())
  if (digest === undefined) return [...replies, opened, { status: 'unanswered' as const }]
  const posting = anAct('notice.post', { notice, postedOn: '2023-08-15' }, [{ kind: 'photo', digest }])
  return [...replies, opened, await journal.perform(by, posting)]
}

const any = <T>(list: readonly T[]): T => {
  const one = list[Math.floor(Math.random() * list.length)]
  if (one === undefined) throw new Error('There is nothing to choose from.')
  return one
}

/** By its bytes a photograph, some of them of the size a telephone makes. */
function aPicture(): Buffer {
  const size = Math.random() < 0.2 ? 400_000 : 3_000
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size)])
}

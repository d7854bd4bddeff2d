import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { breather } from '../../../kernel/pace/breather.ts'
import type { Answer } from '../../../kernel/pack/kleene.ts'
import { RecordedFacts } from '../../../kernel/pack/recorded.ts'
import { factsFinder, type HomeToJudge } from '../acts/judge-homes.ts'
import { columnsToJudge, settledFacts } from '../acts/screen-homes.ts'
import { sharedKeys } from '../acts/shared-keys.ts'
import { type Line, lines } from '../model/fields.ts'
import { visible } from './home-filter.ts'

/** The live homes of one line of work, each a row in every list. */
export interface LineOfRegister {
  line: Line
  ids: string[]
  towns: string[]
  villages: string[]
  /** The answer of the home's last screening. */
  answers: Answer[]
  /** 1 where the home is confirmed. */
  confirmed: Uint8Array
  /** How many units it asks for; 0 where it does not say. */
  units: Uint8Array
  facts: RecordedFacts
}

interface Row extends HomeToJudge {
  town: string
  answer: Answer
  wantedUnits: number | null
}

const atOnce = 2_000

/**
 * The facts of every live home this person may see, as screening would find them now, small enough to keep: read a
 * few thousand at a time, so that nobody waits for it.
 */
export async function readRegister(
  db: ReadDb,
  context: Pick<QueryContext, 'county' | 'today' | 'scope' | 'progress'>,
): Promise<LineOfRegister[]> {
  const { county, today } = context
  const shared = await sharedKeys(db, county, undefined)
  const settled = await settledFacts(db, county, today, undefined)
  const read: LineOfRegister[] = []
  const breath = breather()
  for (const [nth, line] of lines.entries()) {
    const among = sql`h.county = ${county} and h.ended is null and h.line = ${line} and ${visible(context)}`
    const { rows: counted } = await sql<{
      homes: number
    }>`select count(*) as homes from home h where ${among}`.execute(db)
    const count = counted[0]?.homes ?? 0
    const own = emptyLine(line, count)
    read.push(own)
    let after = '00000000-0000-0000-0000-000000000000'
    while (own.ids.length < count) {
      const { rows } = await sql<Row>`
        select ${columnsToJudge}, town, answer, wanted_units as "wantedUnits"
          from home h where ${among} and h.id > ${after}::uuid order by h.id limit ${atOnce}`.execute(db)
      const last = rows.at(-1)
      if (!last) break
      const factsOf = await factsFinder(db, county, rows, { shared, settled })
      for (const home of rows) {
        putHome(own, home, factsOf(home).facts)
        if (breath.due) await breath.take()
      }
      after = last.id
      context.progress((nth + own.ids.length / count) / lines.length, 'progress.reading-register')
    }
  }
  return read
}

const emptyLine = (line: Line, count: number): LineOfRegister => ({
  line,
  ids: [],
  towns: [],
  villages: [],
  answers: [],
  confirmed: new Uint8Array(count),
  units: new Uint8Array(count),
  facts: new RecordedFacts(count),
})

function putHome(own: LineOfRegister, home: Row, facts: Parameters<RecordedFacts['put']>[1]): void {
  const row = own.ids.push(home.id) - 1
  own.towns.push(home.town)
  own.villages.push(home.village)
  own.answers.push(home.answer)
  own.confirmed[row] = home.confirmed_on === null ? 0 : 1
  own.units[row] = Math.min(255, home.wantedUnits ?? 0)
  own.facts.put(row, facts)
}

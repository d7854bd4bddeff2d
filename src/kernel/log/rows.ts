import { CompiledQuery } from 'kysely'
import type { ReadDb } from '../database/database.ts'

/**
 * Plain SQL with its own casts to text, so that what is compared is what the database holds and not what a
 * driver's parser made of it.
 */
export async function ask<R>(db: ReadDb, text: string, values: unknown[]): Promise<R[]> {
  const result = await db.getExecutor().executeQuery(CompiledQuery.raw(text, values))
  return result.rows as R[]
}

let opened = 0

/** Rows in batches through a cursor: memory stays that of one batch. Needs the transaction of `Database.read`. */
export async function* askInBatches<R>(
  db: ReadDb,
  text: string,
  values: unknown[],
  size = 2000,
): AsyncGenerator<R[], void> {
  const name = `log_rows_${++opened}`
  await ask(db, `declare ${name} no scroll cursor for ${text}`, values)
  for (;;) {
    const rows = await ask<R>(db, `fetch forward ${size} from ${name}`, [])
    if (rows.length > 0) yield rows
    if (rows.length < size) break
  }
  await ask(db, `close ${name}`, [])
}

/**
 * Rows of one cursor taken one by one in the order of their act, so that several tables can be walked side by
 * side.
 */
export class ActRows<R extends { act: string }> {
  readonly #batches: AsyncGenerator<R[], void>
  #rows: R[] = []
  #at = 0

  private constructor(batches: AsyncGenerator<R[], void>) {
    this.#batches = batches
  }

  /** `text` selects `act` as text and orders by it. */
  static async open<R extends { act: string }>(
    db: ReadDb,
    text: string,
    county: number,
    size?: number,
  ): Promise<ActRows<R>> {
    const rows = new ActRows<R>(askInBatches<R>(db, text, [county], size))
    await rows.#fill()
    return rows
  }

  /** The act of the row that comes next; undefined at the end. */
  get act(): string | undefined {
    return this.#rows[this.#at]?.act
  }

  /** The next row where it belongs to `act`, and steps over it. */
  async take(act: string): Promise<R | undefined> {
    const row = this.#rows[this.#at]
    if (row?.act !== act) return undefined
    this.#at++
    if (this.#at >= this.#rows.length) await this.#fill()
    return row
  }

  async #fill(): Promise<void> {
    const next = await this.#batches.next()
    this.#rows = next.done ? [] : next.value
    this.#at = 0
  }
}

import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import type pg from 'pg'

/** PostgreSQL whose every transaction is fenced into one county (design §5), by the message that begins it. */
export const countyDialect = (pool: pg.Pool, county: number): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new CountyDriver(pool, county),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})

class CountyDriver extends PostgresDriver {
  readonly #enter: string

  constructor(pool: pg.Pool, county: number) {
    super({ pool })
    this.#enter = `set local role qingnuan_app; set local app.county = '${Math.trunc(county)}'`
  }

  /** One trip to the server instead of three: most acts and queries are a handful of them altogether. */
  override async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ): Promise<void> {
    const level = isolationLevel ? ` isolation level ${isolationLevel}` : ''
    const begin = `begin${level}${accessMode ? ` ${accessMode}` : ''}; ${this.#enter}`
    try {
      await connection.executeQuery(CompiledQuery.raw(begin))
    } catch (error) {
      // It may have begun before it failed, and the connection goes back to the pool.
      await this.rollbackTransaction(connection).catch(() => undefined)
      throw error
    }
  }
}

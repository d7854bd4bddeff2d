import type { z } from 'zod'
import type { modules } from '../../../server/modules.ts'

/** What the screens know of the server, by type alone: nothing of it is bundled. */
type Modules = (typeof modules)[number]
type Acts = Modules['acts'][number]
type Queries = Modules['queries'][number]
type Downloads = Modules['downloads'][number]

export type ActKind = Acts['kind']
export type QueryName = Queries['name']
export type DownloadName = Downloads['name']

export type ActInput<K extends ActKind> = z.input<Extract<Acts, { kind: K }>['input']>
export type QueryInput<N extends QueryName> = z.input<Extract<Queries, { name: N }>['input']>
export type DownloadInput<N extends DownloadName> = z.input<Extract<Downloads, { name: N }>['input']>

/** A query's answer as it arrives: what JSON makes of what the query returned. */
export type Answer<N extends QueryName> = Jsoned<Awaited<ReturnType<Extract<Queries, { name: N }>['run']>>>

export type Jsoned<T> = T extends Date
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer U)[]
      ? Jsoned<U>[]
      : T extends object
        ? { [P in keyof T as T[P] extends (...args: never[]) => unknown ? never : P]: Jsoned<T[P]> }
        : T

import type { Facts } from '../pack/condition.ts'
import type {
  ActContext,
  ActDefinition,
  DownloadDefinition,
  HomeFacts,
  ModuleDefinition,
  QueryDefinition,
  Reaction,
} from './define.ts'

/** All modules' acts, queries, downloads, reactions and subjects, by name. Throws on a name used twice. */
export interface Registry {
  acts: ReadonlyMap<string, ActDefinition>
  queries: ReadonlyMap<string, QueryDefinition>
  downloads: ReadonlyMap<string, DownloadDefinition>
  reactions: readonly Reaction[]
  homeFacts: readonly HomeFacts[]
  /** Subject type → table. */
  subjects: ReadonlyMap<string, string>
}

export function registryOf(modules: readonly ModuleDefinition[]): Registry {
  const acts = new Map<string, ActDefinition>()
  const queries = new Map<string, QueryDefinition>()
  const downloads = new Map<string, DownloadDefinition>()
  const subjects = new Map<string, string>()
  const put = <T>(map: Map<string, T>, key: string, value: T) => {
    if (map.has(key)) throw new Error(`'${key}' is defined twice.`)
    map.set(key, value)
  }
  for (const module of modules) {
    for (const act of module.acts) put(acts, act.kind, act)
    for (const query of module.queries) put(queries, query.name, query)
    for (const download of module.downloads) put(downloads, download.name, download)
    for (const [type, table] of Object.entries(module.subjects)) put(subjects, type, table)
  }
  for (const act of acts.values())
    if (!subjects.has(act.subject.type))
      throw new Error(`Act '${act.kind}' is about '${act.subject.type}', which no module owns.`)
  return {
    acts,
    queries,
    downloads,
    subjects,
    reactions: modules.flatMap((module) => module.reactions),
    homeFacts: modules.flatMap((module) => module.homeFacts ?? []),
  }
}

/** What all modules together know of homes; two never name one fact. */
export const homeFactsIn =
  ({ homeFacts }: Registry, context: Parameters<HomeFacts>[1]): ActContext['homeFacts'] =>
  async (db, homes) => {
    const known = new Map<string, Facts>()
    if (homes.length === 0) return known
    for (const of of homeFacts)
      for (const [home, facts] of await of(db, context, homes))
        known.set(home, { ...known.get(home), ...facts })
    return known
  }

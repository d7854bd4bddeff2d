/** The list a page was opened from and the pages that stood on it, so that whoever settled one goes on to the next. */
export interface Walk {
  /** The list's address, filters and all. */
  list: string
  /** Addresses of the rows shown there, from top to bottom. */
  stops: readonly string[]
}

/** Where one stands on a walk. */
export interface WalkPlace {
  list: string
  /** From 1. */
  at: number
  of: number
  previous?: string
  next?: string
}

const kept = 'qingnuan.walk'

export function keepWalk(walk: Walk): void {
  sessionStorage.setItem(kept, JSON.stringify(walk))
}

/** The walk that was begun in this window, if any. */
export function readWalk(): Walk | undefined {
  const text = sessionStorage.getItem(kept)
  return text === null ? undefined : (JSON.parse(text) as Walk)
}

/** Where a page stands on a walk; undefined where it is none of its stops, or the only one. */
export function placeOf({ list, stops }: Walk, address: string): WalkPlace | undefined {
  const at = stops.indexOf(address)
  if (at < 0 || stops.length < 2) return undefined
  const [previous, next] = [stops[at - 1], stops[at + 1]]
  return {
    list,
    at: at + 1,
    of: stops.length,
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
  }
}

/** A list's address, with the filters it had where the walk came from it. */
export const listAddress = (list: string, walk: Walk | undefined): string =>
  walk?.list.split('?')[0] === list ? walk.list : list

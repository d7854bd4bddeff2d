import { median, type Pairs, quantile, ratioOf, type Sample } from './measure.ts'

/** One line of the table. */
export interface Line {
  what: string
  /** Each run, or each request. */
  ours: readonly Sample[]
  peer?: { what: string; samples: readonly Sample[]; pairs?: Pairs }
  /** The ratio that is claimed, where it is not the medians' (or pairs') own. */
  ratio?: number
  aim?: { said: string; isMet: boolean }
  /** What the median means, such as acts a second. */
  note?: string
}

/** A line of runs that were paired with their peer's. */
export function pairedLine(
  what: string,
  peerWhat: string,
  pairs: Pairs,
  aim?: (ratio: number, medianMs: number) => { said: string; isMet: boolean },
  note?: (medianMs: number) => string,
): Line {
  const ratio = ratioOf(pairs, ({ wallMs }) => wallMs)
  const medianMs = median(pairs.ours.map(({ wallMs }) => wallMs))
  return {
    what,
    ours: pairs.ours,
    peer: { what: peerWhat, samples: pairs.peer, pairs },
    ...(aim ? { aim: aim(ratio, medianMs) } : {}),
    ...(note ? { note: note(medianMs) } : {}),
  }
}

const headings = [
  'what',
  'runs',
  'median',
  'p95',
  'CPU',
  'peer',
  'median',
  'CPU',
  'ratio',
  'CPU ratio',
  'aim',
  '',
]

/** The lines as a Markdown table whose columns also stand straight in a terminal. */
export function tableOf(lines: readonly Line[]): string {
  const cells = [headings, ...lines.map(cellsOf)]
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ''))))
  const written = cells.map(
    (row) =>
      `| ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [written[0], rule, ...written.slice(1)].join('\n')
}

function cellsOf({ what, ours, peer, ratio, aim, note }: Line): string[] {
  const wall = (samples: readonly Sample[]) => samples.map(({ wallMs }) => wallMs)
  const cpu = (samples: readonly Sample[]) => median(samples.map(({ cpuMs }) => cpuMs))
  const pairs = peer?.pairs
  const wallRatio = ratio ?? (pairs ? ratioOf(pairs, ({ wallMs }) => wallMs) : divided(ours, peer?.samples))
  const cpuRatio = pairs && ratio === undefined ? ratioOf(pairs, ({ cpuMs }) => cpuMs) : NaN
  return [
    what,
    String(ours.length),
    milliseconds(median(wall(ours))),
    ours.length > 1 ? milliseconds(quantile(wall(ours), 0.95)) : '',
    milliseconds(cpu(ours)),
    peer?.what ?? '',
    peer ? milliseconds(median(wall(peer.samples))) : '',
    peer ? milliseconds(cpu(peer.samples)) : '',
    times(wallRatio),
    times(cpuRatio),
    aim ? `${aim.said}: ${aim.isMet ? 'met' : 'NOT MET'}` : '',
    note ?? '',
  ]
}

function divided(ours: readonly Sample[], peer: readonly Sample[] | undefined): number {
  if (!peer) return NaN
  return median(ours.map(({ wallMs }) => wallMs)) / median(peer.map(({ wallMs }) => wallMs))
}

const times = (ratio: number): string =>
  Number.isFinite(ratio) ? `${ratio.toFixed(ratio < 10 ? 2 : 1)}×` : ''

function milliseconds(value: number): string {
  if (!Number.isFinite(value)) return ''
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`
  return `${value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)} ms`
}

/** A Chinese character takes two columns of a terminal. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, letter) => width + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0)

import { grouped } from '../../../kernel/words/yuan-text.ts'

export { yuanText } from '../../../kernel/words/yuan-text.ts'

/**
 * What a person typed, in yuan, as fen; undefined where it is no amount. Takes thousands marks, full-width digits
 * and a leading ¥, but no fraction of a fen: rounding is not ours to do.
 */
export function fenOf(typed: string): number | undefined {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '')
    .replace(/^−/, '-')
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) return undefined
  const [, minus, yuan = '', decimals = ''] = match
  const fen = Number(yuan) * 100 + Number(decimals.padEnd(2, '0'))
  return minus && fen !== 0 ? -fen : fen
}

/** For overviews: the amount in ten thousands of yuan (万元), two decimals, rounded half up. */
export const wanText = (fen: number): string => inUnits(fen, 1_000_000)

/** The same in millions of yuan, as English counts. */
export const millionText = (fen: number): string => inUnits(fen, 100_000_000)

function inUnits(fen: number, unitFen: number): string {
  const hundredths = Math.round((Math.abs(fen) * 100) / unitFen)
  return `${fen < 0 ? '−' : ''}${grouped(String(Math.floor(hundredths / 100)))}.${String(hundredths % 100).padStart(2, '0')}`
}

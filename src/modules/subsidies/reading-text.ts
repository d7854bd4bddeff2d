/** A meter reading or quantity of kWh as text, with at most two decimals, in hundredths; undefined for anything else. */
export function readCentiKwh(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/g, '')
  const [, whole, decimals = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
}

/** An amount in yuan as text, with at most two decimals, in fen; undefined for anything else. */
export const readFen = (text: string): number | undefined => readCentiKwh(text.replaceAll(/[¥¥元]/g, ''))

/**
 * A quantity with at most two decimals as text, in hundredths; undefined for anything else. What a spreadsheet has
 * computed (2200.5000000000002) is the two decimals it stands for.
 */
function readHundredths(text: string): number | undefined {
  if (!/^\d{1,10}(?:\.\d{1,17})?$/.test(text)) return undefined
  const exact = Number(text) * 100
  const hundredths = Math.round(exact)
  return Math.abs(exact - hundredths) < 0.0001 ? hundredths : undefined
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s,]/g, '')

/** A meter reading or quantity of kWh, in hundredths. */
export const readCentiKwh = (text: string): number | undefined => readHundredths(plain(text))

/** An amount in yuan, in fen. */
export const readFen = (text: string): number | undefined =>
  readHundredths(
    plain(text)
      .replace(/^[¥￥]/, '')
      .replace(/元$/, ''),
  )

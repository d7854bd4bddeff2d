import { fenOf } from '../../../web/kit/quantities/money.ts'
import type { BillItem } from '../model.ts'

export interface BillReading {
  items: BillItem[]
  /** Lines that are none, by number, with what of them was not read. */
  problems: { line: number; what: 'columns' | 'quantity' | 'price'; said: string }[]
}

/**
 * A bill of quantities as it is pasted from a sheet: name, unit, quantity, unit price a line, apart by tabs, or by
 * blanks or commas from the end, so that a name may have blanks. A line of headings and sums is left out.
 */
export function readBill(text: string): BillReading {
  const reading: BillReading = { items: [], problems: [] }
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.normalize('NFKC').trim()
    if (line === '' || /^(名称|项目|序号|合计|总计|小计)/u.test(line)) continue
    const wrong = (what: BillReading['problems'][number]['what'], said: string) =>
      reading.problems.push({ line: at + 1, what, said })
    const cells = line.includes('\t')
      ? line.split('\t').map((cell) => cell.trim())
      : (/^(.+?)[\s,;、]+(\S+?)[\s,;、]+([\d.]+)[\s,;、]+([\d.]+)$/u.exec(line)?.slice(1) ?? [])
    const [name, unit, quantity, price] = cells
    if (!name || !unit || !quantity || !price) {
      wrong('columns', raw.trim())
      continue
    }
    // Two decimals, as quantities of bills have: read as money is, without a unit.
    const centi = fenOf(quantity)
    const fen = fenOf(price)
    if (centi === undefined || centi <= 0) wrong('quantity', quantity)
    else if (fen === undefined || fen <= 0) wrong('price', price)
    else reading.items.push({ name, unit: unit.replace('m2', 'm²'), centiQuantity: centi, unitPriceFen: fen })
  }
  return reading
}

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟'] as const
const groups = ['', '万', '亿', '万亿'] as const

/**
 * An amount of whole fen as it is written out on a sheet that pays: 人民币壹万零贰元叁角整. Several noughts in a row are
 * written once; without fen it ends in 整 (the Chinese rules for settlement vouchers). Throws for what is no whole number
 * of fen or is below nought.
 */
export function inCapitals(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`No amount to write out: ${fen}`)
  const yuan = Math.floor(fen / 100)
  const [jiao, cent] = [Math.floor(fen / 10) % 10, fen % 10]
  const whole = wholeYuan(yuan)
  const parts =
    (whole && `${whole}元`) +
    (jiao > 0 ? `${digits.charAt(jiao)}角` : whole && cent > 0 ? '零' : '') +
    (cent > 0 ? `${digits.charAt(cent)}分` : '整')
  return `人民币${fen === 0 ? '零元整' : parts}`
}

/** Whole yuan by groups of four places; nothing for nought. */
function wholeYuan(yuan: number): string {
  let written = ''
  let lacks = false
  for (let group = groups.length - 1; group >= 0; group -= 1) {
    const four = Math.floor(yuan / 10_000 ** group) % 10_000
    if (four === 0) {
      lacks = written !== ''
      continue
    }
    if (written !== '' && (lacks || four < 1000)) written += '零'
    written += fourPlaces(four) + (groups[group] ?? '')
    // 壹拾万零柒仟: a group that ends in nought is told from the next.
    lacks = four % 10 === 0
  }
  return written
}

function fourPlaces(four: number): string {
  let written = ''
  let lacks = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(four / 10 ** place) % 10
    if (digit === 0) {
      lacks = written !== ''
      continue
    }
    if (lacks) written += '零'
    lacks = false
    written += digits.charAt(digit) + (places[place] ?? '')
  }
  return written
}

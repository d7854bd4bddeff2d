/** What a cell looks like, and how its value is to be shown: a style is one of each. */
const looks = [
  'plain',
  'title',
  'note',
  'header',
  'required',
  'example',
  'error',
  'warning',
  'message',
  'ruled',
] as const
const formats = ['general', 'text', 'day', 'instant', 'time', 'money'] as const

export type Look = (typeof looks)[number]
export type Format = (typeof formats)[number]

/** The index of a style in the style sheet below. */
export function styleIndex(look: Look, format: Format): number {
  return looks.indexOf(look) * formats.length + formats.indexOf(format)
}

const FORMAT_IDS: Record<Format, number> = {
  general: 0,
  text: 49,
  day: 164,
  instant: 165,
  time: 166,
  money: 4,
}
const FORMAT_CODES: [number, string][] = [
  [164, 'yyyy\\-mm\\-dd'],
  [165, 'yyyy\\-mm\\-dd\\ hh:mm:ss'],
  [166, 'hh:mm:ss'],
]

type LookParts = { font?: string; fill?: string; border?: boolean; alignment?: string }

const MIDDLE = '<alignment vertical="center"/>'
const CENTRED = '<alignment horizontal="center" vertical="center" wrapText="1"/>'

/** Paper and ink with one warm accent; what is wrong is also said in words, so colour is never alone. */
const LOOKS: Record<Look, LookParts> = {
  plain: {},
  title: { font: '<b/><sz val="16"/><color rgb="FF3A2E26"/>', alignment: CENTRED },
  note: {
    font: '<sz val="10"/><color rgb="FF6B5D52"/>',
    alignment: '<alignment vertical="center" wrapText="1"/>',
  },
  header: {
    font: '<b/><sz val="11"/><color rgb="FF3A2E26"/>',
    fill: 'FFF1E9DC',
    border: true,
    alignment: CENTRED,
  },
  required: {
    font: '<b/><sz val="11"/><color rgb="FFA63D17"/>',
    fill: 'FFF1E9DC',
    border: true,
    alignment: CENTRED,
  },
  example: { font: '<i/><sz val="11"/><color rgb="FF8A7F76"/>', fill: 'FFF8F5F0', alignment: MIDDLE },
  error: { font: '<b/><sz val="11"/><color rgb="FF9C1C12"/>', fill: 'FFFBD5D0' },
  warning: { font: '<sz val="11"/><color rgb="FF7A5B00"/>', fill: 'FFFFF2CC' },
  message: { font: '<sz val="11"/><color rgb="FF9C1C12"/>', alignment: MIDDLE },
  ruled: { border: true, alignment: '<alignment vertical="center" wrapText="1"/>' },
}

const FONT_NAME = '<name val="宋体"/><family val="3"/><charset val="134"/>'

/** The one style sheet of every workbook we write. */
export function stylesXml(): string {
  const fonts = looks.map((look) => `<font>${LOOKS[look].font ?? '<sz val="11"/>'}${FONT_NAME}</font>`)
  const fills = looks.map((look) => {
    const { fill } = LOOKS[look]
    if (!fill) return '<fill><patternFill patternType="none"/></fill>'
    return `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`
  })
  // The first two fills are reserved: none and gray125.
  fills.unshift(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  )
  const side = (name: string) => `<${name} style="thin"><color rgb="FFD8CCBC"/></${name}>`
  const borders = [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
  ]
  const xfs = looks.flatMap((look, at) =>
    formats.map((format) => {
      const { fill, border, alignment = '' } = LOOKS[look]
      const ids = `numFmtId="${FORMAT_IDS[format]}" fontId="${at}" fillId="${fill ? at + 2 : 0}" borderId="${border ? 1 : 0}"`
      const applied = `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"`
      return `<xf ${ids} xfId="0" ${applied}>${alignment}</xf>`
    }),
  )
  const codes = FORMAT_CODES.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    counted('numFmts', codes) +
    counted('fonts', fonts) +
    counted('fills', fills) +
    counted('borders', borders) +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    counted('cellXfs', xfs) +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  )
}

function counted(name: string, parts: string[]): string {
  return `<${name} count="${parts.length}">${parts.join('')}</${name}>`
}

import { describe, expect, it } from 'vitest'
import { readBill } from './bill-lines.ts'

describe('a bill of quantities as it is pasted', () => {
  it('is name, unit, quantity and price a line, from a sheet or typed', () => {
    const text =
      '名称\t单位\t数量\t单价\n热泵热风机 3 匹\t台\t1,200\t5,600.00\n室内 插座 改造，套 300 85.5\n\n合计\t\t\t6,745,650'
    expect(readBill(text.replaceAll('，', ' '))).toEqual({
      items: [
        { name: '热泵热风机 3 匹', unit: '台', centiQuantity: 120_000, unitPriceFen: 560_000 },
        { name: '室内 插座 改造', unit: '套', centiQuantity: 30_000, unitPriceFen: 8_550 },
      ],
      problems: [],
    })
    expect(readBill('外墙保温 ㎡ 8125.55 80').items).toEqual([
      { name: '外墙保温', unit: 'm²', centiQuantity: 812_555, unitPriceFen: 8_000 },
    ])
  })
  it('names the line and what of it cannot be read', () => {
    expect(
      readBill('热风机 台 12\n热风机\t台\t十二\t5600\n热风机\t台\t12.345\t5600\n热风机\t台\t12\t0'),
    ).toEqual({
      items: [],
      problems: [
        { line: 1, what: 'columns', said: '热风机 台 12' },
        { line: 2, what: 'quantity', said: '十二' },
        { line: 3, what: 'quantity', said: '12.345' },
        { line: 4, what: 'price', said: '0' },
      ],
    })
  })
})

import type { SheetForm } from './sheet-form.ts'

/** A small form with a column of each kind. */
export const aForm: SheetForm<'head' | 'idNumber' | 'account' | 'route' | 'signedOn'> = {
  name: { zh: '住户表', en: 'Household list' },
  columns: [
    { field: 'head', label: '户主', required: true, kind: 'text', example: '李某' },
    { field: 'idNumber', label: '身份证号', required: true, kind: 'text', example: '11010519491231002X' },
    {
      field: 'account',
      label: '用电户号',
      required: true,
      kind: 'text',
      example: '3706831234567',
      note: { zh: '见电费单', en: 'On the bill' },
    },
    {
      field: 'route',
      label: '取暖方式',
      required: false,
      kind: 'choice',
      options: ['热风机', '集中供热, 管网'],
    },
    { field: 'signedOn', label: '签字日期', required: false, kind: 'day' },
  ],
}

import type { ColumnSpec, SheetForm } from '../../../kernel/sheets/sheet-form.ts'
import type { SourceField, SourceKind } from '../model.ts'

type Column = ColumnSpec<SourceField>

const text = (
  field: SourceField,
  label: string,
  aliases: readonly string[],
  more: Partial<Column> = {},
): Column => ({ field, label, aliases, required: false, kind: 'text', width: 16, ...more })
const needed = { required: true } as const

const town = text('town', '镇街', [
  '乡镇',
  '镇',
  '街道',
  '所属镇',
  '所属镇街',
  '所属乡镇',
  '所在镇街',
  '所在乡镇',
  '乡镇街道',
])
const village = text('village', '村居', [
  '村',
  '村名',
  '村庄',
  '社区',
  '村（居）',
  '行政村',
  '所属村',
  '所在村',
  '所属村居',
  '村居名称',
  '村（社区）',
  '区划代码',
  '行政区划代码',
  '村代码',
])
const name = text('name', '姓名', ['姓 名', '公民姓名', '户主姓名', '人员姓名', '户主', '受益人'], needed)
const ofTheDead = {
  name: ['逝者姓名', '死者姓名', '死亡人员姓名', '亡者姓名'],
  idNumber: ['逝者身份证', '逝者身份证号', '死者身份证号', '逝者证件号码'],
}
const idNumber = (more: Partial<Column> = needed, aliases: readonly string[] = []) =>
  text(
    'idNumber',
    '身份证号',
    ['身份证号码', '公民身份号码', '公民号码', '公民身份证号码', '证件号码', '身份证', '证件号', ...aliases],
    {
      width: 22,
      example: '11010519491231002X',
      ...more,
    },
  )
const address = (label = '地址', aliases: readonly string[] = []) =>
  text(
    'address',
    label,
    ['地址', '住址', '家庭住址', '居住地址', '详细地址', '房屋地址', '详址', '详细住址', ...aliases],
    { width: 30 },
  )
const accountNumber = (more: Partial<Column> = {}) =>
  text(
    'accountNumber',
    '用电户号',
    [
      ...['户号', '用户编号', '用电编号', '用户号', '客户编号', '电力户号', '用电客户编号'],
      ...['电费户号', '电表户号', '供电户号'],
    ],
    {
      width: 18,
      ...more,
    },
  )
const status = (label: string, aliases: readonly string[]) => text('status', label, aliases)
const day = (label: string, aliases: readonly string[], more: Partial<Column> = {}): Column => ({
  ...text('day', label, aliases),
  kind: 'day',
  ...more,
})

/** The columns of each list with the headers other offices usually give them. */
export const sourceForms: Record<SourceKind, SheetForm<SourceField>> = {
  police: {
    name: { zh: '公安户籍名单', en: 'Police household list' },
    columns: [
      text('familyNumber', '户籍户号', ['户号', '户口簿号', '户口号', '家庭户号', '户编号'], needed),
      text('relation', '与户主关系', ['关系', '家庭关系', '与户主的关系']),
      // Beside each member the householder is often named as well: no second name of the line.
      { ...name, aliases: name.aliases?.filter((alias) => !alias.includes('户主')) },
      idNumber(),
      address('户籍地址', ['户籍地', '户口所在地', '户籍所在地']),
      town,
      village,
    ],
  },
  hardship: {
    name: { zh: '民政困难名单', en: 'Civil affairs’ hardship list' },
    columns: [
      name,
      idNumber(),
      text('category', '救助类别', ['困难类别', '类别', '救助类型', '保障类别', '人员类别', '对象类别'], {
        ...needed,
        example: '低保',
      }),
      town,
      village,
      address(),
      day('认定日期', ['批准日期', '起始日期', '认定时间']),
    ],
  },
  earlier: {
    name: { zh: '往年受益名册', en: 'Beneficiaries of earlier years' },
    columns: [
      name,
      // Lists from before the numbers were asked for have none: people are found by the rest (§4.4).
      idNumber({}),
      text('year', '年度', ['改造年度', '年份', '实施年度', '享受年度', '项目年度'], { example: '2021' }),
      text('title', '项目', ['政策', '项目名称', '改造方式', '享受政策', '改造类型']),
      town,
      village,
      address(),
      accountNumber(),
      text('telephone', '电话', ['联系电话', '手机号', '手机', '联系方式']),
    ],
  },
  demolition: {
    name: { zh: '拆迁计划村名单', en: 'Villages to be demolished' },
    columns: [
      town,
      { ...village, ...needed },
      day('计划拆迁日期', ['拆迁日期', '计划日期', '拆迁时间', '计划时间']),
      status('状态', ['进度', '拆迁进度']),
    ],
  },
  grid: {
    name: { zh: '供电公司用电户档案', en: 'Grid company’s account register' },
    columns: [
      accountNumber(needed),
      text(
        'name',
        '用电户名',
        ['户名', '用户名称', '客户名称', '用电客户名称', '用户姓名', '用户名'],
        needed,
      ),
      address('用电地址', ['用电住址', '用户地址']),
      town,
      village,
      text('transformerArea', '台区', ['台区名称', '所属台区', '公变台区', '公变名称', '变压器名称']),
      text(
        'tariff',
        '用电类别',
        ['用电类别名称', '电价类别', '电价类别名称', '用电性质', '用户类别', '行业分类', '执行电价'],
        {
          ...needed,
          example: '居民生活',
        },
      ),
      status('用户状态', ['状态', '用电状态', '客户状态']),
      text('oldAccountNumber', '原户号', [
        '旧户号',
        '老户号',
        '原用电户号',
        '原用户编号',
        '旧用户编号',
        '10位户号',
      ]),
    ],
  },
  business: {
    name: { zh: '经营主体名单', en: 'Business licences' },
    columns: [
      text(
        'title',
        '主体名称',
        ['企业名称', '名称', '字号名称', '市场主体名称', '商户名称', '个体户名称'],
        needed,
      ),
      text('name', '经营者', ['法定代表人', '负责人', '经营者姓名', '投资人', '法人'], needed),
      idNumber({}),
      text('creditCode', '统一社会信用代码', ['信用代码', '社会信用代码', '社会统一信用代码', '注册号'], {
        width: 24,
      }),
      address('经营场所', ['经营地址', '住所', '经营场所地址']),
      town,
      village,
      status('登记状态', ['状态', '经营状态', '企业状态', '主体状态']),
    ],
  },
  death: {
    name: { zh: '死亡人员名单', en: 'Deaths' },
    columns: [
      { ...name, aliases: [...(name.aliases ?? []), ...ofTheDead.name] },
      idNumber(needed, ofTheDead.idNumber),
      day('死亡日期', ['去世日期', '死亡时间', '注销日期', '火化日期', '火化时间', '逝世日期']),
      town,
      village,
      address(),
    ],
  },
}

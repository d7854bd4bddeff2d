import type { ColumnSpec, SheetForm } from '../../../kernel/sheets/sheet-form.ts'
import { dropDown } from './choices.ts'
import type { RegisterColumn } from '../model/register.ts'

type Column = ColumnSpec<RegisterColumn>

const yesNo = ['是', '否']
const name = { zh: '确户表', en: 'Register of applications' }

/**
 * 确户表: its columns in the order towns know them, with the headers other counties' lists carry. `villages` and
 * `towns` are the drop-downs; without them any text may be typed and is compared when it is read.
 */
export function registerForm(
  places: { towns?: readonly string[]; villages?: readonly string[] } = {},
): SheetForm<RegisterColumn> {
  return { name, columns: columns(places) }
}

const text = (field: RegisterColumn, label: string, more: Partial<Column> = {}): Column => ({
  field,
  label,
  required: false,
  kind: 'text',
  ...more,
})
const choice = (
  field: RegisterColumn,
  label: string,
  options: readonly string[],
  more: Partial<Column> = {},
): Column => ({
  ...text(field, label, more),
  kind: 'choice',
  options,
})
const number = (field: RegisterColumn, label: string, more: Partial<Column> = {}): Column => ({
  ...text(field, label, more),
  kind: 'number',
})

const place = (
  field: 'town' | 'village',
  label: string,
  options: readonly string[] | undefined,
  more: Partial<Column>,
): Column => (options?.length ? choice(field, label, options, more) : text(field, label, more))

const columns = ({
  towns,
  villages,
}: {
  towns?: readonly string[]
  villages?: readonly string[]
}): Column[] => [
  text('sequence', '序号', { width: 6, example: '1' }),
  place('town', '镇街', towns, {
    aliases: ['乡镇', '街道', '镇(街道)', '所属镇街', '镇街名称'],
    width: 14,
    example: towns?.[0] ?? '某某镇',
  }),
  place('village', '村', villages, {
    required: true,
    aliases: ['村居', '村庄', '村名', '行政村', '村(居)', '社区', '村(社区)', '所在村'],
    width: 16,
    example: villages?.[0] ?? '某某村',
    note: { zh: '从下拉列表中选择所在村居。', en: 'Choose the village from the list.' },
  }),
  text('villageGroup', '组', { aliases: ['村民小组', '小组', '组别'], width: 8, example: '3组' }),
  text('householder', '户主', {
    required: true,
    aliases: ['户主姓名', '姓名', '公民姓名', '申请人', '申请人姓名'],
    width: 12,
    example: '张三',
  }),
  choice('sex', '性别', dropDown('sex'), { width: 6, example: '男' }),
  text('idNumber', '身份证号', {
    required: true,
    aliases: ['身份证', '身份证号码', '公民身份号码', '公民号码', '证件号码', '户主身份证号'],
    width: 22,
    example: '110101199003070011',
    note: {
      zh: '18 位，按文本填写；表格软件会丢掉长号码的末几位。',
      en: '18 characters as text; spreadsheets lose the last digits of long numbers.',
    },
  }),
  text('telephone', '电话', {
    aliases: ['联系电话', '手机', '手机号', '手机号码', '联系方式'],
    width: 15,
    example: '13800000000',
  }),
  number('residents', '常住人口', {
    aliases: ['家庭人口', '人口数', '家庭常住人口', '居住人数'],
    width: 8,
    example: '3',
  }),
  text('registeredAt', '户籍所在', {
    aliases: ['户籍所在地', '户籍地', '户口所在地', '户籍地址'],
    width: 20,
  }),
  choice('actualResident', '是否实际居住', yesNo, {
    aliases: ['实际居住', '实际居住户'],
    width: 10,
    example: '是',
  }),
  choice('permanentlyResident', '是否常住', yesNo, {
    aliases: ['常住', '是否常年居住', '常住户', '常年居住'],
    width: 10,
    example: '是',
  }),
  text('address', '房屋地址', {
    aliases: ['地址', '家庭住址', '住址', '房屋坐落', '安装地址', '详细地址'],
    width: 26,
    example: '某某村12号',
  }),
  choice('titleKind', '房产证明类型', dropDown('titleKind'), {
    aliases: ['房产证明', '证明类型', '房屋证明类型', '权属证明类型', '房产证类型'],
    width: 14,
    example: '房产证',
  }),
  text('titleNumber', '房产证号', {
    aliases: [
      '证号',
      '房产证明证号',
      '不动产权证号',
      '权证号',
      '房产证明编号',
      '房产证明类型/证号',
      '房屋权属证明',
    ],
    width: 24,
  }),
  text('titleOwner', '产权人', {
    aliases: ['房产所有人', '房主', '房屋所有人', '产权人姓名', '房产证姓名'],
    width: 12,
    example: '张三',
  }),
  choice('dwellingKind', '房屋性质', dropDown('dwellingKind'), {
    aliases: ['房屋类型', '房屋用途', '房屋类别'],
    width: 14,
    example: '自建住宅',
  }),
  choice('inDemolitionPlan', '是否列入拆迁计划', yesNo, {
    aliases: ['列入拆迁计划', '是否拆迁', '拆迁计划'],
    width: 10,
    example: '否',
  }),
  number('buildingAreaM2', '建筑面积', {
    aliases: ['建筑面积(平方米)', '房屋面积', '住房面积'],
    width: 10,
    example: '120',
  }),
  number('heatingAreaM2', '取暖面积', {
    aliases: ['取暖面积(平方米)', '采暖面积', '供暖面积'],
    width: 10,
    example: '60',
  }),
  choice('formerHeating', '原取暖方式', dropDown('formerHeating'), {
    aliases: ['现取暖方式', '取暖方式', '原采暖方式'],
    width: 12,
    example: '燃煤炉',
  }),
  number('coalTonnes', '年用煤(t)', {
    aliases: ['年用煤', '年用煤量', '年用煤(吨)', '用煤量', '年燃煤量'],
    width: 10,
    example: '2',
  }),
  text('accountHolder', '用电户名', {
    aliases: ['户名', '电表户名', '用电户主', '用电户姓名', '电费户名'],
    width: 12,
    example: '张三',
  }),
  text('accountNumber', '用电户号', {
    required: true,
    aliases: ['户号', '电费户号', '用电编号', '用户编号', '电表户号', '供电户号'],
    width: 18,
    example: '0600000000001',
    note: {
      zh: '电费单上的 13 位户号(旧户号 10 位)，不是电表编号。',
      en: 'The 13 digits on the bill (10 on older ones), not the meter number.',
    },
  }),
  text('transformerArea', '台区', { aliases: ['所属台区', '台区名称', '台区编号'], width: 14 }),
  text('wantedEquipment', '设备规格', {
    aliases: ['设备型号', '设备类型', '设备规格×台数', '设备规格及台数', '改造设备'],
    width: 14,
    example: '2匹',
  }),
  number('wantedUnits', '台数', {
    aliases: ['设备台数', '安装台数', '数量', '设备数量'],
    width: 8,
    example: '2',
  }),
  number('contributionFen', '自筹', {
    aliases: ['自筹资金', '自筹金额', '自筹(元)', '农户自筹', '自缴金额'],
    width: 10,
    example: '600',
  }),
  choice('hardship', '低保/特困', dropDown('hardship'), {
    aliases: ['低保特困', '困难类型', '是否低保', '是否低保/特困', '困难户类型'],
    width: 10,
    example: '否',
  }),
  choice('helpedBefore', '是否享受过', yesNo, {
    aliases: ['是否享受过补贴', '是否享受过清洁取暖政策', '往年是否享受', '是否已享受'],
    width: 10,
    example: '否',
  }),
  choice('wishes', '意愿', yesNo, {
    aliases: ['是否愿意', '改造意愿', '是否同意改造', '是否同意'],
    width: 8,
    example: '是',
  }),
  text('bankCard', '收款卡号', {
    aliases: ['银行卡号', '银行账号', '社保卡号', '收款账号', '一卡通账号'],
    width: 22,
  }),
  choice('line', '改造类别', dropDown('line'), {
    aliases: ['项目类别', '改造类型', '申请类别'],
    width: 14,
    example: '清洁取暖',
  }),
  text('signature', '签字', { aliases: ['本人签字', '农户签字', '户主签字', '签名'], width: 10 }),
  text('remark', '备注', { aliases: ['说明', '备注说明'], width: 20 }),
]

import { defineDownload } from '../../kernel/act/define.ts'
import { listWorkbook } from '../../kernel/sheets/list-workbook.ts'
import {
  FindAfterSales,
  FindMatters,
  FindPatrols,
  FindPlans,
  FindReports,
  FindSafety,
  FindSchedules,
} from './model.ts'
import { listAfterSales } from './queries/after-sales.ts'
import { listReports } from './queries/days.ts'
import { listMatters } from './queries/matters.ts'
import { listPlans } from './queries/plans.ts'
import { listPatrols, listSafety } from './queries/safety.ts'
import { listSchedules } from './queries/schedules.ts'
import { weathers } from './rules/days.ts'
import { dayWords } from './words/days.ts'
import { matterWords } from './words/matters.ts'
import { safetyWords } from './words/safety.ts'
import { scheduleWords } from './words/schedule.ts'

const mostRows = 100_000

const weatherZh = (weather: string): string => {
  const known = weathers.find((each) => each === weather)
  return known ? dayWords[`choice.weather.${known}`].zh : weather
}

const scheduleExport = defineDownload({
  name: 'schedule.export',
  input: FindSchedules.omit({ page: true }),
  permission: 'schedule.read',
  run: async (db, { behind }, context) =>
    listWorkbook(
      '倒排工期',
      context.today,
      [
        { label: '标段', kind: 'text', width: 28, value: (row) => `${row.code} ${row.name}` },
        { label: '中标单位', kind: 'text', width: 24, value: (row) => row.contractorName },
        { label: '应装户数', kind: 'number', value: (row) => row.homes },
        { label: '已装户数', kind: 'number', value: (row) => row.fitted },
        { label: '剩余户数', kind: 'number', value: (row) => row.remaining },
        { label: '施工队数', kind: 'number', value: (row) => row.crews },
        { label: '每队每天户数', kind: 'number', value: (row) => row.homesPerDay },
        {
          label: '预计完工',
          kind: 'day',
          value: (row) => (row.remaining === 0 ? null : row.finish),
        },
        {
          label: '状态',
          kind: 'text',
          value: (row) => (row.remaining === 0 ? '已完工' : row.behind ? '赶不上期限' : '按期'),
        },
      ],
      await listSchedules(db, context, behind),
    ),
})

const planExport = defineDownload({
  name: 'plan.export',
  input: FindPlans.omit({ page: true }),
  permission: 'schedule.read',
  run: async (db, wanted, context) =>
    listWorkbook(
      '村施工方案',
      context.today,
      [
        { label: '镇街', kind: 'text', value: (row) => row.townName },
        { label: '村居', kind: 'text', value: (row) => row.name },
        { label: '方案', kind: 'text', value: (row) => scheduleWords[`plans.state.${row.state}`].zh },
        { label: '开工日期', kind: 'day', value: (row) => row.startsOn },
        { label: '施工队数', kind: 'number', value: (row) => row.crews },
        { label: '每队每天户数', kind: 'number', value: (row) => row.homesPerDay },
        { label: '应装户数', kind: 'number', value: (row) => row.homes },
        { label: '剩余户数', kind: 'number', value: (row) => row.remaining },
        { label: '报送日期', kind: 'day', value: (row) => row.proposedOn },
        { label: '答复日期', kind: 'day', value: (row) => row.decidedOn },
        { label: '工序和材料安排', kind: 'text', width: 36, value: (row) => row.remark },
        { label: '退回原因', kind: 'text', width: 24, value: (row) => row.reason },
        { label: '标段', kind: 'text', value: (row) => row.lotCode },
        { label: '中标单位', kind: 'text', width: 24, value: (row) => row.contractorName },
      ],
      await listPlans(db, context, wanted, mostRows, 0),
    ),
})

const reportExport = defineDownload({
  name: 'report.export',
  input: FindReports.omit({ page: true }),
  permission: 'schedule.read',
  run: async (db, wanted, context) =>
    listWorkbook(
      '施工日报',
      context.today,
      [
        { label: '日期', kind: 'day', value: (row) => row.day },
        { label: '镇街', kind: 'text', value: (row) => row.townName },
        { label: '村居', kind: 'text', value: (row) => row.villageName },
        { label: '天气', kind: 'text', value: (row) => weatherZh(row.weather) },
        { label: '当日安装', kind: 'number', value: (row) => row.fitted },
        { label: '当日自检', kind: 'number', value: (row) => row.checked },
        { label: '到场人数', kind: 'number', value: (row) => row.people },
        { label: '完成情况', kind: 'text', width: 40, value: (row) => row.done },
        { label: '问题和处理', kind: 'text', width: 40, value: (row) => row.problems },
        { label: '中标单位', kind: 'text', width: 24, value: (row) => row.contractorName },
      ],
      await listReports(db, context, wanted, mostRows, 0),
    ),
})

const matterExport = defineDownload({
  name: 'matter.export',
  input: FindMatters.omit({ page: true }),
  permission: 'schedule.read',
  run: async (db, wanted, context) =>
    listWorkbook(
      '现场事项',
      context.today,
      [
        { label: '类别', kind: 'text', value: (row) => matterWords[`matters.kind.${row.kind}`].zh },
        { label: '村居', kind: 'text', width: 18, value: (row) => row.villageName },
        { label: '内容', kind: 'text', width: 40, value: (row) => row.what },
        {
          label: '许可部门',
          kind: 'text',
          width: 18,
          value: (row) => row.authority && matterWords[`choice.authority.${row.authority}`].zh,
        },
        { label: '登记日期', kind: 'day', value: (row) => row.openedOn },
        { label: '期限', kind: 'day', value: (row) => row.dueOn },
        { label: '状态', kind: 'text', value: (row) => matterWords[`matters.state.${row.state}`].zh },
        { label: '办理日期', kind: 'day', value: (row) => row.doneOn },
        {
          label: '办理情况',
          kind: 'text',
          width: 36,
          value: (row) => [row.granted === false && '不同意', row.note].filter(Boolean).join('：'),
        },
        { label: '中标单位', kind: 'text', width: 24, value: (row) => row.contractorName },
      ],
      await listMatters(db, context, wanted, mostRows, 0),
    ),
})

const safetyExport = defineDownload({
  name: 'safety.export',
  input: FindSafety.omit({ page: true }),
  permission: 'schedule.read',
  run: async (db, wanted, context) =>
    listWorkbook(
      '双安全员和巡查',
      context.today,
      [
        { label: '镇街', kind: 'text', value: (row) => row.townName },
        { label: '村居', kind: 'text', value: (row) => row.name },
        { label: '施工单位', kind: 'text', width: 24, value: (row) => row.contractorName },
        { label: '施工单位安全员', kind: 'text', width: 16, value: (row) => row.firmName },
        { label: '电话', kind: 'text', width: 16, value: (row) => row.firmTelephone },
        { label: '村安全员', kind: 'text', width: 16, value: (row) => row.villageOfficerName },
        { label: '电话', kind: 'text', width: 16, value: (row) => row.villageTelephone },
        { label: '施工单位上次巡查', kind: 'day', width: 16, value: (row) => row.firmLast },
        { label: '施工单位应巡查', kind: 'day', width: 16, value: (row) => row.firmDue },
        { label: '村上次巡查', kind: 'day', width: 14, value: (row) => row.villageLast },
        { label: '村应巡查', kind: 'day', width: 14, value: (row) => row.villageDue },
        { label: '未销号隐患', kind: 'number', value: (row) => row.hazards },
        { label: '其中逾期', kind: 'number', value: (row) => row.overdue },
      ],
      await listSafety(db, context, wanted, mostRows, 0),
    ),
})

const afterSalesExport = defineDownload({
  name: 'after-sales.export',
  input: FindAfterSales.omit({ page: true }),
  permission: 'schedule.read',
  run: async (db, wanted, context) =>
    listWorkbook(
      '售后服务点',
      context.today,
      [
        { label: '镇街', kind: 'text', value: (row) => row.townName },
        { label: '村居', kind: 'text', value: (row) => row.villageName },
        { label: '标段', kind: 'text', width: 28, value: (row) => row.lotName },
        { label: '中标单位', kind: 'text', width: 24, value: (row) => row.contractorName },
        { label: '派工户', kind: 'number', value: (row) => row.homes },
        { label: '服务点', kind: 'text', width: 24, value: (row) => row.name },
        { label: '地址', kind: 'text', width: 32, value: (row) => row.address },
        { label: '联系人', kind: 'text', width: 14, value: (row) => row.person },
        { label: '电话', kind: 'text', width: 16, value: (row) => row.telephone },
        { label: '公布日期', kind: 'day', width: 12, value: (row) => row.since },
      ],
      await listAfterSales(db, context, wanted, mostRows, 0),
    ),
})

const patrolExport = defineDownload({
  name: 'patrol.export',
  input: FindPatrols.omit({ page: true }),
  permission: 'schedule.read',
  run: async (db, wanted, context) =>
    listWorkbook(
      '安全巡查记录',
      context.today,
      [
        { label: '日期', kind: 'day', value: (row) => row.day },
        { label: '镇街', kind: 'text', value: (row) => row.townName },
        { label: '村居', kind: 'text', value: (row) => row.villageName },
        { label: '巡查方', kind: 'text', value: (row) => safetyWords[`safety.side.${row.side}`].zh },
        { label: '巡查人', kind: 'text', value: (row) => row.by },
        { label: '路线和情况', kind: 'text', width: 40, value: (row) => row.route },
        { label: '看过户数', kind: 'number', value: (row) => row.homes },
        { label: '发现隐患', kind: 'number', value: (row) => row.found },
        { label: '未销号', kind: 'number', value: (row) => row.open },
        { label: '施工单位', kind: 'text', width: 24, value: (row) => row.contractorName },
      ],
      await listPatrols(db, context, wanted, mostRows, 0),
    ),
})

export const downloads = [
  scheduleExport,
  planExport,
  reportExport,
  matterExport,
  safetyExport,
  patrolExport,
  afterSalesExport,
] as const

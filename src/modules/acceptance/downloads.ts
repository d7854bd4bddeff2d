import { defineDownload } from '../../kernel/act/define.ts'
import { bytesOf } from '../../kernel/sheets/write-sheets.ts'
import { writeTable } from '../../kernel/sheets/write-table.ts'
import { weathers } from '../sites/rules/days.ts'
import { dayWords } from '../sites/words/days.ts'
import {
  FindFindings,
  type FindingSource,
  FindLogs,
  FindSamples,
  FindSupervision,
  type SampleStanding,
} from './model.ts'
import { listLogs, listSupervised } from './queries/supervision.ts'
import { findingsThat, listFindings } from './queries/findings.ts'
import { frameOf, SampleFrame } from './queries/frames.ts'
import { listSampled } from './queries/samples.ts'
import { fieldWords } from '../households/words/fields.ts'
import { sampleWords } from './words/samples.ts'
import { findingWords } from './words/findings.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const mostRows = 100_000

const weatherZh = (weather: string): string => {
  const known = weathers.find((each) => each === weather)
  return known ? dayWords[`choice.weather.${known}`].zh : weather
}

const sourceZh = (source: FindingSource): string => findingWords[`findings.source.${source}`].zh

/** 整改台账 as a workbook, of what the page shows. */
const findingExport = defineDownload({
  name: 'finding.export',
  input: FindFindings.omit({ page: true }),
  permission: 'register.read',
  run: async (db, wanted, context) => ({
    fileName: `整改台账_${context.today}.xlsx`,
    mediaType: spreadsheet,
    body: await bytesOf(
      writeTable({
        name: '整改台账',
        columns: [
          { label: '镇街', kind: 'text', value: (row) => row.townName },
          { label: '村居', kind: 'text', value: (row) => row.villageName },
          { label: '序号', kind: 'number', value: (row) => row.sequence },
          { label: '户主', kind: 'text', value: (row) => row.householder },
          { label: '地址', kind: 'text', width: 24, value: (row) => row.address },
          { label: '发现方', kind: 'text', value: (row) => sourceZh(row.source) },
          {
            label: '问题',
            kind: 'text',
            width: 36,
            value: ({ kind, about, item }) =>
              kind === 'item'
                ? `“${item?.zh ?? about}”不合格`
                : findingWords[`finding.${kind}`].zh.replace('{{of}}', about),
          },
          { label: '发现日期', kind: 'day', value: (row) => row.foundOn },
          { label: '发现次数', kind: 'number', value: (row) => row.times },
          { label: '整改期限', kind: 'day', value: (row) => row.dueOn },
          {
            label: '状态',
            kind: 'text',
            value: (row) => findingWords[`findings.state.${row.state}`].zh,
          },
          { label: '整改日期', kind: 'day', value: (row) => row.fixedOn },
          { label: '整改情况', kind: 'text', width: 36, value: (row) => row.fixedNote },
          { label: '复查销号日期', kind: 'day', width: 14, value: (row) => row.closedOn },
          { label: '中标单位', kind: 'text', width: 24, value: (row) => row.contractorName },
          { label: '监理单位', kind: 'text', width: 24, value: (row) => row.supervisorName },
        ],
        rows: await listFindings(db, context, findingsThat(wanted), mostRows, 0),
      }),
    ),
  }),
})

/** 监理覆盖 by village. */
const supervisionExport = defineDownload({
  name: 'supervision.export',
  input: FindSupervision.omit({ page: true }),
  permission: 'schedule.read',
  run: async (db, wanted, context) => ({
    fileName: `监理覆盖_${context.today}.xlsx`,
    mediaType: spreadsheet,
    body: await bytesOf(
      writeTable({
        name: '监理覆盖',
        columns: [
          { label: '镇街', kind: 'text', value: (row) => row.townName },
          { label: '村居', kind: 'text', value: (row) => row.villageName },
          { label: '监理单位', kind: 'text', width: 24, value: (row) => row.firmName },
          { label: '派驻监理', kind: 'text', value: (row) => row.personName },
          { label: '派驻日期', kind: 'day', value: (row) => row.since },
          { label: '派工户数', kind: 'number', value: (row) => row.homes },
          { label: '已安装', kind: 'number', value: (row) => row.installed },
          { label: '待入户', kind: 'number', value: (row) => row.toVisit },
          { label: '监理入户', kind: 'number', value: (row) => row.visited },
          { label: '入户合格', kind: 'number', value: (row) => row.passed },
        ],
        rows: await listSupervised(db, context, wanted, mostRows, 0),
      }),
    ),
  }),
})

/** 监理日志 as a workbook. */
const logExport = defineDownload({
  name: 'supervision.log-export',
  input: FindLogs.omit({ page: true }),
  permission: 'schedule.read',
  run: async (db, wanted, context) => ({
    fileName: `监理日志_${context.today}.xlsx`,
    mediaType: spreadsheet,
    body: await bytesOf(
      writeTable({
        name: '监理日志',
        columns: [
          { label: '日期', kind: 'day', value: (row) => row.day },
          { label: '镇街', kind: 'text', value: (row) => row.townName },
          { label: '村居', kind: 'text', value: (row) => row.villageName },
          { label: '天气', kind: 'text', value: (row) => weatherZh(row.weather) },
          { label: '当日安装', kind: 'number', value: (row) => row.fitted },
          { label: '当日入户', kind: 'number', value: (row) => row.visits },
          { label: '不合格户', kind: 'number', value: (row) => row.failed },
          { label: '查出问题', kind: 'number', value: (row) => row.found },
          { label: '销号问题', kind: 'number', value: (row) => row.closed },
          { label: '监理情况', kind: 'text', width: 40, value: (row) => row.seen },
          { label: '问题和处理', kind: 'text', width: 40, value: (row) => row.problems },
          { label: '记录人', kind: 'text', value: (row) => row.author },
          { label: '监理单位', kind: 'text', width: 24, value: (row) => row.firmName },
        ],
        rows: (await listLogs(db, context, wanted, mostRows, 0)).rows,
      }),
    ),
  }),
})

const standingZh = (row: { standing: SampleStanding; passed: number; drawn: number }): string =>
  `${sampleWords[`samples.standing.${row.standing}`].zh}（${row.passed}/${row.drawn}）`

/** 农户抽检 by village. */
const sampleExport = defineDownload({
  name: 'sample.export',
  input: FindSamples.omit({ page: true }),
  permission: 'sample.read',
  run: async (db, wanted, context) => ({
    fileName: `农户抽检_${context.today}.xlsx`,
    mediaType: spreadsheet,
    body: await bytesOf(
      writeTable({
        name: '农户抽检',
        columns: [
          { label: '镇街', kind: 'text', value: (row) => row.townName },
          { label: '村居', kind: 'text', value: (row) => row.villageName },
          {
            label: '改造类别',
            kind: 'text',
            width: 14,
            value: (row) => fieldWords[`choice.line.${row.line}`].zh,
          },
          { label: '监理已验收', kind: 'number', value: (row) => row.town.accepted },
          { label: '镇街应查', kind: 'number', value: (row) => row.town.wanted },
          { label: '镇街抽检（合格/抽中）', kind: 'text', width: 24, value: (row) => standingZh(row.town) },
          { label: '市级应查', kind: 'number', value: (row) => row.county.wanted },
          { label: '市级抽检（合格/抽中）', kind: 'text', width: 24, value: (row) => standingZh(row.county) },
        ],
        rows: await listSampled(db, context, wanted),
      }),
    ),
  }),
})

/** 抽取底册: with the ids and the seed, so that anybody can draw it again. */
const frameExport = defineDownload({
  name: 'sample.frame-export',
  input: SampleFrame,
  permission: 'sample.read',
  run: async (db, { draw }, context) => {
    const { villageName, line, level, number, seed, rows } = await frameOf(db, context, draw)
    return {
      fileName: `抽检底册_${villageName}_${fieldWords[`choice.line.${line}`].zh}_${sampleWords[`samples.level.${level}`].zh}第${number}次.xlsx`,
      mediaType: spreadsheet,
      body: await bytesOf(
        writeTable({
          name: '底册',
          columns: [
            { label: '抽中次序', kind: 'number', value: (row) => row.place },
            { label: '序号', kind: 'number', value: (row) => row.sequence },
            { label: '户主', kind: 'text', value: (row) => row.householder },
            { label: '地址', kind: 'text', width: 24, value: (row) => row.address },
            { label: '户编号', kind: 'text', width: 40, value: (row) => row.home },
            { label: '种子', kind: 'text', width: 68, value: () => seed },
          ],
          rows,
        }),
      ),
    }
  },
})

export const downloads = [sampleExport, frameExport, findingExport, supervisionExport, logExport] as const

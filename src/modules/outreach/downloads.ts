import { defineDownload } from '../../kernel/act/define.ts'
import { listWorkbook } from '../../kernel/sheets/list-workbook.ts'
import { FindOutreach, FindWishes } from './model.ts'
import { listActivities, listMeetings, listVillages } from './queries/villages.ts'
import { listWishes } from './queries/wishes.ts'
import { surveyOf } from './rules/survey.ts'
import { words } from './words.ts'
import { wishWords } from './words/wishes.ts'

type Named = readonly { id: string; label: { zh: string } }[]
const nameIn = (named: Named, id: string | null) =>
  id === null ? null : (named.find((each) => each.id === id)?.label.zh ?? id)

/** 宣传覆盖与意愿 by village, of what the page shows. */
const outreachExport = defineDownload({
  name: 'outreach.export',
  input: FindOutreach.omit({ page: true }),
  permission: 'outreach.read',
  run: async (db, wanted, context) => {
    const { routes } = surveyOf(context.pack)
    return listWorkbook(
      '宣传覆盖与意愿',
      context.today,
      [
        { label: '镇街', kind: 'text', value: (row) => row.townName },
        { label: '村居', kind: 'text', value: (row) => row.name },
        { label: '宣传活动', kind: 'number', value: (row) => row.activities },
        { label: '总户数', kind: 'number', value: (row) => row.families },
        { label: '已宣传户数', kind: 'number', value: (row) => row.covered },
        { label: '状态', kind: 'text', value: (row) => words[`outreach.state.${row.state}`].zh },
        { label: '在册户数', kind: 'number', value: (row) => row.homes },
        { label: '愿意', kind: 'number', value: (row) => row.wants },
        { label: '不愿意', kind: 'number', value: (row) => row.against },
        { label: '没想好', kind: 'number', value: (row) => row.undecided },
        { label: '未问', kind: 'number', value: (row) => row.notAsked },
        { label: '技术路线', kind: 'text', width: 18, value: (row) => nameIn(routes, row.route) },
        { label: '路线确定日期', kind: 'day', value: (row) => row.routeDecidedOn },
      ],
      await listVillages(db, context, wanted),
    )
  },
})

const activitiesExport = defineDownload({
  name: 'outreach.activities-export',
  input: FindOutreach.omit({ page: true }),
  permission: 'outreach.read',
  run: async (db, wanted, context) =>
    listWorkbook(
      '宣传活动',
      context.today,
      [
        { label: '镇街', kind: 'text', value: (row) => row.townName },
        { label: '村居', kind: 'text', value: (row) => row.villageName },
        { label: '日期', kind: 'day', value: (row) => row.heldOn },
        { label: '形式', kind: 'text', value: (row) => nameIn(context.pack.outreach.activities, row.kind) },
        { label: '组织者', kind: 'text', value: (row) => row.carriedOutBy },
        { label: '到场户数', kind: 'number', value: (row) => row.reached },
        { label: '点名户数', kind: 'number', value: (row) => row.named },
        { label: '总户数', kind: 'number', value: (row) => row.families },
        { label: '作废日期', kind: 'day', value: (row) => row.struckOn },
        { label: '作废原因', kind: 'text', width: 24, value: (row) => row.struckReason },
        { label: '登记人', kind: 'text', value: (row) => row.recordedBy },
      ],
      await listActivities(db, context, wanted),
    ),
})

const meetingsExport = defineDownload({
  name: 'outreach.meetings-export',
  input: FindOutreach.omit({ page: true }),
  permission: 'outreach.read',
  run: async (db, wanted, context) => {
    const { routes } = surveyOf(context.pack)
    return listWorkbook(
      '村民代表会议',
      context.today,
      [
        { label: '镇街', kind: 'text', value: (row) => row.townName },
        { label: '村居', kind: 'text', value: (row) => row.villageName },
        { label: '日期', kind: 'day', value: (row) => row.heldOn },
        { label: '代表人数', kind: 'number', value: (row) => row.representatives },
        { label: '到会人数', kind: 'number', value: (row) => row.present },
        {
          label: '表决（同意/反对/弃权）',
          kind: 'text',
          width: 36,
          value: ({ votes }) =>
            votes.map((v) => `${nameIn(routes, v.route)} ${v.for}/${v.against}/${v.abstained}`).join('；'),
        },
        { label: '确定路线', kind: 'text', width: 18, value: (row) => nameIn(routes, row.route) },
        {
          label: '未确定原因',
          kind: 'text',
          width: 24,
          value: ({ why, quorumPercent, majorityPercent }) =>
            why &&
            words[`outreach.outcome.${why}`].zh
              .replace('{{quorum}}', String(quorumPercent))
              .replace('{{majority}}', String(majorityPercent)),
        },
        { label: '登记人', kind: 'text', value: (row) => row.recordedBy },
      ],
      await listMeetings(db, context, wanted),
    )
  },
})

/** 意愿摸底 of a village, home by home. */
const wishExport = defineDownload({
  name: 'wish.export',
  input: FindWishes.omit({ page: true }),
  permission: 'outreach.read',
  run: async (db, wanted, context) => {
    const { routes, reasons } = surveyOf(context.pack)
    return listWorkbook(
      '意愿摸底',
      context.today,
      [
        { label: '序号', kind: 'number', value: (row) => row.sequence },
        { label: '户主', kind: 'text', value: (row) => row.householder },
        { label: '地址', kind: 'text', width: 24, value: (row) => row.address },
        {
          label: '意愿',
          kind: 'text',
          value: (row) => wishWords[`choice.wish.${row.wish ?? 'not-asked'}`].zh,
        },
        { label: '原因', kind: 'text', width: 24, value: (row) => nameIn(reasons, row.reason) },
        { label: '想用的路线', kind: 'text', width: 18, value: (row) => nameIn(routes, row.route) },
        { label: '询问时间', kind: 'instant', value: (row) => row.saidAt },
        { label: '询问人', kind: 'text', value: (row) => row.askedBy },
      ],
      await listWishes(db, context, wanted),
    )
  },
})

export const downloads = [outreachExport, activitiesExport, meetingsExport, wishExport] as const

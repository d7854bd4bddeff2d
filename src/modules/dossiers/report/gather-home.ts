import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { type Day, dayOf } from '../../../kernel/dates/day.ts'
import { checklistFor } from '../../../kernel/pack/checklist.ts'
import { measuredWorks, type Pack } from '../../../kernel/pack/pack.ts'
import { findings } from '../../acceptance/public.ts'
import { quantityOf } from '../../households/public.ts'
import { actsOf, type HomeRecords, type HomeRow, recordsOfHome } from '../gather.ts'
import { checklistFacts, measuredFacts, partFacts, sayAct, sayFinding, sayFindingState } from '../say.ts'
import { roles } from './roles.ts'
import type { DocumentTable, WordDocument } from '../../../kernel/documents/document.ts'

interface Step {
  act: string
  kind: string
  at: Date
  by: string | null
  /** In the sealed log; null until it is there. */
  position: string | null
  files: { digest: string; kind: string }[]
}

async function stepsOf(db: ReadDb, county: number, home: string): Promise<Step[]> {
  const { rows } = await sql<Step>`
    select a.id as act, a.kind, a.happened_at as at, p.name as by, l.position::text as position,
           coalesce((select json_agg(json_build_object('digest', encode(e.digest, 'hex'), 'kind', e.kind)
                                     order by e.kind, e.digest)
                       from act_evidence e where e.county = ${county} and e.act = a.id), '[]') as files
      from act_subject s
      join act a on a.county = ${county} and a.id = s.act and a.kind = any(${Object.keys(roles)}::text[])
      left join account p on p.county = ${county} and p.id = a.actor
      left join log_leaf l on l.county = ${county} and l.act = a.id
     where s.county = ${county} and s.subject_type = 'home' and s.subject = ${home}
     order by a.happened_at, a.id`.execute(db)
  return rows
}

/** A home's acceptance report: what was found by whom, with the digests of its evidence (§3.3.4). */
export async function homeReport(db: ReadDb, context: QueryContext, row: HomeRow): Promise<WordDocument> {
  const { county, pack, today } = context
  const known = await recordsOfHome(db, context, row)
  const steps = await stepsOf(db, county, row.home)
  const { log } = await actsOf(db, county, row.home)
  const { installation, commissioning, devices, acceptance } = known
  const visit = acceptance?.visit
  const isMeasured = measuredWorks(pack, row) !== undefined
  return {
    title: '清洁取暖单户验收报告',
    where: `${row.townName}${row.villageName} ${row.sequence} 号 ${row.householder}`,
    madeOn: today,
    facts: [
      ['项目', pack.title.zh],
      ['镇街、村居', `${row.townName} ${row.villageName}`],
      ['序号、户主', `${row.sequence} 号　${row.householder}`],
      ['地址', row.address],
      ['计入任务', quantityText(pack, row)],
      ['中标单位', row.contractorName ?? '尚未派工'],
      ['监理单位', row.supervisorName ?? '尚未派工'],
      ['安装日期', installation?.installedOn ?? '尚未安装'],
    ],
    conclusion: conclusionOf(known, row, isMeasured),
    tables: [
      ...(isMeasured ? [partsTable(pack, row, known), materialsTable(known)] : []),
      ...(isMeasured
        ? []
        : [
            {
              title: '设备',
              head: ['序', '品牌', '型号', '序列号', '安装日期', '是否验收'],
              widths: [1, 3, 3, 5, 3, 2],
              rows: devices.map(({ maker, modelName, serial, installedOn, accepted }, i) => [
                String(i + 1),
                maker,
                modelName,
                serial,
                installedOn,
                accepted ? '已验收' : '未验收',
              ]),
              none: '没有登记设备。',
            },
          ]),
      checklistTable(
        `中标单位自检${installation?.selfCheckedOn ? `（${installation.selfCheckedOn}）` : ''}`,
        checklistFacts(checklistFor(pack, row, 'self-check'), installation?.selfCheck ?? []),
        '没有有效的自检记录。',
      ),
      ...(isMeasured
        ? []
        : [
            {
              title: commissioning
                ? `调试运行（第 ${commissioning.number} 次，${commissioning.runOn}，${commissioning.passed ? '合格' : '不合格'}）`
                : '调试运行',
              head: ['项目', '实测值', '判定'],
              widths: [5, 5, 6],
              rows: commissioning
                ? measuredFacts(pack, commissioning.measured, commissioning.beyond).map(
                    ({ label, values, judged }) => [label, values, judged],
                  )
                : [],
              none: '没有有效的调试记录。',
            },
          ]),
      checklistTable(
        visit
          ? `监理入户验收（第 ${visit.number} 次，${visit.visitedOn}，${visit.passed ? '合格' : '不合格'}）`
          : '监理入户验收',
        checklistFacts(checklistFor(pack, row, 'in-home'), visit?.items ?? []),
        '监理还没有入户。',
      ),
      await checksTable(db, county, row.home),
      await findingsTable(db, context, row),
      {
        title: '办理人员',
        head: ['日期', '事项', '办理人', '身份', '日志号'],
        widths: [3, 4, 3, 6, 2],
        rows: steps.map(({ kind, at, by, position }) => [
          dayOf(at),
          sayAct(kind),
          by ?? '系统',
          roles[kind]?.(row) ?? '',
          position ?? '待封存',
        ]),
        none: '还没有办理记录。',
      },
      {
        title: '证据文件',
        head: ['事项', '日期', '文件摘要（SHA-256）'],
        widths: [4, 3, 11],
        rows: steps.flatMap(({ kind, at, files }) =>
          files.map(({ digest }) => [sayAct(kind), dayOf(at), digest]),
        ),
        none: '没有证据文件。',
      },
    ],
    signatures: ['农户', '村居', '镇街', '中标单位', '监理单位'],
    proof: log
      ? `本报告由系统按办理记录生成。日志记录数 ${log.size}，日志根 ${log.root}，封存时间 ${log.madeAt}，签名钥 ${log.keyId}。`
      : '本报告由系统按办理记录生成；日志尚未签名封存。',
  }
}

/** Its line of work with what it adds to it, in the pack's unit (§1.2). */
function quantityText(pack: Pack, { buildingAreaM2, ...of }: HomeRow): string {
  const quantity = quantityOf(pack, of, { buildingAreaM2: buildingAreaM2 ?? undefined })
  if (!quantity) return '无'
  const { label, unitLabel, amount } = quantity
  return `${label.zh}　${amount === null ? '未填建筑面积，暂不计入' : `${amount} ${unitLabel.zh}`}`
}

function conclusionOf(
  { acceptance, commissioning }: HomeRecords,
  { stageName }: HomeRow,
  isMeasured: boolean,
): string {
  const visit = acceptance?.visit
  if (acceptance?.acceptedOn)
    return `${acceptance.acceptedOn} 验收合格：监理入户验收合格，村居（${acceptance.signOffs.village?.signedOn ?? ''}）、镇街（${acceptance.signOffs.town?.signedOn ?? ''}）会签。${isMeasured || commissioning?.passed ? '' : '没有合格的调试记录。'}`
  if (!visit) return `尚未验收，目前进度：${stageName}。`
  return visit.passed
    ? `监理 ${visit.visitedOn} 入户验收合格，尚待村居、镇街会签，目前进度：${stageName}。`
    : `监理 ${visit.visitedOn} 入户验收不合格，退回整改，目前进度：${stageName}。`
}

const partsTable = (pack: Pack, row: HomeRow, { parts }: HomeRecords): DocumentTable => ({
  title: '改造部位',
  head: ['部位', '面积'],
  widths: [5, 11],
  rows: partFacts(pack, row, parts).map(([label, area]) => [label, area]),
  none: '没有登记改造部位。',
})

const materialsTable = ({ materials }: HomeRecords): DocumentTable => ({
  title: '材料',
  head: ['材料', '厂家', '批号', '合格证摘要'],
  widths: [4, 4, 4, 5],
  rows: materials.map(({ name, maker, batch, certificate }) => [
    name,
    maker,
    batch,
    certificate.slice(0, 16),
  ]),
  none: '没有登记材料。',
})

const checklistTable = (
  title: string,
  facts: readonly (readonly [string, string])[],
  none: string,
): DocumentTable => ({
  title,
  head: ['序', '项目', '结果'],
  widths: [1, 9, 6],
  rows: facts.map(([label, value], i) => [String(i + 1), label, value]),
  none,
})

async function checksTable(db: ReadDb, county: number, home: string): Promise<DocumentTable> {
  const { rows } = await sql<{
    level: string
    number: number
    day: Day
    passed: boolean
    by: string | null
    seed: string
  }>`
    select c.level, c.number, c.checked_on as day, c.passed, p.name as by, d.seed
      from sample_check c
      join sample_home s on s.county = ${county} and s.home = c.home and s.level = c.level
      join sample_draw d on d.county = ${county} and d.id = s.draw
      left join account p on p.county = ${county} and p.id = c.checker
     where c.county = ${county} and c.home = ${home} order by c.checked_on, c.id`.execute(db)
  return {
    title: '抽检',
    head: ['层级', '次数', '日期', '结果', '抽检人', '抽取种子'],
    widths: [2, 2, 3, 2, 3, 8],
    rows: rows.map(({ level, number, day, passed, by, seed }) => [
      level === 'town' ? '镇街' : '市级',
      `第 ${number} 次`,
      day,
      passed ? '合格' : '不合格',
      by ?? '',
      seed,
    ]),
    none: '本户没有抽检记录。',
  }
}

async function findingsTable(db: ReadDb, context: QueryContext, row: HomeRow): Promise<DocumentTable> {
  const { rows } = await sql<{
    kind: string
    about: string
    source: string
    foundOn: Day
    dueOn: Day
    fixedOn: Day | null
    closedOn: Day | null
    state: string
  }>`
    select f.kind, f.about, f.source, f.found_on as "foundOn", f.due_on as "dueOn", f.fixed_on as "fixedOn",
           f.closed_on as "closedOn", f.state
      from (${findings(context)}) f where f.home = ${row.home} order by f.found_on, f.id`.execute(db)
  return {
    title: '不合格项与整改',
    head: ['不合格项', '提出', '期限', '整改', '销号', '状态'],
    widths: [6, 3, 3, 3, 3, 2],
    rows: rows.map(({ kind, about, source, foundOn, dueOn, fixedOn, closedOn, state }) => [
      sayFinding(context.pack, row, source, kind, about),
      foundOn,
      dueOn,
      fixedOn ?? '',
      closedOn ?? '',
      sayFindingState(state),
    ]),
    none: '没有不合格项。',
  }
}

import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { type Day, dayOf } from '../../../kernel/dates/day.ts'
import { listCheckpoints } from '../../../kernel/log/export-log.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import { findings, samplesOf } from '../../acceptance/public.ts'
import { quantityOf } from '../../households/public.ts'
import { type LotLine, lotLines } from '../../suppliers/model.ts'
import { materialsOf, partsOf, totalM2 } from '../../works/public.ts'
import { seen } from '../queries/seen.ts'
import { sayAct, sayBuilt, sayFinding, sayFindingState, sayLine, sayStanding } from '../say.ts'
import { roles } from './roles.ts'
import type { DocumentTable, WordDocument } from '../../../kernel/documents/document.ts'

interface Place {
  line: LotLine
  villageName: string
  townName: string
  contractorName: string | null
  supervisorName: string | null
}

interface HomeLine {
  home: string
  line: LotLine
  areaKind: 'urban' | 'rural'
  buildingAreaM2: number | null
  sequence: number
  householder: string
  machines: number
  installedOn: Day | null
  selfCheckedOn: Day | null
  runOn: Day | null
  runPassed: boolean | null
  beyond: number | null
  visits: number
  visitedOn: Day | null
  visitPassed: boolean | null
  inspector: string | null
  villageOn: Day | null
  townOn: Day | null
  acceptedOn: Day | null
}

const number = (rows: readonly HomeLine[], is: (row: HomeLine) => unknown) => rows.filter(is).length

/** A village's acceptance report: its homes in a table, every sum told from them (§3.3.4); undefined where one sees nothing. */
export async function villageReport(
  db: ReadDb,
  context: QueryContext,
  village: string,
): Promise<WordDocument | undefined> {
  const { county, pack, today } = context
  const places = await sql<Place>`
    select k.line, v.name as "villageName", t.name as "townName", c.name as "contractorName",
           s.name as "supervisorName"
      from area v
     cross join unnest(${[...lotLines]}::text[]) k (line)
      join area t on t.county = ${county} and t.code = v.parent
      left join village g on g.county = ${county} and g.code = v.code
      left join lot l on l.county = ${county} and l.id = case k.line when 'building' then g.building_lot else g.lot end
      left join organisation c on c.county = ${county} and c.id = l.contractor
      left join organisation s on s.county = ${county} and s.id = l.supervisor
     where v.county = ${county} and v.code = ${village}`.execute(db)
  const [place] = places.rows
  const homes = await homesOf(db, context, village)
  if (!place || homes.length === 0) return undefined
  const samples = await samplesOf(db, context, [village])
  const lines = lotLines.filter((line) => homes.some((home) => home.line === line))
  // Each line has its samples (§1.2); where the village has one line only, nothing needs to be told apart.
  const ofLine = (line: LotLine) => (lines.length > 1 ? `（${sayLine(line)}）` : '')
  const perLine = (label: string, of: (line: LotLine) => string) =>
    lines.map((line): [string, string] => [`${label}${ofLine(line)}`, of(line)])
  const firms = (line: LotLine) => places.rows.find((row) => row.line === line) ?? place
  const ids = homes.map(({ home }) => home)
  const parts = await partsOf(db, county, ids)
  const isBuilt = lines.includes('building')
  const [checkpoint] = await listCheckpoints(db, county, 1)
  const accepted = number(homes, ({ acceptedOn }) => acceptedOn)
  const ofHomes = (line: LotLine) => homes.filter((home) => home.line === line)
  const machines = homes.reduce((sum, row) => sum + row.machines, 0)
  return {
    title: '清洁取暖村级验收报告',
    where: `${place.townName}${place.villageName}`,
    madeOn: today,
    facts: [
      ['项目', pack.title.zh],
      ['镇街、村居', `${place.townName} ${place.villageName}`],
      ...perLine('计入任务', (line) => sayQuantity(pack, ofHomes(line))),
      ...perLine('中标单位', (line) => firms(line).contractorName ?? '未定'),
      ...perLine('监理单位', (line) => firms(line).supervisorName ?? '未定'),
      ['已派工', `${homes.length} 户`],
      ...perLine('已安装', (line) => {
        const done = `${number(ofHomes(line), ({ installedOn }) => installedOn)} 户，`
        if (line === 'heating') return `${done}设备 ${machines} 台`
        const all = ofHomes(line).flatMap(({ home }) => parts.get(home) ?? [])
        const accepted = all.map(({ acceptedM2 }) => ({ areaM2: acceptedM2 ?? 0 }))
        return `${done}改造部位 ${totalM2(all)} 平方米，其中验收 ${totalM2(accepted)} 平方米`
      }),
      ['自检合格', `${number(homes, ({ selfCheckedOn }) => selfCheckedOn)} 户`],
      // Nothing runs in a wall.
      ...lines
        .filter((line) => line === 'heating')
        .map((): [string, string] => [
          '调试合格',
          `${number(homes, ({ runPassed }) => runPassed)} 户，其中读数超出范围 ${number(homes, ({ runPassed, beyond }) => runPassed && (beyond ?? 0) > 0)} 户`,
        ]),
      [
        '监理入户',
        `${number(homes, ({ visits }) => visits > 0)} 户，合格 ${number(homes, ({ visitPassed }) => visitPassed)} 户`,
      ],
      ...perLine('镇街抽检', (line) => sayStanding(samples(village, line).town)),
      ...perLine('市级抽检', (line) => sayStanding(samples(village, line).county)),
      ['验收合格', `${accepted} 户`],
    ],
    conclusion:
      accepted === homes.length
        ? `全村已派工的 ${homes.length} 户全部验收合格。`
        : `已派工 ${homes.length} 户，验收合格 ${accepted} 户，尚有 ${homes.length - accepted} 户没有验收合格。`,
    tables: [
      await drawsTable(db, county, village),
      await findingsTable(db, context, village),
      await peopleTable(db, county, village, firms),
      ...(isBuilt ? [await materialsTable(db, county, homes)] : []),
      {
        title: '逐户情况',
        wide: true,
        head: [
          '序号',
          '户主',
          isBuilt ? '设备台数或改造部位' : '台数',
          '安装',
          '自检',
          '调试',
          '监理入户',
          '监理',
          '村居会签',
          '镇街会签',
          '验收合格',
        ],
        widths: [2, 4, isBuilt ? 6 : 2, 4, 4, 5, 6, 4, 4, 4, 4],
        rows: homes.map((row) => [
          String(row.sequence),
          row.householder,
          sayBuilt(pack, row, row.machines, parts.get(row.home) ?? []),
          row.installedOn ?? '',
          row.selfCheckedOn ?? '',
          runOf(row),
          row.visitedOn ? `${row.visitedOn}\n第 ${row.visits} 次 ${row.visitPassed ? '合格' : '不合格'}` : '',
          row.inspector ?? '',
          row.villageOn ?? '',
          row.townOn ?? '',
          row.acceptedOn ?? '',
        ]),
        none: '没有派工的户。',
      },
    ],
    signatures: ['村居', '镇街', '中标单位', '监理单位', '住建局'],
    proof: checkpoint
      ? `本报告由系统按办理记录生成，各户证据摘要见单户验收报告。日志记录数 ${checkpoint.size}，日志根 ${checkpoint.root}，签名钥 ${checkpoint.keyId}。`
      : '本报告由系统按办理记录生成，各户证据摘要见单户验收报告；日志尚未签名封存。',
  }
}

/** What the homes of one line add to it, in the pack's unit (§1.2). */
function sayQuantity(pack: Pack, homes: readonly HomeLine[]): string {
  const known = homes.flatMap(
    ({ buildingAreaM2, ...of }) =>
      quantityOf(pack, of, { buildingAreaM2: buildingAreaM2 ?? undefined }) ?? [],
  )
  const [first] = known
  if (!first) return '无'
  const sum = known.reduce((total, { amount }) => total + (amount ?? 0), 0)
  const open = known.filter(({ amount }) => amount === null).length
  return `${Math.round(sum * 100) / 100} ${first.unitLabel.zh}${open > 0 ? `，另有 ${open} 户未填建筑面积` : ''}`
}

function runOf({ runOn, runPassed, beyond }: HomeLine): string {
  if (!runOn) return ''
  if (!runPassed) return `${runOn}\n不合格`
  return (beyond ?? 0) > 0 ? `${runOn}\n超范围 ${beyond}` : runOn
}

async function homesOf(db: ReadDb, { county, scope }: QueryContext, village: string): Promise<HomeLine[]> {
  const { rows } = await sql<HomeLine>`
    select h.id as home, h.line, h.area_kind as "areaKind", h.building_area_m2::float8 as "buildingAreaM2",
           h.sequence, h.householder, h.accepted_on as "acceptedOn", i.installed_on as "installedOn",
           i.self_checked_on as "selfCheckedOn", r.run_on as "runOn", r.passed as "runPassed",
           jsonb_array_length(r.beyond) as beyond, coalesce(a.number, 0) as visits, a.visited_on as "visitedOn",
           a.passed as "visitPassed", p.name as inspector, v.signed_on as "villageOn", t.signed_on as "townOn",
           (select count(*)::int from device d
             where d.county = ${county} and d.home = h.id and d.removed_on is null) as machines
      from home h
      left join installation i on i.county = ${county} and i.home = h.id
      left join lateral (select * from commissioning e where e.county = ${county} and e.home = h.id
                            and e.fell_on is null order by e.number desc limit 1) r on true
      left join lateral (select * from acceptance_visit e where e.county = ${county} and e.home = h.id
                          order by e.number desc limit 1) a on true
      left join account p on p.county = ${county} and p.id = a.inspector
      left join sign_off v on v.county = ${county} and v.home = h.id and v.visit = a.id and v.level = 'village'
      left join sign_off t on t.county = ${county} and t.home = h.id and t.visit = a.id and t.level = 'town'
     where h.county = ${county} and h.village = ${village} and h.ended is null and h.contractor is not null
       and ${seen(scope)}
     order by h.sequence`.execute(db)
  return rows
}

async function drawsTable(db: ReadDb, county: number, village: string): Promise<DocumentTable> {
  const { rows } = await sql<{
    line: LotLine
    level: string
    number: number
    drawnOn: Day
    size: number
    frame: number
    passed: number
    failed: number
    seed: string
    frameDigest: string
  }>`
    select d.line, d.level, d.number, d.drawn_on as "drawnOn", d.size, cardinality(d.frame) as frame, d.seed,
           d.frame_digest as "frameDigest",
           (select count(*)::int from sample_home s
             where s.county = ${county} and s.draw = d.id and s.passed) as passed,
           (select count(*)::int from sample_home s
             where s.county = ${county} and s.draw = d.id and not s.passed) as failed
      from sample_draw d where d.county = ${county} and d.code = ${village}
     order by d.line desc, d.level desc, d.number`.execute(db)
  return {
    title: '抽检',
    head: ['层级', '抽取', '户数', '合格', '不合格', '种子与底册摘要（SHA-256）'],
    widths: [4, 4, 3, 2, 2, 9],
    rows: rows.map((row) => [
      `${row.level === 'town' ? '镇街' : '市级'}\n${sayLine(row.line)}`,
      `第 ${row.number} 次\n${row.drawnOn}`,
      `${row.size} / ${row.frame}`,
      String(row.passed),
      String(row.failed),
      `${row.seed}\n${row.frameDigest}`,
    ]),
    none: '还没有抽取。',
  }
}

/** Materials with their certificates by home (§1.2, §3.3.3). */
async function materialsTable(
  db: ReadDb,
  county: number,
  homes: readonly HomeLine[],
): Promise<DocumentTable> {
  const found = await materialsOf(
    db,
    county,
    homes.map(({ home }) => home),
  )
  return {
    title: '材料',
    head: ['户', '材料', '厂家', '批号', '合格证摘要'],
    widths: [4, 4, 4, 4, 5],
    rows: homes.flatMap(({ home, sequence, householder }) =>
      (found.get(home) ?? []).map(({ name, maker, batch, certificate }) => [
        `${sequence} ${householder}`,
        name,
        maker,
        batch,
        certificate.slice(0, 16),
      ]),
    ),
    none: '没有登记材料。',
  }
}

async function peopleTable(
  db: ReadDb,
  county: number,
  village: string,
  placeOf: (line: LotLine) => Place,
): Promise<DocumentTable> {
  const { rows } = await sql<{
    by: string
    kind: string
    line: LotLine
    homes: number
    first: Date
    last: Date
  }>`
    select coalesce(p.name, '系统') as by, a.kind, h.line, count(distinct h.id)::int as homes, min(a.happened_at) as first,
           max(a.happened_at) as last
      from home h
      join act_subject s on s.county = ${county} and s.subject_type = 'home' and s.subject = h.id
      join act a on a.county = ${county} and a.id = s.act and a.kind = any(${Object.keys(roles)}::text[])
      left join account p on p.county = ${county} and p.id = a.actor
     where h.county = ${county} and h.village = ${village} and h.ended is null
     group by 1, 2, 3`.execute(db)
  const order = Object.keys(roles)
  return {
    title: '办理人员',
    head: ['事项', '办理人', '身份', '户数', '起止'],
    widths: [3, 3, 6, 2, 5],
    rows: rows
      .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.by < b.by ? -1 : 1))
      .map(({ by, kind, line, homes, first, last }) => [
        sayAct(kind),
        by,
        roles[kind]?.(placeOf(line)) ?? '',
        String(homes),
        dayOf(first) === dayOf(last) ? dayOf(first) : `${dayOf(first)} 至 ${dayOf(last)}`,
      ]),
    none: '还没有办理记录。',
  }
}

async function findingsTable(db: ReadDb, context: QueryContext, village: string): Promise<DocumentTable> {
  const { rows } = await sql<{
    sequence: number
    householder: string
    line: string
    areaKind: 'urban' | 'rural'
    kind: string
    about: string
    source: string
    foundOn: Day
    dueOn: Day
    closedOn: Day | null
    state: string
  }>`
    select f.sequence, f.householder, f.line, f."areaKind", f.kind, f.about, f.source, f.found_on as "foundOn", f.due_on as "dueOn",
           f.closed_on as "closedOn", f.state
      from (${findings(context)}) f where f.village = ${village} order by f.sequence, f.found_on, f.id`.execute(
    db,
  )
  return {
    title: '不合格项与整改',
    head: ['户', '不合格项', '提出', '期限', '销号', '状态'],
    widths: [4, 6, 3, 3, 3, 3],
    rows: rows.map(
      ({ sequence, householder, kind, about, source, foundOn, dueOn, closedOn, state, ...home }) => [
        `${sequence} ${householder}`,
        sayFinding(context.pack, home, source, kind, about),
        foundOn,
        dueOn,
        closedOn ?? '',
        sayFindingState(state),
      ],
    ),
    none: '没有不合格项。',
  }
}

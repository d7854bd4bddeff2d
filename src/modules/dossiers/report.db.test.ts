import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aBuildingRoad } from '../../../tests/support/building-road.ts'
import { unzipped } from '../../../tests/support/unzipped.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import type { MadeFile } from '../../kernel/act/define.ts'
import type { Actor } from '../../kernel/identity/authority.ts'
import { aRun } from '../works/samples.ts'

let c: TestCounty
let road: BuildRoad
let home = ''
let failed = ''
beforeAll(async () => {
  c = await aCounty()
  road = await aBuildRoad(c)
  ;[home = '', failed = ''] = await road.assigned(3)
  await road.install(home, 2)
  const photos = [await c.evidence('photo'), await c.evidence('photo')]
  const measured = aRun(
    photos.map(({ digest }) => digest),
    { rooms: [21, 9.5] },
  )
  await c.done(c.actors.contractor, 'home.commission', { home, measured }, photos)
  await road.selfCheck(home)
  await road.visit(home)
  await road.signOffVillage(home)
  await road.signOffTown(home)
  await road.install(failed)
  await road.selfCheck(failed)
  await road.visit(failed, { failed: ['electrical-safety'] })
  await c.done(c.actors.bureauOfficer, 'sample.draw-county', { village: road.village })
})
afterAll(() => c.close())

async function made(actor: Actor, name: string, input: object): Promise<MadeFile> {
  const answer = await c.program.file(actor, name, input)
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer))
  return answer.value
}

/** The document's texts, run after run. */
async function textOf({ body, fileName, mediaType }: MadeFile): Promise<string> {
  expect(mediaType).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  if (process.env.QINGNUAN_KEEP) await writeFile(`${process.env.QINGNUAN_KEEP}/${fileName}`, body)
  const parts = unzipped(Buffer.from(body))
  const xml = (name: string) => parts.get(name) ?? ''
  expect([...parts.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml']))
  expect(xml('word/footer1.xml')).toMatch(/PAGE[\s\S]*NUMPAGES/)
  expect(xml('word/document.xml')).toMatch(/w:pgSz w:w="11906" w:h="16838"/)
  return [...xml('word/document.xml').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('|')
}

describe('the acceptance report (§3.3.4)', () => {
  it('of a home tells every step from the records, with who did it and the evidence', async () => {
    const file = await made(c.actors.townReviewer, 'report.home', { home })
    expect(file.fileName).toMatch(/^验收报告_甲村.*\.docx$/)
    const text = await textOf(file)
    expect(text).toContain('2023-08-15 验收合格')
    for (const serial of road.machines.get(home) ?? []) expect(text).toContain(serial)
    expect(text).toContain('21、9.5 ℃|9.5 低于 14')
    const { rows } = await c.program.database.pool.query<{ digest: string }>(
      `select encode(e.digest, 'hex') as digest from act_subject s
         join act a on a.county = s.county and a.id = s.act
         join act_evidence e on e.county = a.county and e.act = a.id
        where s.subject = $1 and a.kind in ('home.install', 'home.commission', 'home.self-check', 'home.inspect')`,
      [home],
    )
    expect(rows.length).toBeGreaterThan(9)
    for (const { digest } of rows) expect(text).toContain(digest)
    expect(text).toMatch(/入户验收\|[^|]+\|监理单位 /)
    expect(text).toMatch(/镇街会签\|[^|]+\|镇街 沙河镇/)
    for (const who of ['农户', '村居', '镇街', '中标单位', '监理单位'])
      expect(text).toContain(`${who}（签字）：`)
  })

  it('of a home that did not pass says what was found and what is open', async () => {
    const text = await textOf(await made(c.actors.supervisor, 'report.home', { home: failed }))
    expect(text).toContain('入户验收不合格，退回整改')
    expect(text).toContain('“用电安全合格”不合格|')
    expect(text).toContain('待整改')
    expect(text).toContain('没有有效的自检记录。')
  })

  it('of a village counts its homes and names each', async () => {
    const text = await textOf(await made(c.actors.bureauOfficer, 'report.village', { village: area.village }))
    expect(text).toContain('已派工|3 户')
    expect(text).toContain('已安装|2 户，设备 3 台')
    expect(text).toContain('调试合格|1 户，其中读数超出范围 1 户')
    expect(text).toContain('监理入户|2 户，合格 1 户')
    expect(text).toContain('已派工 3 户，验收合格 1 户，尚有 2 户没有验收合格。')
    const { seed } = await c.program.database.owner
      .selectFrom('sample_draw')
      .select('seed')
      .where('county', '=', 1)
      .executeTakeFirstOrThrow()
    expect(text).toContain(seed)
    expect(text).toMatch(/入户验收\|[^|]+\|监理单位 [^|]+\|2\|/)
  })

  it('is for whoever sees the home', async () => {
    for (const [name, input] of [
      ['report.home', { home }],
      ['report.village', { village: area.village }],
    ] as const)
      expect(await c.program.file(c.actors.otherTownReviewer, name, input)).toMatchObject({
        status: 'not-found',
      })
  })
})

describe('the reports of homes of the building line (§1.2, §3.3.4)', () => {
  it('tell parts with their area, materials with their certificate, and each line by itself', async () => {
    const building = await aBuildingRoad(c)
    const [built = ''] = await building.assigned(2)
    await building.accept(built, [
      { part: 'wall', areaM2: 60.25 },
      { part: 'window', areaM2: 8.4 },
    ])
    const text = await textOf(await made(c.actors.bureauOfficer, 'report.village', { village: area.village }))
    expect(text).toContain('计入任务（清洁取暖改造）|3 户')
    expect(text).toContain('计入任务（建筑节能改造）|2 户')
    expect(text).toContain('已安装（清洁取暖改造）|2 户，设备 3 台')
    expect(text).toContain('已安装（建筑节能改造）|1 户，改造部位 70.9 平方米，其中验收 68.65 平方米')
    expect(text).toContain('镇街抽检（建筑节能改造）|未抽取')
    expect(text).toContain('设备台数或改造部位')
    expect(text).toMatch(/外墙 60\.25 平方米\|外窗 8\.4 平方米/)
    const { rows } = await c.program.database.pool.query<{ batch: string; certificate: string }>(
      'select batch, certificate from installation_material where home = $1',
      [built],
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { batch, certificate } of rows) {
      expect(text).toContain(batch)
      expect(text).toContain(certificate.slice(0, 16))
    }
    const home = await textOf(await made(c.actors.townReviewer, 'report.home', { home: built }))
    expect(home).toContain('外墙|实测 62.5 平方米　验收 60.25 平方米')
    expect(home).toContain('合计|实测 70.9 平方米　验收 68.65 平方米')
    expect(home).not.toContain('序列号')
  })
})

import { sql } from 'kysely'
import type { QueryContext } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { type Day, dayOf } from '../../kernel/dates/day.ts'
import { covers } from '../../kernel/identity/authority.ts'
import { EvidenceDamaged, EvidenceMissing } from '../../kernel/evidence/store.ts'
import { listCheckpoints } from '../../kernel/log/export-log.ts'
import { type AcceptanceState, acceptanceOf } from '../acceptance/public.ts'
import { maskedApplications } from '../households/public.ts'
import {
  commissioningsOf,
  type CommissioningState,
  devicesOf,
  type DeviceState,
  type InstallationState,
  installationsOf,
  type MaterialState,
  materialsOf,
  partsOf,
  type PartState,
} from '../works/public.ts'
import {
  type Brought,
  broughtTo,
  type PaperFile,
  type PaperRecord,
  recordsOf,
  restsOn,
} from './queries/records.ts'
import { seen } from './queries/seen.ts'
import { completeness, type Standing, stateOf } from './rules/papers.ts'
import { dossierOf } from './standing.ts'
import { captionsOf, remarkOf, sayAct, sayStage, sayState, sectionsOf } from './say.ts'
import type { DossierSheets } from './pdf/sheets.ts'

const timeOfDay = new Intl.DateTimeFormat('zh-CN', { timeStyle: 'medium', timeZone: 'Asia/Shanghai' })

/** What is drawn into one document; beyond it files are named with their digests. */
const mostPictures = 80
const mostPictureBytes = 8 * 1024 * 1024
const mostBytes = 60 * 1024 * 1024

export interface HomeRow extends Standing {
  home: string
  sequence: number
  householder: string
  address: string
  stage: string
  /** As people say it. */
  stageName: string
  village: string
  villageName: string
  townName: string
  countyName: string
  contractor: string | null
  supervisor: string | null
  contractorName: string | null
  supervisorName: string | null
  line: 'heating' | 'building'
  areaKind: 'urban' | 'rural'
  buildingAreaM2: number | null
}

/** A file of a home with the paper it belongs to. */
export interface OriginalFile extends PaperFile {
  paper: number
  label: string
  caption: string
}

export interface GatheredHome {
  row: HomeRow
  sheets: Omit<DossierSheets, 'photographs' | 'named'>
  files: OriginalFile[]
}

/** Homes a person sees, by village and number. */
export async function listHomes(
  db: ReadDb,
  context: QueryContext,
  which: { home: string } | { village: string },
): Promise<HomeRow[]> {
  const { county, pack, scope } = context
  const { rows } = await sql<Omit<HomeRow, 'stageName'>>`
    select h.id as home, h.sequence, h.householder, h.address, h.stage, h.village, vi.name as "villageName", t.name as "townName",
           k.name as "countyName", h.contractor, h.supervisor, c.name as "contractorName",
           s.name as "supervisorName", h.line, h.area_kind as "areaKind",
           h.building_area_m2 as "buildingAreaM2", d.held, d.need, d.due
      from home h ${dossierOf(pack, county)}
      join area vi on vi.county = ${county} and vi.code = h.village
      join area t on t.county = ${county} and t.code = h.town
      join county k on k.id = ${county}
      left join organisation c on c.county = ${county} and c.id = h.contractor
      left join organisation s on s.county = ${county} and s.id = h.supervisor
     where h.county = ${county} and ${seen(scope)}
       and ${'home' in which ? sql`h.id = ${which.home}` : sql`h.village = ${which.village} and h.ended is null`}
     order by h.village, h.sequence`.execute(db)
  return rows.map((row) => ({ ...row, stageName: sayStage(row.stage) }))
}

/** What is on record of one home, for whatever document tells it; files without their bytes, as far as one may open them. */
export interface HomeRecords {
  records: readonly PaperRecord[]
  brought: readonly Brought[]
  installation: InstallationState | undefined
  commissioning: CommissioningState | undefined
  devices: readonly DeviceState[]
  parts: readonly PartState[]
  materials: readonly MaterialState[]
  acceptance: AcceptanceState | undefined
  files: OriginalFile[]
}

export async function recordsOfHome(db: ReadDb, context: QueryContext, row: HomeRow): Promise<HomeRecords> {
  const { county, pack } = context
  const { home } = row
  const place = { area: row.village, organisations: [row.contractor, row.supervisor], home }
  const mayOpenPersonal = covers(context.scopeFor('personal.reveal'), place)
  const records = (await recordsOf(db, context, [home])).get(home) ?? []
  const brought = (await broughtTo(db, context, [home])).get(home) ?? []
  const installation = (await installationsOf(db, county, [home])).get(home)
  const commissioning = (await commissioningsOf(db, county, [home])).get(home)
  const acceptance = (await acceptanceOf(db, county, [home])).get(home)
  const captions = captionsOf(
    pack,
    row,
    installation?.selfCheck ?? [],
    acceptance?.visit?.items ?? [],
    commissioning?.measured ?? [],
  )
  const files = pack.dossier.flatMap((paper, at) => [
    ...records
      .filter((record) => restsOn(paper, record) && stateOf(row, at) === 'present')
      .flatMap(({ doneBy, on, by, files: own }) =>
        own.map((file) => ({
          ...file,
          paper: at,
          label: paper.label.zh,
          caption: [captions.get(file.digest) ?? sayAct(doneBy), on, by].filter(Boolean).join('　'),
        })),
      ),
    ...brought
      .filter((one) => one.paper === paper.id && one.withdrawnOn === null)
      .flatMap(({ on, by, files: own }) =>
        own.map((file) => ({
          ...file,
          paper: at,
          label: paper.label.zh,
          caption: [paper.label.zh, on, by].filter(Boolean).join('　'),
        })),
      ),
  ])
  return {
    records,
    brought,
    installation,
    commissioning,
    devices: (await devicesOf(db, county, [home])).get(home) ?? [],
    parts: (await partsOf(db, county, [home])).get(home) ?? [],
    materials: (await materialsOf(db, county, [home])).get(home) ?? [],
    acceptance,
    files: files.filter(({ kind }) => kind !== 'personal' || mayOpenPersonal),
  }
}

/** Everything a dossier of one home tells, its files without their bytes. */
export async function gatherHome(db: ReadDb, context: QueryContext, row: HomeRow): Promise<GatheredHome> {
  const { county, pack, today } = context
  const { home } = row
  const known = await recordsOfHome(db, context, row)
  const { present, due } = completeness(row)
  return {
    row,
    files: known.files,
    sheets: {
      county: row.countyName,
      programme: pack.title.zh,
      town: row.townName,
      village: row.villageName,
      sequence: row.sequence,
      householder: row.householder,
      printedOn: today,
      completeness: `应有 ${due} 份，已有 ${present} 份`,
      index: pack.dossier.map((paper, at) => {
        const state = stateOf(row, at)
        return {
          number: at + 1,
          label: paper.label.zh,
          state: sayState(state),
          remark: remarkOf(pack, paper, state, {
            records: known.records.filter((record) => restsOn(paper, record)),
            brought: known.brought.filter((one) => one.paper === paper.id && one.withdrawnOn === null),
          }),
        }
      }),
      sections: sectionsOf(pack, row, {
        ...known,
        application: (await maskedApplications(db, context, [home])).get(home) ?? {},
        contractorName: row.contractorName,
        supervisorName: row.supervisorName,
      }),
      ...(await actsOf(db, county, home)),
    },
  }
}

/** Every act on a home with its place in the sealed log, and the newest signed state of the log. */
export async function actsOf(
  db: ReadDb,
  county: number,
  home: string,
): Promise<Pick<DossierSheets, 'acts' | 'log'>> {
  const { rows } = await sql<{
    kind: string
    at: Date
    by: string | null
    position: string | null
    leaf: string | null
  }>`
    select a.kind, a.happened_at as at, p.name as by, l.position::text as position, encode(l.hash, 'hex') as leaf
      from act_subject s
      join act a on a.county = ${county} and a.id = s.act
      left join account p on p.county = ${county} and p.id = a.actor
      left join log_leaf l on l.county = ${county} and l.act = a.id
     where s.county = ${county} and s.subject_type = 'home' and s.subject = ${home}
     order by a.recorded_at, a.id`.execute(db)
  const [checkpoint] = await listCheckpoints(db, county, 1)
  const isSealed = (position: string | null) =>
    position !== null && checkpoint !== undefined && Number(position) < checkpoint.size
  return {
    acts: rows.map(({ kind, at, by, position, leaf }) => ({
      on: dayOf(at) satisfies Day,
      act: sayAct(kind),
      by: by ?? '系统',
      position: position ?? '待封存',
      leaf: leaf ?? '',
    })),
    log: checkpoint
      ? {
          size: checkpoint.size,
          root: checkpoint.root,
          madeAt: `${dayOf(new Date(checkpoint.madeAt))} ${timeOfDay.format(new Date(checkpoint.madeAt))}（北京时间）`,
          keyId: checkpoint.keyId,
          unsealed: rows.filter(({ position }) => !isSealed(position)).length,
        }
      : null,
  }
}

/** Puts the photographs' bytes in, up to what one document holds; the rest is named. */
export async function withPictures(
  { sheets, files }: GatheredHome,
  { store }: Pick<QueryContext, 'store'>,
): Promise<DossierSheets> {
  const photographs: DossierSheets['photographs'] = []
  const named: DossierSheets['named'] = []
  const once = new Map(files.map((file) => [file.digest, file]))
  let bytesSoFar = 0
  for (const { digest, caption, kind, mediaType, size } of once.values()) {
    const leave = (why: string) => named.push({ label: caption, digest, why })
    if (kind === 'personal') leave('身份资料不印')
    else if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') leave('另附原件')
    else if (size > mostPictureBytes) leave('文件过大')
    else if (photographs.length >= mostPictures || bytesSoFar + size > mostBytes) leave('照片过多')
    else
      try {
        photographs.push({ digest, caption, mediaType, bytes: await store.read(digest) })
        bytesSoFar += size
      } catch (error) {
        if (!(error instanceof EvidenceMissing || error instanceof EvidenceDamaged)) throw error
        leave('原件缺失或损坏')
      }
  }
  return { ...sheets, photographs, named }
}

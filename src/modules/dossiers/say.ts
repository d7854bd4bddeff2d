import { type ChecklistAnswer, checklistFor } from '../../kernel/pack/checklist.ts'
import type { Beyond, Measurement } from '../../kernel/pack/measurements.ts'
import { measuredWorks, type Pack } from '../../kernel/pack/pack.ts'
import { unitWords } from '../../kernel/pack/unit-words.ts'
import type { Measure } from '../../kernel/pack/units.ts'
import type { Checklist, DossierPaper } from '../../kernel/pack/schema.ts'
import type { Said, Words } from '../../kernel/words/words.ts'
import type { AcceptanceState } from '../acceptance/public.ts'
import { words as acceptance } from '../acceptance/words.ts'
import { words as field } from '../field/words.ts'
import { words as funds } from '../funds/words.ts'
import { words as households } from '../households/words.ts'
import { words as identities } from '../identities/words.ts'
import { words as outreach } from '../outreach/words.ts'
import { words as organisations } from '../organisations/words.ts'
import { words as photographs } from '../photographs/words.ts'
import { words as sites } from '../sites/words.ts'
import { words as sources } from '../sources/words.ts'
import { words as subsidies } from '../subsidies/words.ts'
import { words as villages } from '../villages/words.ts'
import type {
  CommissioningState,
  DeviceState,
  InstallationState,
  MaterialState,
  PartState,
} from '../works/public.ts'
import { totalM2 } from '../works/public.ts'
import { words as works } from '../works/words.ts'
import type { PaperState } from './model.ts'
import type { Brought, PaperRecord } from './queries/records.ts'
import { words as own } from './words.ts'
import type { DossierSheets } from './pdf/sheets.ts'

const all: Words = {
  ...organisations,
  ...villages,
  ...sources,
  ...households,
  ...outreach,
  ...identities,
  ...works,
  ...sites,
  ...acceptance,
  ...photographs,
  ...field,
  ...funds,
  ...subsidies,
  ...own,
}

/** The document is Chinese: it goes into the county's archive. */
const zhOf = (key: string): string | undefined => all[key]?.zh

export const sayAct = (kind: string): string => zhOf(`act.${kind}`) ?? kind
export const sayState = (state: PaperState): string => zhOf(`dossier.state.${state}`) ?? state

export const sayStage = (stage: string): string => zhOf(`stage.${stage}`) ?? stage
export const sayLine = (line: string): string => zhOf(`choice.line.${line}`) ?? line
export const sayStanding = (standing: string): string => zhOf(`samples.standing.${standing}`) ?? standing
export const sayFindingState = (state: string): string => zhOf(`findings.state.${state}`) ?? state

/** Which line of work a home is of: what it is built of, and the list it is checked by. */
type OfLine = Parameters<typeof measuredWorks>[1]

/** What was found: an item of the list it was found by, or what is wrong with the machines. */
export function sayFinding(pack: Pack, home: OfLine, source: string, kind: string, about: string): string {
  const part = measuredWorks(pack, home)?.parts.find(({ id }) => id === about)
  if (kind !== 'item') return (zhOf(`finding.${kind}`) ?? kind).replace('{{of}}', part?.label.zh ?? about)
  const list = checklistFor(pack, home, source === 'visit' ? 'in-home' : 'sample-check')
  const label = list.items.find(({ id }) => id === about)?.label.zh ?? about
  return (zhOf('finding.item') ?? '{{label}}').replace('{{label}}', label)
}

/** What a photograph of a checklist shows, by its digest. */
export function captionsOf(
  pack: Pack,
  home: OfLine,
  selfCheck: readonly ChecklistAnswer[],
  visit: readonly ChecklistAnswer[],
  measured: readonly Measurement[] = [],
): Map<string, string> {
  const captions = new Map<string, string>()
  for (const [list, answers] of [
    ['self-check', selfCheck],
    ['in-home', visit],
  ] as const) {
    const checklist = checklistFor(pack, home, list)
    for (const { item, photos = [] } of answers) {
      const label = checklist.items.find(({ id }) => id === item)?.label.zh ?? item
      for (const digest of photos) captions.set(digest, `${checklist.label.zh}：${label}`)
    }
  }
  for (const { item, photos = [] } of measured)
    for (const digest of photos)
      captions.set(digest, `调试运行：${measuredItem(pack, item)?.label.zh ?? item}`)
  return captions
}

/** Measurements are called the same whatever the route. */
const measuredItem = (pack: Pack, id: string) =>
  pack.checklists.flatMap(({ routes, items }) => (routes ? items : [])).find((item) => item.id === id)

const sayUnit = (unit: Measure | undefined): string => (unit ? unitWords[unit].zh : '')

/** Each measurement of a run: label, values with unit, and what lies out of bounds. */
export const measuredFacts = (
  pack: Pack,
  measured: readonly Measurement[],
  beyond: readonly Beyond[],
): { label: string; values: string; judged: string }[] =>
  measured.map(({ item, values }) => {
    const of = measuredItem(pack, item)
    const out = beyond.filter((each) => each.item === item)
    return {
      label: of?.label.zh ?? item,
      values: `${values.join('、')} ${sayUnit(of?.reading?.unit)}`,
      judged:
        out
          .map(
            ({ value, bound, side, blocks }) =>
              `${value} ${side === 'below' ? '低于' : '高于'} ${bound}${blocks ? '，不合格' : ''}`,
          )
          .join('；') || '在范围内',
    }
  })

export function remarkOf(
  pack: Pack,
  { from, needed, by }: DossierPaper,
  state: PaperState,
  behind: { records: readonly PaperRecord[]; brought: readonly Brought[] },
): string {
  if (state === 'later') return `到“${zhOf(`stage.${from}`) ?? from}”时应有`
  if (state === 'needless') return zhOf(`dossier.needless.${needed ?? ''}`) ?? ''
  if (state === 'missing') return `由${by.map((id) => pack.suppliers[id]?.zh ?? id).join('或')}提交`
  return [
    ...behind.records.map(({ doneBy, on }) => `${sayAct(doneBy)} ${on}`),
    ...behind.brought.map(({ files, on }) => `附件 ${files.length} 件 ${on}`),
  ].join('；')
}

interface Records {
  application: object
  contractorName: string | null
  supervisorName: string | null
  installation: InstallationState | undefined
  commissioning: CommissioningState | undefined
  devices: readonly DeviceState[]
  parts: readonly PartState[]
  materials: readonly MaterialState[]
  acceptance: AcceptanceState | undefined
}

type Facts = DossierSheets['sections'][number]['facts']

export function sectionsOf(pack: Pack, home: OfLine, records: Records): DossierSheets['sections'] {
  const { installation, commissioning, devices, acceptance: accepted } = records
  const visit = accepted?.visit
  const works: Facts = [
    ['中标单位', records.contractorName ?? '尚未派工'],
    ['监理单位', records.supervisorName ?? '尚未派工'],
    ...(installation ? ([['安装日期', installation.installedOn]] satisfies Facts) : []),
    ...devices.map(({ maker, modelName, serial }, i): Facts[number] => [
      `设备 ${i + 1}`,
      `${maker} ${modelName}　序列号 ${serial}`,
    ]),
    ...partFacts(pack, home, records.parts),
    ...records.materials.map(({ name, maker, batch, certificate }, i): Facts[number] => [
      `材料 ${i + 1}`,
      `${maker} ${name}　批号 ${batch}　合格证 ${certificate.slice(0, 16)}`,
    ]),
  ]
  const sections = [
    { title: '申请', facts: applicationFacts(records.application) },
    { title: measuredWorks(pack, home) ? '改造部位与材料' : '施工与设备', facts: works },
    {
      title: `中标单位自检${installation?.selfCheckedOn ? `（${installation.selfCheckedOn}）` : ''}`,
      facts: checklistFacts(checklistFor(pack, home, 'self-check'), installation?.selfCheck ?? []),
    },
    {
      title: commissioning
        ? `调试运行（第 ${commissioning.number} 次，${commissioning.runOn}，${commissioning.passed ? '合格' : '不合格'}）`
        : '',
      facts: commissioning
        ? measuredFacts(pack, commissioning.measured, commissioning.beyond).map(
            ({ label, values, judged }): Facts[number] => [label, `${values}　${judged}`],
          )
        : [],
    },
    {
      title: `监理入户验收${visit ? `（第 ${visit.number} 次，${visit.visitedOn}，${visit.passed ? '合格' : '不合格'}）` : ''}`,
      facts: [
        ...checklistFacts(checklistFor(pack, home, 'in-home'), visit?.items ?? []),
        ...(['village', 'town'] as const).flatMap((level): Facts => {
          const signed = accepted?.signOffs[level]
          return signed ? [[level === 'village' ? '村会签' : '镇街会签', signed.signedOn]] : []
        }),
        ...(accepted?.acceptedOn ? ([['验收合格', accepted.acceptedOn]] satisfies Facts) : []),
      ],
    },
  ]
  return sections.filter(({ facts }) => facts.length > 0)
}

const sayPart = (pack: Pack, home: OfLine, part: string): string =>
  measuredWorks(pack, home)?.parts.find(({ id }) => id === part)?.label.zh ?? part

/** What a home was built of in few words: machines counted, or each part with what counts of it, in m² (§1.2). */
export const sayBuilt = (pack: Pack, home: OfLine, machines: number, parts: readonly PartState[]): string =>
  measuredWorks(pack, home)
    ? parts
        .map(({ part, areaM2, acceptedM2 }) => `${sayPart(pack, home, part)} ${acceptedM2 ?? areaM2} 平方米`)
        .join('\n')
    : String(machines)

const sayAreas = (areaM2: number, acceptedM2: number | null): string =>
  `实测 ${areaM2} 平方米　${acceptedM2 === null ? '未验收' : `验收 ${acceptedM2} 平方米`}`

/** Each measured part, and all of them, with what was accepted (§1.2). */
export function partFacts(pack: Pack, home: OfLine, parts: readonly PartState[]): Facts {
  if (parts.length === 0) return []
  const isAccepted = parts.some(({ acceptedM2 }) => acceptedM2 !== null)
  const accepted = parts.map(({ acceptedM2 }) => ({ areaM2: acceptedM2 ?? 0 }))
  return [
    ...parts.map(({ part, areaM2, acceptedM2 }): Facts[number] => [
      sayPart(pack, home, part),
      sayAreas(areaM2, acceptedM2),
    ]),
    ['合计', sayAreas(totalM2(parts), isAccepted ? totalM2(accepted) : null)],
  ]
}

const applicationFacts = (application: object): Facts =>
  Object.entries(application).flatMap(([field, value]: [string, unknown]): Facts => {
    const label = zhOf(`field.${field}`) ?? field
    if (typeof value === 'boolean') return [[label, value ? '是' : '否']]
    if (typeof value === 'number')
      return [[label, field === 'contributionFen' ? (value / 100).toFixed(2) : String(value)]]
    return typeof value === 'string' ? [[label, zhOf(`choice.${field}.${value}`) ?? value]] : []
  })

export const checklistFacts = (
  { items }: Pick<Checklist, 'items'>,
  answers: readonly ChecklistAnswer[],
): Facts =>
  answers.map(({ item, passed, reading, photos = [] }) => {
    const known = items.find(({ id }) => id === item)
    const label: Said | undefined = known?.label
    const unit = known?.reading?.unit
    return [
      label?.zh ?? item,
      [
        passed ? '合格' : '不合格',
        reading === undefined ? '' : `读数 ${reading} ${sayUnit(unit)}`,
        photos.length > 0 ? `照片 ${photos.length} 张` : '',
      ]
        .filter(Boolean)
        .join('　'),
    ]
  })

import type { Random } from './random.ts'

/** Laizhou's towns and subdistricts (facts.md §5): codes, names and rough centres are real, their villages are not. */
export const towns = [
  {
    code: '370683001000',
    name: '文昌路街道',
    kind: 'urban',
    latitude: 37.18,
    longitude: 119.95,
    villages: 38,
    signIn: 'wenchanglu',
  },
  {
    code: '370683002000',
    name: '永安路街道',
    kind: 'urban',
    latitude: 37.18,
    longitude: 119.93,
    villages: 36,
    signIn: 'yonganlu',
  },
  {
    code: '370683003000',
    name: '三山岛街道',
    kind: 'rural',
    latitude: 37.39,
    longitude: 119.95,
    villages: 42,
    signIn: 'sanshandao',
  },
  {
    code: '370683004000',
    name: '城港路街道',
    kind: 'rural',
    latitude: 37.22,
    longitude: 119.92,
    villages: 48,
    signIn: 'chengganglu',
  },
  {
    code: '370683005000',
    name: '文峰路街道',
    kind: 'rural',
    latitude: 37.15,
    longitude: 119.97,
    villages: 46,
    signIn: 'wenfenglu',
  },
  {
    code: '370683006000',
    name: '金仓街道',
    kind: 'rural',
    latitude: 37.32,
    longitude: 119.96,
    villages: 24,
    signIn: 'jincang',
  },
  {
    code: '370683101000',
    name: '沙河镇',
    kind: 'rural',
    latitude: 37.05,
    longitude: 119.77,
    villages: 116,
    signIn: 'shahe',
  },
  {
    code: '370683102000',
    name: '朱桥镇',
    kind: 'rural',
    latitude: 37.33,
    longitude: 120.12,
    villages: 92,
    signIn: 'zhuqiao',
  },
  {
    code: '370683103000',
    name: '郭家店镇',
    kind: 'rural',
    latitude: 37.02,
    longitude: 120.18,
    villages: 74,
    signIn: 'guojiadian',
  },
  {
    code: '370683104000',
    name: '金城镇',
    kind: 'rural',
    latitude: 37.41,
    longitude: 120.11,
    villages: 44,
    signIn: 'jincheng',
  },
  {
    code: '370683105000',
    name: '平里店镇',
    kind: 'rural',
    latitude: 37.28,
    longitude: 120.05,
    villages: 60,
    signIn: 'pinglidian',
  },
  {
    code: '370683106000',
    name: '驿道镇',
    kind: 'rural',
    latitude: 37.17,
    longitude: 120.19,
    villages: 81,
    signIn: 'yidao',
  },
  {
    code: '370683107000',
    name: '程郭镇',
    kind: 'rural',
    latitude: 37.19,
    longitude: 120.05,
    villages: 66,
    signIn: 'chengguo',
  },
  {
    code: '370683108000',
    name: '虎头崖镇',
    kind: 'rural',
    latitude: 37.12,
    longitude: 119.81,
    villages: 58,
    signIn: 'hutouya',
  },
  {
    code: '370683109000',
    name: '柞村镇',
    kind: 'rural',
    latitude: 37.07,
    longitude: 119.97,
    villages: 68,
    signIn: 'zuocun',
  },
  {
    code: '370683110000',
    name: '夏邱镇',
    kind: 'rural',
    latitude: 37.0,
    longitude: 119.89,
    villages: 62,
    signIn: 'xiaqiu',
  },
  {
    code: '370683111000',
    name: '土山镇',
    kind: 'rural',
    latitude: 37.09,
    longitude: 119.64,
    villages: 45,
    signIn: 'tushan',
  },
] as const

export type Town = (typeof towns)[number]

export interface DemoVillage {
  code: string
  town: Town
  name: string
  kind: 'urban' | 'rural'
  latitude: number
  longitude: number
}

const directions = ['东', '西', '南', '北', '前', '后', '大', '小', '上', '下']
const stems = '柳杨槐桃李梅松柏石泉河沟岭埠坡屯寨庄店桥林園田井塘崖洼峰谷溪湾'.replace('園', '园')
const ends = ['家', '家庄', '家村', '家疃', '家埠', '家沟', '家屯', '家洼']

/** Invented villages: their names carry 模拟 so that nobody takes them for real ones. */
export function inventVillages(random: Random): DemoVillage[] {
  return towns.flatMap((town) => {
    const names = new Set<string>()
    while (names.size < town.villages) {
      const stem = stems[random.int(0, stems.length - 1)] ?? '柳'
      const head = random.chance(0.55) ? random.pick(directions) : ''
      names.add(`${head}${stem}${random.pick(ends)}`)
    }
    return [...names].map((name, at) => ({
      code: `${town.code.slice(0, 9)}${String(201 + at).padStart(3, '0')}`,
      town,
      name: `${name}(模拟)`,
      kind: town.kind,
      latitude: round(town.latitude + (random.next() - 0.5) * 0.08),
      longitude: round(town.longitude + (random.next() - 0.5) * 0.1),
    }))
  })
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5

import { pinyin } from 'pinyin-pro'
import { type Random, randomFrom } from '../../src/demo/random.ts'

/** One row as a town's clerk typed it; `person` and `dwelling` are the truth behind it. */
export interface InventedRow {
  id: string
  name: string
  sex: string
  idNumber: string
  telephone: string
  village: string
  address: string
  account: string
  title: string
  owner: string
  holder: string
  person: number
  family: number
  dwelling: number
}

export interface InventedRegister {
  rows: InventedRow[]
  /** People helped in earlier years, as an older list has them. */
  earlier: InventedRow[]
  /** Accounts the grid company knows. */
  gridAccounts: Set<string>
}

interface Person {
  at: number
  name: string
  male: boolean
  idNumber: string
  telephone: string
  family: number
}
interface Dwelling {
  at: number
  village: number
  number: number
  group: number
  account: string
  title: string
}

const commonSurnames =
  '王李张刘陈杨赵孙周吴徐朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚'
const maleGiven =
  '建国军明华强伟平海波涛斌勇杰峰磊超洋鹏飞辉刚健林志文武德福贵祥瑞庆春永长安宁泰和顺利成功学良善义信忠孝廉清正光亮东山水田振兴旺玉宝金银树森胜发财富洪江河世友仁全生元亨'
const femaleGiven =
  '秀英兰梅芳霞玲红丽娟燕萍娜静云凤珍珠玉莲花月琴桂香淑美琳慧敏洁翠菊荣春爱华彩娥巧素贞雪艳蕾婷欣怡佳'
const generationLetters = '建志德福永长学振玉宝金树世洪文国明春'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checked = (body: string) =>
  body + ('10X98765432'[weights.reduce((sum, w, at) => sum + w * Number(body[at]), 0) % 11] ?? '0')

/** Slips that are not taken from the program's own tables: written down by hand. */
const alike: readonly string[] = [
  '土士',
  '末未',
  '日曰',
  '己已',
  '戊戌',
  '晴睛',
  '侯候',
  '今令',
  '治冶',
  '刚钢',
  '徳德',
  '泽译',
  '拴栓',
  '杨扬',
  '玫玖',
  '析折',
  '桂佳',
  '洋祥',
  '清请',
  '海诲',
  '淑椒',
  '俊骏',
  '延廷',
  '师帅',
  '贝见',
  '哀衰',
  '历厉',
  '兰三',
  '芳劳',
  '莲连',
  '凤风',
  '壬王',
  '玉王',
  '云去',
  '亮高',
  '春舂',
  '杰木',
  '磊品',
  '林木',
  '华毕',
  '军车',
  '伟佛',
  '峰蜂',
  '斌赋',
  '福副',
  '祥样',
  '永水',
  '长卡',
  '宝室',
  '树村',
  '金全',
]
const traditional: Readonly<Record<string, string>> = {
  国: '國',
  军: '軍',
  华: '華',
  刘: '劉',
  陈: '陳',
  张: '張',
  杨: '楊',
  赵: '趙',
  孙: '孫',
  吴: '吳',
  马: '馬',
  郑: '鄭',
  兰: '蘭',
  凤: '鳳',
  云: '雲',
  玲: '玲',
  丽: '麗',
  红: '紅',
  东: '東',
  宝: '寶',
  树: '樹',
  学: '學',
  长: '長',
  庆: '慶',
  贵: '貴',
  义: '義',
  爱: '愛',
  荣: '榮',
}
const homophones = new Map<string, string[]>()
for (const letter of new Set(
  commonSurnames +
    maleGiven +
    femaleGiven +
    '健键坚间芝直植智慧惠会永勇咏用文闻纹雯国果过明名鸣铭英瑛颖影荷贺何桂贵归芬分粉奋',
)) {
  const sound = pinyin(letter, { toneType: 'none' })
  homophones.set(sound, [...(homophones.get(sound) ?? []), letter])
}

/**
 * A county's register with known truth: families that share house, telephone and surname, brothers next door,
 * namesakes, neighbouring account numbers; among them people entered twice, families with two houses, houses with
 * two families, and people helped before. `errors` multiplies every rate of error.
 */
export function inventRegister(count: number, seed: number, errors = 1): InventedRegister {
  const random = randomFrom(seed)
  const villages = Math.max(3, Math.round(count / 22))
  const villageNames = Array.from({ length: villages }, () => inventVillage(random))
  // Names of villages come twice in a county; their codes do not.
  const villageCodes = villageNames.map(
    (_, at) =>
      `370683${String(101 + (Math.floor(at / 60) % 800)).padStart(3, '0')}${String(200 + (at % 60) + 60 * Math.floor(at / 48_000)).padStart(3, '0')}`,
  )
  const villageSurnames = villageNames.map(() => [
    random.pick([...commonSurnames]),
    random.pick([...commonSurnames]),
    random.pick([...commonSurnames]),
  ])
  let nextPerson = 0
  let nextFamily = 0
  let nextDwelling = 0
  const houses = new Map<number, number>()
  const surnameOf = (village: number) => {
    const own = villageSurnames[village] ?? []
    const dice = random.next()
    if (dice < 0.45) return own[0] ?? '王'
    if (dice < 0.6) return own[1] ?? '李'
    if (dice < 0.7) return own[2] ?? '张'
    const at = Math.floor(random.next() ** 2 * commonSurnames.length)
    return commonSurnames[at] ?? '王'
  }
  const givenOf = (male: boolean, first?: string) => {
    const letters = male ? maleGiven : femaleGiven
    const pick = () => letters[Math.floor(random.next() ** 1.4 * letters.length)] ?? '明'
    if (first) return first + pick()
    return random.chance(0.8) ? pick() + pick() : pick()
  }
  const aPerson = (name: string, male: boolean, year: number, telephone: string, family: number): Person => {
    const at = nextPerson++
    const regions = ['370683', '370625', '370602', '220381', '230103']
    const drawn = regions[random.chance(0.75) ? 0 : random.int(0, regions.length - 1)] ?? '370683'
    // So many people of one county would share numbers by birthday alone: they are of many counties.
    const region = count > 100_000 ? String(370_100 + (family % 900)) : drawn
    const order = random.int(0, 499) * 2 + (male ? 1 : 0)
    const body = `${region}${year}${String(random.int(1, 12)).padStart(2, '0')}${String(random.int(1, 28)).padStart(2, '0')}${String(order).padStart(3, '0')}`
    return { at, name, male, idNumber: checked(body), telephone, family }
  }
  const aTelephone = () =>
    `1${random.pick([...'3578'])}${String(random.int(0, 999_999_999)).padStart(9, '0')}`
  const aDwelling = (village: number): Dwelling => {
    const at = nextDwelling++
    const number = (houses.get(village) ?? 0) + random.int(1, 3)
    houses.set(village, number)
    return {
      at,
      village,
      number,
      group: 1 + Math.floor(number / 40),
      // Meters and titles were given out village by village: neighbours' numbers are of one series.
      account: `06${String(100_000 + village).padStart(7, '0')}${String(1000 + ((number * 37 + village * 13) % 1000)).slice(-4)}`,
      title: random.chance(0.7)
        ? `莱集用(${1990 + (village % 4)})第${String(village * 1000 + ((number * 91 + village * 29) % 1000)).padStart(7, '0')}号`
        : `莱集用(${random.int(1992, 2016)})第${String(random.int(1, 99_999)).padStart(5, '0')}号`,
    }
  }
  const maybe = (rate: number) => random.chance(Math.min(0.9, rate * errors))

  const rows: InventedRow[] = []
  const earlier: InventedRow[] = []
  const gridAccounts = new Set<string>()
  const address = ({ village, number, group }: Dwelling, clean: boolean) => {
    const name = villageNames[village] ?? ''
    if (clean || !maybe(0.3)) return `${name}${number}号`
    return random.pick([
      `${name}${group}组${number}号`,
      `${number}号`,
      `${name} ${number} 号`,
      `${name}村${String(number).padStart(3, '0')}号`,
      `${name}${inChinese(number)}号`,
      `${name}No.${number}`,
      `莱州市${name}${number}号`,
    ])
  }
  const slipDigits = (text: string) => {
    const at = random.int(0, text.length - 1)
    if (random.chance(0.35) && at + 1 < text.length && text[at] !== text[at + 1])
      return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
    const digit = String((Number(text[at]) + random.int(1, 9)) % 10)
    return text.slice(0, at) + digit + text.slice(at + 1)
  }
  const slipName = (name: string) => {
    const letters = [...name]
    const at = random.int(0, letters.length - 1)
    const letter = letters[at] ?? ''
    const way = random.next()
    if (way < 0.45) {
      const others = (homophones.get(pinyin(letter, { toneType: 'none' })) ?? []).filter(
        (other) => other !== letter,
      )
      if (others.length > 0) letters[at] = random.pick(others)
    } else if (way < 0.65) {
      const pair = alike.find((two) => two.includes(letter))
      if (pair) letters[at] = [...pair].find((other) => other !== letter) ?? letter
    } else if (way < 0.8) return letters.map((own) => traditional[own] ?? own).join('')
    else if (way < 0.88) letters[Math.max(1, at)] = '*'
    else if (way < 0.94 && letters.length > 2) letters.splice(Math.max(1, at), 1)
    else return `${letters[0] ?? ''} ${letters.slice(1).join(' ')}`
    return letters.join('')
  }
  const asTyped = (person: Person, dwelling: Dwelling, list: InventedRow[]) => {
    const id = maybe(0.015)
      ? ''
      : maybe(0.03)
        ? slipDigits(person.idNumber.slice(0, 17)) + person.idNumber.slice(17)
        : person.idNumber.startsWith('19', 6) && maybe(0.01)
          ? person.idNumber.slice(0, 6) + person.idNumber.slice(8, 17)
          : person.idNumber
    const telephone = maybe(0.02)
      ? `1590535${String(1000 + dwelling.village).slice(-4)}`
      : maybe(0.05)
        ? ''
        : maybe(0.08)
          ? aTelephone()
          : maybe(0.02)
            ? slipDigits(person.telephone)
            : person.telephone
    const account = maybe(0.04) ? '' : maybe(0.015) ? slipDigits(dwelling.account) : dwelling.account
    const title = maybe(0.06)
      ? ''
      : maybe(0.02)
        ? dwelling.title.replace(/\d{5,7}(?=号)/, (digits) => slipDigits(digits))
        : maybe(0.1)
          ? dwelling.title.replace('(', '（').replace(')', '）').replace('第', '')
          : dwelling.title
    list.push({
      id: `${list === rows ? 'r' : 'e'}${list.length}`,
      name: maybe(0.05) ? slipName(person.name) : person.name,
      sex: person.male ? '男' : '女',
      idNumber: id,
      telephone,
      village: villageCodes[dwelling.village] ?? '',
      address: maybe(0.03) ? '' : address(dwelling, false),
      account,
      title,
      owner: person.name,
      holder: person.name,
      person: person.at,
      family: person.family,
      dwelling: dwelling.at,
    })
  }

  while (rows.length < count) {
    const village = random.int(0, villages - 1)
    const family = nextFamily++
    const surname = surnameOf(village)
    const telephone = aTelephone()
    const born = random.int(1940, 1990)
    const generation = random.pick([...generationLetters])
    const male = random.chance(0.85)
    const head = aPerson(
      surname + givenOf(male, male && random.chance(0.4) ? generation : undefined),
      male,
      born,
      telephone,
      family,
    )
    const dwelling = aDwelling(village)
    gridAccounts.add(dwelling.account)
    asTyped(head, dwelling, rows)
    const dice = random.next()
    if (dice < 0.01) asTyped(head, dwelling, rows)
    else if (dice < 0.018) {
      const second = aDwelling(random.chance(0.6) ? village : random.int(0, villages - 1))
      gridAccounts.add(second.account)
      asTyped(head, second, rows)
    } else if (dice < 0.026) {
      // The wife claims the second house.
      const second = aDwelling(village)
      gridAccounts.add(second.account)
      asTyped(
        aPerson(
          surnameOf(village) + givenOf(!male),
          !male,
          born + random.int(-4, 5),
          random.chance(0.5) ? telephone : aTelephone(),
          family,
        ),
        second,
        rows,
      )
    } else if (dice < 0.034) {
      // Father and son, or brothers, in one house.
      const other = random.chance(0.5)
      asTyped(
        aPerson(
          surname + givenOf(true, other ? generation : undefined),
          true,
          born + (other ? random.int(1, 6) : random.int(20, 30)),
          random.chance(0.4) ? telephone : aTelephone(),
          other ? nextFamily++ : family,
        ),
        dwelling,
        rows,
      )
    } else if (dice < 0.084) {
      // A brother with a house of his own next door: two families, two houses, nothing wrong.
      const next = aDwelling(village)
      gridAccounts.add(next.account)
      asTyped(
        aPerson(
          surname + givenOf(true, generation),
          true,
          born + random.int(1, 8),
          random.chance(0.15) ? telephone : aTelephone(),
          nextFamily++,
        ),
        next,
        rows,
      )
    }
    if (random.chance(0.03)) asTyped(head, random.chance(0.8) ? dwelling : aDwelling(village), earlier)
    else if (random.chance(0.012))
      asTyped(
        aPerson(
          surname + givenOf(true, generation),
          true,
          born + random.int(1, 8),
          aTelephone(),
          nextFamily++,
        ),
        aDwelling(village),
        earlier,
      )
    if (random.chance(0.25))
      asTyped(
        aPerson(surnameOf(village) + givenOf(true), true, random.int(1940, 1990), aTelephone(), nextFamily++),
        aDwelling(village),
        earlier,
      )
  }
  return { rows, earlier, gridAccounts }
}

function inventVillage(random: Random): string {
  const first = '东西南北前后大小上下新古'
  const middle = '王李张刘陈杨赵孙朱马郭林高梁郑宋唐韩曹邓于董吕魏姜范崔任金夏石孟秦侯段孔毛'
  const last = ['家', '家庄', '庄', '疃', '沟', '家村', '村', '埠', '坡', '河', '家屯', '夼']
  return (
    random.pick([...first]) +
    random.pick([...middle]) +
    random.pick(last) +
    (random.chance(0.2) ? random.pick([...'一二三四']) : '')
  )
}

function inChinese(number: number): string {
  const digits = '零一二三四五六七八九'
  if (number < 10) return digits[number] ?? ''
  if (number < 20) return `十${number % 10 ? digits[number % 10] : ''}`
  if (number < 100) return `${digits[Math.floor(number / 10)]}十${number % 10 ? digits[number % 10] : ''}`
  return [...String(number)].map((digit) => digits[Number(digit)] ?? '').join('')
}

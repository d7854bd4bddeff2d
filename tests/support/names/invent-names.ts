/** Surnames with how often they are met in a village of Shandong, in thousandths; what is missing is spread evenly. */
const surnames =
  '王105 张85 李80 刘70 孙45 杨30 赵28 陈27 徐20 姜18 宋18 吕15 周15 于14 马14 高13 林12 曲12 郭11 尹10 任10 潘10 朱10 胡9 韩8 戴8 程8 邱7 侯7 施6 原6 毛6 綦5 迟5 盛5 臧4 戚4 满3 单3 初3 隋3 冷3 滕3 仲3 史3 展3 桑2 由2 矫2 欧阳1 尉迟1 司马1 诸葛1'
    .split(' ')
    .map((entry) => ({ surname: entry.replace(/\d+/, ''), weight: Number(/\d+/.exec(entry)?.[0]) }))

/** The commoner a character is, the earlier it stands. */
export const given = {
  men: '国建明德文志华军玉永海春林平成东福军龙伟强刚勇杰峰涛斌磊鹏浩宇波超辉亮鑫飞旭凯俊松柏庆祥瑞发财贵荣富禄寿喜学忠义礼信仁孝先光洪江河山川岩树森木根生长顺利和善良友才正清泉新兴业家宝贤克兆守传继承宗世延恒云天振兰绍维培崇景润殿占奎连喜恩泽嘉梓轩'.split(
    '',
  ),
  women:
    '秀英玉兰桂芳梅香珍凤淑霞丽红艳燕娟玲萍云莲芝花菊琴芬华美月翠春爱彩洁静敏慧娜婷雪莹琳倩颖丹晶蕾薇璐瑶佳欣怡思雨涵梦琪嘉妍婉如素贞桃杏巧仙俊翠环瑞平青'.split(
      '',
    ),
} as const

/** Characters that sound the same, by hand, as pinyin keyboards offer them one after another. */
export const soundGroups =
  '伟玮炜维卫魏韦 芳方房坊 国果郭 建健剑见俭 华花骅桦 军君俊钧均峻 明名铭鸣 志智治至致芝 强蔷 峰锋丰凤烽枫风 涛滔韬桃陶 丽莉力利立历俐 秀绣袖 英瑛莺颖樱 玉育裕钰昱誉煜 兰岚蓝澜 桂贵 梅眉美玫 珍真贞祯 淑书树舒 霞夏侠 红宏洪鸿虹弘 艳燕雁彦晏焰 娟涓 玲灵铃凌苓龄 萍平苹 莲连廉涟 琴勤芹秦 芬纷 静敬靖净婧 敏闽 慧惠会汇 娜纳 婷亭庭廷 雪学 琳林霖麟淋 德得 文闻雯纹 永勇咏泳 海 春椿 东冬栋 福富付傅 龙隆 刚钢岗 勇永 杰洁捷 斌彬宾滨 鹏朋 浩昊皓灏 宇雨羽禹语玉 波博 辉晖慧徽 亮量 飞菲霏 旭绪序 凯恺楷 松嵩 庆清青卿 祥翔详 瑞睿锐 荣容蓉融 喜希西熙 忠中钟仲 义艺毅怡仪益 礼李理立 信欣新鑫馨心 仁任 孝晓小肖 先贤仙 光广 江姜 河和何合荷禾贺 山珊善 岩妍言严研延 森 生升声胜圣盛 长常昌 顺舜 友有佑 才财 正政郑振震 泉全权 兴星 业叶烨晔 家佳嘉加 宝保堡 克可 兆照 守寿首 传川 继纪季吉 承成诚程 宗综 世士诗石 恒衡 云芸韵运 天添 振震镇 绍少 培佩沛 景璟锦 润 殿电 奎魁葵 恩 泽则 轩萱宣 梓子紫 爱 彩采 倩茜欠 丹旦 晶京 蕾磊雷 薇微威 璐露路陆 瑶遥尧 思斯 涵晗寒 梦孟 琪奇祺琦淇 如茹儒 素苏 桃涛 杏幸星 巧俏 翠 环焕 王汪旺 张章 李黎厉 刘柳 孙 杨阳扬 赵照 陈晨臣 徐许旭 宋 吕侣 周舟 于余俞 马麻 高 林 曲屈 郭 尹 任 潘 朱珠诸 胡 韩 程成 邱秋丘 施石'
    .split(' ')
    .map((group) => [...group])
    .filter((group) => group.length > 1)

/** Pairs easily misheard, by hand. */
export const misheard =
  '林玲 玲林 民明 明民 金京 军江 珍争 贞郑 芬风 芬丰 新兴 欣兴 信幸 秀笑 国贵 福户 花发 兰南 丽你 娜拉 连年 莲年 龙农 思诗 四十 志自 子志 知字 春村 冬通 书苏 素树 生森 山三 善散 人银 荣雍 日义 波八 平明 俊荣 云英 云勇 军军 银英 芳荒 房黄 峰轰 慧会 飞辉 费会 刚康 刚光 强抢 江乡 建天 建健 春冲 伦龙 文翁 陈程 陈成 程陈 沈盛 金荆 林凌 尹应 王黄 黄王 胡福 徐须 吕李 李吕 刘牛 牛刘 兰郎 南郎 赵兆 曹邵 孙宋 宋孙 仁仍 润荣 森生 真正 根耕 玉义 语意 雨以 芹晴 琴庆 勤情 敏明 彬冰 斌兵 宾冰'
    .split(' ')
    .filter((pair) => pair[0] !== pair[1])

/** The same character as an older hand, a deed or a Taiwan keyboard writes it. */
export const traditional =
  '国國 华華 刘劉 张張 陈陳 杨楊 孙孫 赵趙 马馬 吕呂 韩韓 兰蘭 丽麗 凤鳳 艳艷 红紅 云雲 莲蓮 静靜 伟偉 强強 刚剛 军軍 东東 龙龍 飞飛 凯凱 庆慶 荣榮 贵貴 财財 义義 礼禮 学學 长長 顺順 业業 宝寶 兴興 树樹 泽澤 润潤 绍紹 维維 继繼 传傳 连連 环環 琼瓊 莹瑩 颖穎 倩倩 丹丹 琼瓊 洁潔 娟娟 爱愛 梦夢 嘉嘉 郑鄭 郑鄭 峰峯 群羣 升昇 杰傑 岩巖 万萬 与與 庄莊 邹鄒 谭譚 陆陸 顾顧 贺賀 钱錢 卢盧 苏蘇 叶葉 冯馮 邓鄧 罗羅 肖蕭 闫閻 齐齊 毕畢 单單 迟遲 矫矯 隋隨 满滿 臧臧 綦綦 聪聰 卫衛 寿壽 双雙 恒恆 启啟 勋勳 尔爾 亚亞 余餘 圣聖'
    .split(' ')
    .filter((pair) => pair[0] !== pair[1])

export type Draw = () => number
/** Mulberry32: the same names every time. */
export function drawing(seed: number): Draw {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const pick = <T>(draw: Draw, list: readonly T[]): T => {
  const found = list[Math.floor(draw() * list.length)]
  if (found === undefined) throw new Error('There is nothing to pick from.')
  return found
}
const common = (draw: Draw, list: readonly string[]): string =>
  list[Math.floor(draw() ** 1.6 * list.length)] ?? ''

const total = surnames.reduce((sum, { weight }) => sum + weight, 0)
export function inventSurname(draw: Draw): string {
  let left = draw() * total
  for (const { surname, weight } of surnames) if ((left -= weight) < 0) return surname
  return '王'
}

export interface Person {
  surname: string
  given: string
}
export const nameOf = ({ surname, given: own }: Person): string => surname + own

/** One of a family; brothers share the generation's character where there is one. */
export function inventPerson(draw: Draw, surname = inventSurname(draw), generation?: string): Person {
  const list = draw() < 0.55 ? given.men : given.women
  if (generation !== undefined) return { surname, given: generation + common(draw, list) }
  const [first, second] = [common(draw, list), common(draw, list)]
  if (draw() < 0.16) return { surname, given: second }
  return { surname, given: draw() < 0.02 ? second + second : first + second }
}

import type { Random } from './random.ts'

const surnames =
  '王李张刘陈杨赵孙周吴徐朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚'
const given =
  '建国华明军伟强平海波涛斌勇杰峰磊超洋鹏飞辉刚健林志文武德福贵祥瑞庆春夏秋冬梅兰竹菊芳英霞玲红丽娟燕萍娜静秀云凤珍珠玉莲花月琴桂香淑兴旺永长安宁泰和顺利成功学良善义信忠孝廉洁清正光亮晨曦东南西北山水田'

const letter = (random: Random, from: string) => from[random.int(0, from.length - 1)] ?? '明'

export function inventName(random: Random): string {
  const name = letter(random, surnames) + letter(random, given)
  return random.chance(0.72) ? name + letter(random, given) : name
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/**
 * An ID number of the right form in a division that does not exist (379983), so that it is nobody's; the serial
 * makes it one person's. Householders are between 28 and 85 in 2023.
 */
export function inventIdNumber(random: Random, serial: number, male: boolean): string {
  const year = random.int(1938, 1995)
  const month = String(random.int(1, 12)).padStart(2, '0')
  const day = String(random.int(1, 28)).padStart(2, '0')
  // The serial's upper part goes into the division's last digits, so that 26,000 people stay distinct.
  const division = 379900 + (Math.floor(serial / 500) % 100)
  const order = (serial % 500) * 2 + (male ? 1 : 0)
  const body = `${division}${year}${month}${day}${String(order).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + ('10X98765432'[sum % 11] ?? '0')
}

/** 199-0000-0000 and on: the right form, and a block that is given to nobody. */
export const inventTelephone = (serial: number): string => `1990${String(serial).padStart(7, '0')}`

/** 13 digits that begin with 0699, no account of any grid company. */
export const inventAccount = (serial: number): string => `0699${String(serial).padStart(9, '0')}`

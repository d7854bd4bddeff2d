import { sql } from 'kysely'
import { z } from 'zod'
import { defineDownload } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import { qrSvg } from '../../../kernel/standards/qr-code.ts'
import { speaker } from '../../../kernel/words/words.ts'
import { supervisionTelephone } from '../../organisations/public.ts'
import { letterColumn } from '../acts/letter.ts'
import { spacedCode } from '../plain-code.ts'
import { letterPageWords } from '../words/letter-page.ts'

const speak = speaker(letterPageWords)

/** The codes are opened for the person who noted the print run, and only for so long. */
const openForMs = 3_600_000

interface LetterRow {
  sequence: number
  householder: string
  address: string
  villageName: string
  townName: string
  code: Buffer
  /** Null where the home is not confirmed: then the letter says where to read how it stands. */
  confirmedOn: string | null
}

/**
 * The letters of one print run as a page to be printed, two on an A4 sheet: the code, how to use it, what comes
 * next and whom to ask. `origin` is where the household's pages are reached, as the asking browser knows it.
 */
export const letterSheet = defineDownload({
  name: 'letter.sheet',
  input: z.object({ print: z.uuid(), origin: z.url({ protocol: /^https?$/ }).max(120) }),
  permission: 'letter.print',
  run: async (db, { print, origin }, { county, keys, actor, now, scope }) => {
    const run = await db
      .selectFrom('letter_print')
      .select(['homes', 'village', 'printed_by', 'printed_at'])
      .where('county', '=', county)
      .where('id', '=', print)
      .executeTakeFirst()
    const isOpen =
      run?.printed_by === actor.id &&
      covers(scope, { area: run.village }) &&
      now.getTime() - run.printed_at.getTime() <= openForMs
    if (!isOpen) throw new NotFound()
    const { rows } = await sql<LetterRow>`
      select h.sequence, h.householder, h.address, village.name as "villageName", town.name as "townName",
             l.code, h.confirmed_on as "confirmedOn"
        from home_letter l
        join home h on h.county = ${county} and h.id = l.home
        join area village on village.county = ${county} and village.code = h.village
        join area town on town.county = ${county} and town.code = h.town
       where l.county = ${county} and l.home = any(${run.homes}::uuid[])
       order by h.village, h.sequence`.execute(db)
    const hotline = await supervisionTelephone(db, county)
    const letters = rows.map(({ code, ...row }) =>
      letter({ ...row, hotline, origin, code: openField(keys, county, letterColumn, code) }),
    )
    return {
      fileName: `${rows[0]?.villageName ?? ''}${speak('letter.file').zh}.html`,
      mediaType: 'text/html; charset=utf-8',
      body: new TextEncoder().encode(sheet(letters)),
    }
  },
})

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
const say = (key: string, values: Record<string, unknown> = {}): string => escape(speak(key, values).zh)

type Letter = Omit<LetterRow, 'code'> & { code: string; hotline: string; origin: string }

function letter({ origin, code, hotline, ...home }: Letter): string {
  const address = `${origin.replace(/\/$/, '')}/home`
  // After the #, so that the code never reaches a server's log.
  const confirmed = home.confirmedOn !== null
  const withCode = `${address}#letter=${code}`
  return `<article><header><h1>${say(confirmed ? 'letter.title' : 'letter.title.open')}</h1><p>${escape(home.townName)} · ${escape(home.villageName)} · ${say('letter.number', { sequence: home.sequence })}</p></header>
<p>${say('letter.to', { householder: home.householder })}</p>
<p>${say(confirmed ? 'letter.lead' : 'letter.lead.open', { confirmedOn: home.confirmedOn })}</p>
<div class="in"><div class="qr">${qrSvg(withCode, speak('letter.scan').zh)}<p>${say('letter.scan')}</p></div>
<div><p>${say(confirmed ? 'letter.how' : 'letter.how.open', { address: address.replace(/^https?:\/\//, '') })}</p><p class="code">${spacedCode(code)}</p><p>${say('letter.secret')}</p></div></div>
<p>${say(confirmed ? 'letter.next' : 'letter.next.open')}</p>
<footer>${say('letter.hotline', { hotline })}</footer></article>`
}

const sheet = (letters: readonly string[]): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>${say('letter.file')}</title><style>
@page{size:A4;margin:12mm 16mm}
*{box-sizing:border-box}
body{margin:0;color:#000;font:17px/1.7 "FangSong","FangSong_GB2312","Noto Serif CJK SC",serif}
article{height:134mm;padding:4mm 0;border-bottom:1px dashed #999;overflow:hidden;break-inside:avoid;display:flex;flex-direction:column;gap:2.5mm}
article:nth-child(2n){break-after:page;border-bottom:0}
h1{margin:0;font-size:24px;text-align:center;letter-spacing:.2em}
header p{margin:0;text-align:center;font-size:13px}
p{margin:0}
.in{display:flex;gap:8mm;align-items:center;padding:3mm;border:1px solid #000}
.qr{flex:none;width:34mm;text-align:center;font-size:12px}
.qr svg{width:34mm;height:34mm;display:block}
.code{margin:2mm 0;font:700 34px/1.2 Consolas,"DejaVu Sans Mono",monospace;letter-spacing:.12em}
footer{margin-top:auto;font-size:16px}
@media screen{body{max-width:180mm;margin:8mm auto}}
</style></head><body>${letters.join('\n')}</body></html>`

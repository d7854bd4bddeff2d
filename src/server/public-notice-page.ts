import { newId } from '../kernel/identity/id.ts'
import { kernelWords } from '../kernel/words/kernel-words.ts'
import { type Language, speaker } from '../kernel/words/words.ts'
import type { PublicNotice, PublicRow } from '../modules/households/model/notice.ts'
import type { FoundNotice, ObjectionAnswer } from '../modules/households/queries/public-notice.ts'
import { mostHomes } from '../modules/households/rules/named-positions.ts'
import { saidLength } from '../modules/households/rules/said-length.ts'
import { hideNumbers } from '../modules/households/rules/public-row.ts'
import { noticeWords } from '../modules/households/words/notice.ts'
import { sharedWords } from '../modules/households/words/told-to-households.ts'
import { publicNoticeWords } from '../modules/households/words/public-notice.ts'

const speak = speaker(kernelWords, sharedWords, noticeWords, publicNoticeWords)

export interface PageAddress {
  /** `/n/<county>/<key>` */
  path: string
  language: Language
}

/** What a visitor typed, kept on the page until it is taken. */
export interface Typed {
  id?: string
  positions?: string
  said?: string
  contact?: string
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

/** Says a key in the page's language, ready for HTML. */
const saying =
  (language: Language) =>
  (key: string, values: Record<string, unknown> = {}): string =>
    escape(speak(key, values)[language])

/** The notice itself, with the way to object: plain HTML that any telephone shows. */
export function noticePage(
  notice: PublicNotice,
  address: PageAddress,
  told: { typed?: Typed; problem?: string } = {},
): string {
  const say = saying(address.language)
  const { typed = {}, problem } = told
  const assumed = notice.rows.some((row) => row.amounts.some((amount) => amount.assumed))
  const query = address.language === 'en' ? '?lang=en' : ''
  return page(
    address,
    say('board.title'),
    `<p class="over">${escape(notice.town)} · ${escape(notice.village)} · ${say('board.number', { number: notice.number })}</p>
<h1>${say('board.title')}</h1>
<p>${say(notice.rows.length > 0 ? 'board.lead' : 'board.lead.none', { village: notice.village, homes: notice.rows.length })}${
      notice.returned > 0 && notice.rows.length > 0
        ? ` ${say('board.returned', { homes: notice.returned })}`
        : ''
    }</p>
<p class="dates">${notice.closesOn ? say('board.period', { from: notice.opensOn, to: notice.closesOn }) : say('page.period.unposted')}<br>${say('board.hotline', { telephone: notice.hotline })}</p>
<table><thead><tr>${['position', 'householder', 'heating', 'units', 'subsidy']
      .map((column) => `<th scope="col">${say(`column.${column}`)}</th>`)
      .join('')}</tr></thead>
<tbody>${notice.rows.map((row) => lineOf(row, say)).join('')}</tbody></table>
${assumed ? `<p class="small">${say('board.assumed')}</p>` : ''}
<section id="object"><h2>${say('page.object')}</h2>
<p class="small">${say('board.how')}</p>
${problem ? `<p class="problem" role="alert">${escape(problem)}</p>` : ''}
<form method="post" action="${escape(address.path)}${query}#object">
<input type="hidden" name="id" value="${escape(typed.id ?? newId())}">
<label for="positions">${say('page.position')}</label>
<input id="positions" name="positions" maxlength="200" autocomplete="off" value="${escape(typed.positions ?? '')}" aria-describedby="positions-help">
<p id="positions-help" class="small">${say('page.positions-help', { most: mostHomes })}</p>
<label for="said">${say('page.said')}</label>
<textarea id="said" name="said" rows="5" minlength="${saidLength.least}" maxlength="${saidLength.most}" required aria-describedby="said-help">${escape(typed.said ?? '')}</textarea>
<p id="said-help" class="small">${say('page.said.help')}</p>
<label for="contact">${say('page.contact')}</label>
<input id="contact" name="contact" maxlength="80" autocomplete="tel" value="${escape(typed.contact ?? '')}">
<button type="submit">${say('page.send')}</button>
</form></section>
${answerForm(address, say)}`,
  )
}

function lineOf(row: PublicRow, say: (key: string, values?: Record<string, unknown>) => string): string {
  const amounts = row.amounts.map(({ item, upToFen, assumed }) => {
    const amount = say('board.up-to', { yuan: yuanOf(upToFen) })
    return `${say(`subsidy-item.${item}`)} ${amount}${assumed ? '*' : ''}`
  })
  return `<tr><td>${row.position}</td><td>${escape(row.householder)}</td><td>${say(`heating.${row.heating}`)}</td><td>${row.units ?? '—'}</td><td>${amounts.join('<br>')}</td></tr>`
}

const yuanOf = (fen: number): string => (fen / 100).toLocaleString('en', { maximumFractionDigits: 2 })

function answerForm(address: PageAddress, say: (key: string) => string): string {
  const county = address.path.split('/')[2] ?? ''
  return `<section><h2>${say('page.ask-answer')}</h2>
<form method="get" action="/n/${escape(county)}/answer">
${address.language === 'en' ? '<input type="hidden" name="lang" value="en">' : ''}
<label for="receipt">${say('page.receipt-field')}</label>
<input id="receipt" name="receipt" maxlength="14" autocomplete="off" autocapitalize="characters" required>
<button type="submit" class="second">${say('page.look')}</button>
</form></section>`
}

export function receivedPage(notice: PublicNotice, address: PageAddress, receipt: string): string {
  const say = saying(address.language)
  return page(
    address,
    say('page.received'),
    `<h1>${say('page.received')}</h1><p>${noticeName(notice, say)}</p><p class="receipt">${say('page.receipt', { receipt })}</p>
<p><a href="${escape(address.path)}">${say('page.back')}</a></p>${answerForm(address, say)}`,
  )
}

/** Whose board it is, and which: what stands beside a receipt, so that it is known of what. */
const noticeName = (
  { town, village, number }: Pick<PublicNotice, 'town' | 'village' | 'number'>,
  say: ReturnType<typeof saying>,
): string => say('page.of-notice', { town, village, number })

/** What became of it, home by home as the board has them. */
export function answerPage(address: PageAddress, answers: readonly ObjectionAnswer[]): string {
  const say = saying(address.language)
  const [first] = answers
  const told = first
    ? `<p>${noticeName(first, say)}</p>` +
      answers.map((answer) => answerText(answer, answers.length > 1, say)).join('\n')
    : `<p class="problem" role="alert">${say('page.answer.none')}</p>`
  return page(
    address,
    say('page.ask-answer'),
    `<h1>${say('page.ask-answer')}</h1>${told}${answerForm(address, say)}`,
  )
}

function answerText(
  answer: ObjectionAnswer,
  isOneOfSeveral: boolean,
  say: ReturnType<typeof saying>,
): string {
  const { position, householder, state } = answer
  const about =
    position !== null
      ? say('objection-told.home', { position, householder: householder ?? '' }).trim()
      : isOneOfSeveral && say('objection-told.whole')
  return `<section>${about ? `<h2>${about}</h2>` : ''}<p class="receipt">${say(`page.answer.${state}`, { ...answer })}</p>${
    answer.answer ? `<blockquote>${escape(hideNumbers(answer.answer))}</blockquote>` : ''
  }${followedText(answer, say)}</section>`
}

/** What was promised upon it, and what came of it. */
function followedText(answer: ObjectionAnswer, say: ReturnType<typeof saying>): string {
  const { followUp, followUpBy, followed, followedOn } = answer
  if (!followUp) return ''
  const told = (label: string, text: string) =>
    `<p>${label}</p><blockquote>${escape(hideNumbers(text))}</blockquote>`
  return (
    told(say('objection-told.follow-up', { day: followUpBy }), followUp) +
    (followed ? told(say('objection-told.followed', { day: followedOn }), followed) : '')
  )
}

/** The page is gone, or never was: said kindly, with where to ask. */
export function gonePage(address: PageAddress, found: Exclude<FoundNotice, { status: 'open' }>): string {
  const say = saying(address.language)
  const title = say(`page.${found.status}.title`)
  const text = say(`page.${found.status}`, found.status === 'none' ? {} : { telephone: found.hotline })
  const receipts = found.status === 'none' ? '' : answerForm(address, say)
  return page(address, title, `<h1>${title}</h1><p>${text}</p>${receipts}`)
}

/** A plain problem in the visitor's language. */
export const problemText = (key: string, language: Language, values: Record<string, unknown> = {}): string =>
  speak(key, values)[language]

const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:860px;padding:16px;background:#faf8f3;color:#23211d;font:17px/1.65 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}
h1{font-size:24px;line-height:1.3;margin:4px 0 12px}
h2{font-size:19px;margin:28px 0 6px}
.over,.small{color:#625d53;font-size:15px}
.dates{font-variant-numeric:tabular-nums}
.lang{float:right;font-size:15px}
a{color:#a5371f}
table{width:100%;border-collapse:collapse;background:#fff;font-variant-numeric:tabular-nums}
th,td{padding:7px 8px;border:1px solid #ddd6c8;text-align:left;vertical-align:top}
th{background:#f1ece1;font-weight:600}
td:nth-child(1),td:nth-child(4){text-align:right}
label{display:block;margin-top:14px;font-weight:600}
input,textarea{width:100%;min-height:46px;padding:8px 10px;border:1px solid #8b857a;border-radius:6px;background:#fff;font:inherit}
button{margin-top:18px;min-height:50px;padding:0 28px;border:0;border-radius:6px;background:#a5371f;color:#fff;font:inherit;font-weight:600}
button.second{background:#fff;color:#23211d;border:1px solid #8b857a}
.problem{padding:10px 12px;border-left:4px solid #a5371f;background:#fff}
.receipt{padding:12px;border-left:4px solid #4b7a3c;background:#fff;font-size:19px}
blockquote{margin:12px 0;padding:10px 14px;border-left:4px solid #ddd6c8;background:#fff;white-space:pre-wrap}
@media (max-width:560px){body{padding:12px}th,td{padding:6px 5px;font-size:15px}}
`

function page(address: PageAddress, title: string, body: string): string {
  const say = saying(address.language)
  const other = address.language === 'en' ? address.path : `${address.path}?lang=en`
  return `<!doctype html>
<html lang="${address.language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow,noarchive"><title>${title}</title><style>${style}</style></head>
<body><a class="lang" href="${escape(other)}" hreflang="${address.language === 'zh' ? 'en' : 'zh-CN'}">${say('page.language')}</a>
${body}</body></html>`
}

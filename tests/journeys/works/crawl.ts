import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../../src/kernel/words/words.ts'
import type { County } from '../support/county.ts'
import { sidewaysOverflow, wrongTexts } from '../support/page-text.ts'
import { heading, settled, tabTo } from '../support/window.ts'
import { say } from '../support/words.ts'

const staff = [
  'bureau',
  'director',
  'shahe',
  'shahe-review',
  'shahe-cadre',
  'contractor',
  'supervisor',
  'grid',
  'finance',
  'audit',
  'admin',
  'market',
] as const

/** In the same roles as somebody who walks. */
const colleagues = ['bureau2', 'tushan-review', 'guojiadian-review']

const row = 'tbody tr[tabindex="0"]'

/** Every page of the menu and what its first row opens, as each person sees it. */
export function crawl(county: County, people: readonly string[] = staff): void {
  describe('every page', () => {
    it('is walked by everybody the demo county lets in', () => {
      const printed = county.accounts.filter(({ letter }) => !letter).map(({ signIn }) => signIn)
      expect(printed.toSorted()).toEqual([...staff, ...colleagues].toSorted())
    })

    // Desk and telephone show a page in one language each, the next page the other way round; whoever sees the same page
    // next shows it in the two ways left.
    it.each(people)('opens for %s at the desk and on a telephone, in both languages', async (who) => {
      const [desk, phone] = await Promise.all([
        walk(county, who, { width: 1440, height: 900 }),
        walk(county, who, { width: 360, height: 740 }),
      ])
      expect([...desk, ...phone]).toEqual([])
    })
  })
}

/** What is wrong anywhere this person can go, each told with its address. */
async function walk(county: County, who: string, size: { width: number; height: number }): Promise<string[]> {
  const page = await county.enter(who, '/', size)
  const narrow = size.width < 500
  const wrong: string[] = []
  const look = async (name: string, at: number) => {
    const turn = at + staff.findIndex((one) => one === who) + (narrow ? 1 : 0)
    const language = turn % 2 === 0 ? 'zh' : 'en'
    wrong.push(...(await lookAt(page, language)).map((each) => `${where(page)} ${each}`))
    await county.picture(page, `${who}-${size.width}-${name}-${language}`)
    await speak(page, 'zh')
  }
  const entries = await menuOf(page, narrow)
  expect(entries.length, `pages in the menu of ${who}`).toBeGreaterThan(0)
  for (const [at, { href, text }] of entries.entries()) {
    const name = href.slice(1).replaceAll('/', '-') || 'start'
    await openFromMenu(page, text, narrow)
    await page.waitForURL((url) => url.pathname === href)
    await standing(page)
    await look(name, at)
    if (await openFirstRow(page, narrow, wrong)) await look(`${name}-first`, at + 1)
  }
  return wrong
}

async function lookAt(page: Page, language: Language): Promise<string[]> {
  await speak(page, language)
  const overflow = await sidewaysOverflow(page)
  const texts = await wrongTexts(page, language)
  return [...texts, ...(overflow ? [`overflows: ${overflow}`] : [])].map((each) => `${language} ${each}`)
}

const where = (page: Page) => `${page.viewportSize()?.width ?? ''} ${new URL(page.url()).pathname}`

async function standing(page: Page): Promise<void> {
  await heading(page).first().waitFor()
  await settled(page)
}

/** Switches by the one button that names the other language. */
async function speak(page: Page, language: Language): Promise<void> {
  const shown = await page.evaluate(() => document.documentElement.lang)
  if (shown.startsWith(language)) return
  await page.getByRole('button', { name: language === 'en' ? 'English' : '中文', exact: true }).click()
  await page.waitForFunction((wanted) => document.documentElement.lang.startsWith(wanted), language)
  await standing(page)
}

async function menuOf(page: Page, narrow: boolean): Promise<{ href: string; text: string }[]> {
  if (narrow) await openDrawer(page)
  const links = page.getByRole('navigation', { name: say('office.menu') }).getByRole('link')
  await links.first().waitFor()
  const entries = await links.evaluateAll((all) =>
    all.map((link) => ({ href: link.getAttribute('href') ?? '', text: link.textContent ?? '' })),
  )
  if (narrow) await page.keyboard.press('Escape')
  return entries
}

const openDrawer = (page: Page) => page.getByRole('button', { name: say('office.menu'), exact: true }).click()

async function openFromMenu(page: Page, text: string, narrow: boolean): Promise<void> {
  if (narrow) await openDrawer(page)
  await page
    .getByRole('navigation', { name: say('office.menu') })
    .getByRole('link', { name: text, exact: true })
    .click()
}

/** Opens the first row: on a telephone by pressing its heading, at the desk by Tab and Enter alone. */
async function openFirstRow(page: Page, narrow: boolean, wrong: string[]): Promise<boolean> {
  const address = page.url()
  if (narrow) {
    const link = page.locator('.card-heading a').first()
    if ((await link.count()) === 0) return false
    await link.click()
  } else {
    if ((await page.locator(row).count()) === 0) return false
    await heading(page).first().focus()
    if ((await tabTo(page, row)) === undefined) {
      wrong.push(`${where(page)} Tab does not reach the first row`)
      return false
    }
    await page.keyboard.press('Enter')
  }
  await page.waitForURL((url) => url.toString() !== address)
  await standing(page)
  return true
}

import type { Locator, Page } from 'playwright-core'
import { say } from './words.ts'

/** Waits until nothing on the page is still on its way; a part that has only just come tells so a moment later. */
export async function settled(page: Page): Promise<void> {
  const busy = page
    .locator('[aria-busy=true], .ant-skeleton, .ant-spin-spinning, .office-opening, .home-wait')
    .filter({ visible: true })
  for (let calm = 0; calm < 2; calm++) {
    if ((await busy.count()) > 0) {
      calm = 0
      await busy.first().waitFor({ state: 'detached' })
    }
    await page.waitForTimeout(40)
  }
}

export const heading = (page: Page, text?: string): Locator =>
  page.getByRole('heading', { level: 1, ...(text === undefined ? {} : { name: text }) })

export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await heading(page).waitFor()
  await settled(page)
}

/** A part of the page, by its own heading. */
export const panel = (page: Page, title: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

export const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true })

/** The dialogue that is open. */
export const dialogue = (page: Page): Locator => page.getByRole('dialog').filter({ visible: true })

/** Follows a link in a dialogue, again where the dialogue moved away under the click. */
export async function follow(link: Locator, to: RegExp): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await link.click()
    const gone = link.page().waitForURL(to, { timeout: attempt < 3 ? 5000 : 20_000 })
    if (attempt === 3) return gone
    const there = await gone.then(
      () => true,
      () => false,
    )
    if (there) return
  }
}

/** Confirms the open dialogue, again where it was still moving under the click. */
export async function confirm(page: Page, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await button(dialogue(page), name).click()
    const gone = dialogue(page).waitFor({ state: 'detached', timeout: attempt < 3 ? 6000 : 20_000 })
    if (attempt === 3) return gone
    const closed = await gone.then(
      () => true,
      () => false,
    )
    if (closed) return
  }
}

/** Chooses from a list that drops down, by what it is called and what is to be chosen. */
export async function choose(within: Page | Locator, label: string, option: string | RegExp): Promise<void> {
  const page = 'page' in within ? within.page() : within
  const list = within.locator('.ant-select').filter({ has: page.getByLabel(label, { exact: true }) })
  const open = page.locator('.ant-select-dropdown').filter({ visible: true })
  const exact = typeof option === 'string' ? { exact: true } : {}
  const shown = list.first().getByText(option).first()
  const press = async () => {
    await list.first().click()
    await open.locator('.ant-select-item-option').getByText(option, exact).first().click({ timeout: 5000 })
    await shown.waitFor({ timeout: 3000 })
  }
  // A list that is still unfolding, or another that is still folding up, may swallow the click.
  for (let attempt = 1; ; attempt++) {
    const chosen = await press().then(
      () => true,
      () => false,
    )
    if (chosen) return
    if (attempt === 3) return press()
  }
}

/** Types a day and leaves the calendar. */
export async function fillDay(within: Page | Locator, label: string, day: string): Promise<void> {
  const input = within.getByLabel(label, { exact: true })
  await input.fill(day)
  await input.press('Enter')
}

export interface Picture {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Takes photographs where the page asks for them, and waits until they are up. */
export async function addPhotos(within: Locator, pictures: readonly Picture[]): Promise<void> {
  await within.locator('input[type=file]').setInputFiles([...pictures])
  await within
    .getByText(say('kit.file.stored'))
    .nth(pictures.length - 1)
    .waitFor()
}

/** Presses Tab until something is reached; answers how often, or undefined when it never comes. */
export async function tabTo(page: Page, reached: string, atMost = 150): Promise<number | undefined> {
  for (let presses = 1; presses <= atMost; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, reached))
      return presses
  }
  return undefined
}

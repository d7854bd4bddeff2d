import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../scripts/parts/browser.mjs'

/** A headless Chromium that talks to nobody but us. Throws where there is none. */
export const openBrowser = async (): Promise<Browser> => chromium.launch(await launching())

/** A telephone whose storage lies in a folder, and outlives the death of its browser. */
export const openHandset = async (folder: string, address: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    ...(await launching()),
    baseURL: address,
    viewport: { width: 360, height: 740 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: true,
    reducedMotion: 'reduce',
    geolocation: { latitude: 37.18, longitude: 119.94, accuracy: 12 },
    permissions: ['geolocation', 'camera'],
  })

async function launching() {
  const { file: executablePath, reason } = await findBrowser()
  if (!executablePath) throw new Error(reason)
  const asRoot = process.getuid?.() === 0
  return {
    executablePath,
    headless: true,
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      // A camera that shows a moving picture, for whoever asks for one.
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  }
}

export interface PageWishes {
  /** Where the program serves, `http://127.0.0.1:4000`. */
  address: string
  width?: number
  height?: number
  language?: 'zh' | 'en'
}

export interface WatchedPage {
  page: Page
  /** What the page complained of: uncaught errors and messages on the error console. */
  complaints: string[]
}

/** A window of its own, with its own cookies; desk size unless asked, a touch screen under 500 px. */
export async function openPage(browser: Browser, wishes: PageWishes): Promise<WatchedPage> {
  const { address, width = 1440, height = 900, language = 'zh' } = wishes
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    hasTouch: width < 500,
    acceptDownloads: true,
    // What moves under a click is missed where the machine is busy.
    reducedMotion: 'reduce',
  })
  await context.addInitScript((chosen) => {
    if (!localStorage.getItem('qingnuan.language')) localStorage.setItem('qingnuan.language', chosen)
  }, language)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // A refusal is an answer, though the browser calls its status a failure.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  return { page, complaints }
}

/** Signs in at the desk by the form, and waits until the office stands. */
export async function signIn(
  page: Page,
  user: { signIn: string; password: string },
  at = '/',
): Promise<void> {
  await page.goto(at)
  await page.locator('input[autocomplete="username"]').fill(user.signIn)
  await page.locator('input[autocomplete="current-password"]').fill(user.password)
  await page.locator('button[type="submit"]').click()
  await page.locator('.office').waitFor()
}

/** Signs a household in by its letter, and waits until its pages stand. @public for the household's journeys. */
export async function signInHome(page: Page, letter: { code: string; lastFour: string }): Promise<void> {
  await page.goto('/home/')
  const [code, lastFour] = [page.locator('form input').nth(0), page.locator('form input').nth(1)]
  await code.fill(letter.code)
  await lastFour.fill(letter.lastFour)
  await page.locator('button[type="submit"]').click()
  await page.locator('.home-main').waitFor()
}

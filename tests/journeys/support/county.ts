import { mkdir } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { DemoAccount } from '../../../src/demo/demo-accounts.ts'
import type { DemoSetting } from '../../../src/demo/settings.ts'
import { demoPassword } from '../../../src/demo/staff.ts'
import { openBrowser, openPage, type PageWishes, signIn, signInHome } from '../../support/browser.ts'
import { type DemoServer, startDemo } from '../../support/demo-server.ts'

/** Where pictures are kept: of what failed, and of the screens one wants to look at. */
const pictures = path.join(os.tmpdir(), 'journeys')
const patienceMs = 20_000

type Wishes = Partial<Omit<PageWishes, 'address'>>

export interface County {
  readonly accounts: readonly DemoAccount[]
  /** Where the program serves. */
  readonly address: string
  /** A window of somebody who has not signed in. */
  window(wishes?: Wishes): Promise<Page>
  /** The office as one of its people has it, at an address; a new window with a session of its own. */
  enter(who: string, at?: string, wishes?: Wishes): Promise<Page>
  /** A household's own pages, on a telephone. */
  enterHome(letter: { code: string; lastFour: string }, wishes?: Wishes): Promise<Page>
  /** What windows complained of in this test, taken off the list: for those that are meant to. */
  takeComplaints(): string[]
  /** Keeps a picture for people to look at, where `QINGNUAN_PICTURES` asks for them. */
  picture(page: Page, name: string): Promise<void>
}

/** The demo county for a test file: one program and one browser; windows are closed after each test and must not have complained. */
export function aCounty(setting: DemoSetting): County {
  let server: DemoServer | undefined
  let browser: Browser | undefined
  let open: { context: BrowserContext; complaints: string[] }[] = []

  beforeAll(async () => {
    browser = await openBrowser()
    server = await startDemo(setting)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  afterEach(async ({ task }) => {
    const complaints = takeComplaints()
    if (task.result?.state === 'fail')
      for (const [at, page] of open.flatMap(({ context }) => context.pages()).entries())
        await keepPicture(page, `failed ${task.name} ${at}`).catch(() => undefined)
    for (const { context } of open) await context.close()
    open = []
    expect(complaints, 'what the windows complained of').toEqual([])
  })

  const standing = () => {
    if (!server || !browser) throw new Error('The demo county does not stand yet.')
    return { server, browser }
  }
  const takeComplaints = () => open.flatMap(({ complaints }) => complaints.splice(0))
  const window = async (wishes: Wishes = {}) => {
    const { server, browser } = standing()
    const { page, complaints } = await openPage(browser, { address: server.address, ...wishes })
    page.setDefaultTimeout(patienceMs)
    open.push({ context: page.context(), complaints })
    return page
  }
  return {
    get accounts() {
      return standing().server.accounts
    },
    get address() {
      return standing().server.address
    },
    window,
    async enter(who, at = '/', wishes) {
      const page = await window(wishes)
      await signIn(page, { signIn: who, password: demoPassword }, at)
      return page
    },
    async enterHome(letter, wishes) {
      const page = await window({ width: 360, height: 740, ...wishes })
      await signInHome(page, letter)
      return page
    },
    takeComplaints,
    async picture(page, name) {
      if (process.env.QINGNUAN_PICTURES) await keepPicture(page, name)
    },
  }
}

async function keepPicture(page: Page, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true })
  const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 90)}.png`
  await page.screenshot({ path: path.join(pictures, file), fullPage: true })
}

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { demoPassword } from '../../../src/demo/staff.ts'
import { openHandset } from '../../support/browser.ts'
import { somePictures } from './samples.ts'
import { button } from './window.ts'
import { say } from './words.ts'

const pin = '246813'
/** Models whose serials may begin with anything. */
const plainModel = /HF-50|BJX-45A/

export interface Fitted {
  home: string
  householder: string
  serials: string[]
  /** Their digests. */
  photos: string[]
}

/** A contractor's telephone, whose storage outlives its browser. */
export class Handset {
  #folder = ''
  #context: BrowserContext | undefined
  readonly #address: string
  readonly #owner: string
  constructor(address: string, owner = 'contractor') {
    this.#address = address
    this.#owner = owner
  }

  /** The browser, started; its clock goes wrong by so much. */
  async start({ clockAheadMs = 0 } = {}): Promise<Page> {
    this.#folder ||= await mkdtemp(path.join(os.tmpdir(), 'qingnuan-handset-'))
    this.#context = await openHandset(this.#folder, this.#address)
    this.#context.setDefaultTimeout(20_000)
    if (clockAheadMs !== 0)
      await this.#context.addInitScript((ahead) => {
        const Real = Date
        globalThis.Date = class extends Real {
          constructor(...given: []) {
            super(...((given.length > 0 ? given : [Real.now() + ahead]) as []))
          }
          static override now = () => Real.now() + ahead
        } as DateConstructor
      }, clockAheadMs)
    return this.#context.pages()[0] ?? (await this.#context.newPage())
  }

  /** Sets the telephone up with a PIN and takes villages along until at least so many homes are to be fitted. */
  async setUp(page: Page, least: number): Promise<void> {
    await page.goto('/field/')
    await this.signIn(page)
    await page.getByLabel(say('out.pin'), { exact: true }).fill(pin)
    await page.getByLabel(say('out.pin.repeat')).fill(pin)
    const resuming = page.waitForResponse((answer) => answer.url().endsWith('/api/field/resuming'))
    await button(page, say('out.pin.open')).click()
    await resuming
    await page.getByRole('link', { name: say('out.villages') }).click()
    const lines = page.locator('.out-villages li')
    await lines.first().waitFor()
    const waiting = await lines.evaluateAll((all) =>
      all.map((line) => Number(/待安装 (\d+)/.exec(line.textContent ?? '')?.[1] ?? 0)),
    )
    let taken = 0
    for (const [at] of [...waiting.entries()].sort(([, one], [, other]) => other - one)) {
      if (taken >= least) break
      const line = lines.nth(at)
      await line.getByRole('button', { name: say('out.take') }).click()
      await line.getByRole('button', { name: say('out.take.again') }).waitFor()
      taken += waiting[at] ?? 0
    }
    if (taken < least) throw new Error(`Only ${taken} homes wait to be fitted.`)
    await page.evaluate(() => navigator.serviceWorker.ready)
  }

  async open(signal: boolean, wishes: { clockAheadMs?: number; isFull?: boolean } = {}): Promise<Page> {
    const page = await this.start(wishes)
    // Before anything is opened: for half a minute the browser goes by the room there was.
    if (wishes.isFull) await this.limitStorage(page, 1)
    await page.context().setOffline(!signal)
    await page.goto('/field/')
    await page.getByLabel(say('out.pin'), { exact: true }).fill(pin)
    await button(page, say('out.pin.open')).click()
    await page.locator('.out-foot').waitFor()
    return page
  }

  async signIn(page: Page): Promise<void> {
    await page.getByLabel(say('out.name')).fill(this.#owner)
    await page.getByLabel(say('out.password')).fill(demoPassword)
    await button(page, say('out.enter')).click()
  }

  /** So many bytes of storage and no more; without a number as many as there are. */
  async limitStorage(page: Page, quotaSize?: number): Promise<void> {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Storage.overrideQuotaForOrigin', {
      origin: this.#address,
      ...(quotaSize !== undefined && { quotaSize }),
    })
  }

  /** Every process of the telephone's browser, at once and without a word. */
  kill(): void {
    try {
      execFileSync('pkill', ['-9', '-f', this.#folder])
    } catch {
      // None was running.
    }
    const context = this.#context
    this.#context = undefined
    void context?.close().catch(() => undefined)
  }

  /** Fills in the first home that waits to be fitted, or the one that is named, up to the button that keeps it. */
  async fillIn(page: Page, serial: string, named?: string): Promise<Fitted> {
    await page.goto('/field/#/')
    const line = page
      .locator(named ? `.out-homes a[href$="${named}"]` : '.out-homes a')
      .filter({ hasText: say('act.home.install') })
      .first()
    const householder = (await line.locator('b').innerText()).replace(/^\d+ /, '')
    const home = (await line.getAttribute('href'))?.split('/').at(-1) ?? ''
    await line.click()
    const machines = page.locator('.out-machine:has(select)')
    await machines.first().waitFor()
    const serials: string[] = []
    for (let n = 0; n < (await machines.count()); n++) {
      serials.push(`${serial}${n}`)
      await machines.nth(n).locator('input').fill(`${serial}${n}`)
      const model = machines.nth(n).locator('option').filter({ hasText: plainModel }).first()
      await machines
        .nth(n)
        .locator('select')
        .selectOption((await model.getAttribute('value')) ?? '')
    }
    const pictures = somePictures(2)
    await page.locator('input[type=file]').setInputFiles(pictures)
    await page.getByRole('img', { name: say('out.photo.of', { number: 2 }) }).waitFor()
    const photos = pictures.map(({ buffer }) => createHash('sha256').update(buffer).digest('hex'))
    return { home, householder, serials, photos }
  }

  /** Fits a home whole: answers once the telephone has said that it is kept. */
  async fit(page: Page, serial: string, named?: string): Promise<Fitted> {
    const fitted = await this.fillIn(page, serial, named)
    await button(page, say('out.keep')).click()
    await page.getByText(say('out.kept')).waitFor()
    return fitted
  }

  /** What the outbox says of each act, the first made first. */
  async states(page: Page): Promise<string[]> {
    await page.goto('/field/#/outbox')
    return page.locator('.out-list .out-state').allInnerTexts()
  }

  async remove(): Promise<void> {
    if (!this.#folder) return
    this.kill()
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

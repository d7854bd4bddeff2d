import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { demoPassword } from '../../../src/demo/staff.ts'
import { openHandset } from '../../support/browser.ts'
import type { County } from '../support/county.ts'
import { somePictures } from '../support/samples.ts'
import { story } from '../support/story.ts'
import { button, choose, confirm, dialogue, goTo, heading, settled } from '../support/window.ts'
import { say } from '../support/words.ts'

const pin = '246813'
const install = say('act.home.install')
/** Models whose serials may begin with anything. */
const plainModel = /HF-50|BJX-45A/

interface Fitted {
  home: string
  householder: string
  photos: string[]
}

/** A contractor's day in a village without a signal: killed telephones, a colleague who was faster, and an officer who settles it. */
export function field(county: County): void {
  let folder = ''
  let context: BrowserContext | undefined
  const fitted: Fitted[] = []
  afterAll(async () => {
    await context?.close().catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
  })

  const start = async (): Promise<Page> => {
    context = await openHandset(folder, county.address)
    context.setDefaultTimeout(20_000)
    return context.pages()[0] ?? (await context.newPage())
  }
  /** Every process of the telephone's browser, at once and without a word. */
  const kill = async () => {
    execFileSync('pkill', ['-9', '-f', folder])
    await context?.close().catch(() => undefined)
  }
  const unlock = async (page: Page) => {
    await page.getByLabel(say('out.pin'), { exact: true }).fill(pin)
    await button(page, say('out.pin.open')).click()
    await page.locator('.out-foot').waitFor()
  }
  const open = async (signal: boolean): Promise<Page> => {
    const page = await start()
    await page.context().setOffline(!signal)
    await page.goto('/field/')
    await unlock(page)
    return page
  }
  /** The session ends with the browser that was killed: what waits is sent once its owner has signed in again. */
  const signInAgain = async (page: Page) => {
    await page.getByText(say('out.enter.again')).waitFor()
    await page.getByLabel(say('out.name')).fill('contractor')
    await page.getByLabel(say('out.password')).fill(demoPassword)
    await button(page, say('out.enter')).click()
  }
  const fit = async (page: Page, serial: string): Promise<Fitted> => {
    await page.goto('/field/#/')
    const line = page.locator('.out-homes a').filter({ hasText: install }).first()
    const householder = (await line.locator('b').innerText()).replace(/^\d+ /, '')
    const home = (await line.getAttribute('href'))?.split('/').at(-1) ?? ''
    await line.click()
    const machines = page.locator('.out-machine')
    await machines.first().waitFor()
    for (let n = 0; n < (await machines.count()); n++) {
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
    await button(page, say('out.keep')).click()
    await page.getByText(say('out.kept')).waitFor()
    const photos = pictures.map(({ buffer }) => createHash('sha256').update(buffer).digest('hex'))
    return { home, householder, photos }
  }
  const states = (page: Page) => page.locator('.out-list .out-state').allInnerTexts()

  story('in the field', (step) => {
    step('a telephone is set up with a PIN and takes a village along', async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'qingnuan-handset-'))
      const page = await start()
      await page.goto('/field/')
      await page.getByLabel(say('out.name')).fill('contractor')
      await page.getByLabel(say('out.password')).fill(demoPassword)
      await button(page, say('out.enter')).click()
      await page.getByLabel(say('out.pin'), { exact: true }).fill(pin)
      await page.getByLabel(say('out.pin.repeat')).fill(pin)
      await button(page, say('out.pin.open')).click()
      await page.getByRole('link', { name: say('out.villages') }).click()
      const village = page
        .locator('.out-villages li')
        .filter({ hasText: /待安装 ([5-9]|\d\d)/ })
        .first()
      await village.getByRole('button', { name: say('out.take') }).click()
      await village.getByRole('button', { name: say('out.take.again') }).waitFor()
      await page.evaluate(() => navigator.serviceWorker.ready)
      await kill()
    })

    step('homes are fitted without a signal; a killed telephone has lost nothing', async () => {
      for (let n = 0; n < 3; n++) {
        const page = await open(false)
        await page.getByText(say('out.offline')).waitFor()
        fitted.push(await fit(page, `QNFD${n}${Date.now() % 1e6}`))
        await kill()
      }
      const page = await open(false)
      await page.goto('/field/#/outbox')
      await page.getByText(say('out.left', { count: 3 })).waitFor()
      expect(await states(page)).toHaveLength(3)
      await kill()
    })

    step('meanwhile a colleague is faster at one of them', async () => {
      const first = fitted[0]
      const page = await county.enter('contractor', `/installations/${first?.home}`, {
        width: 360,
        height: 740,
      })
      const machines = page.locator('.device-entry')
      await machines.first().waitFor()
      for (let n = 0; n < (await machines.count()); n++) {
        await machines
          .nth(n)
          .getByLabel(say('field.serial'))
          .fill(`QNCO${Date.now() % 1e6}${n}`)
        await choose(machines.nth(n), say('field.model'), plainModel)
      }
      await page.locator('input[type=file]').setInputFiles(somePictures(1))
      await page.getByText(say('kit.file.stored')).first().waitFor()
      await button(page, install).last().click()
      await page.waitForURL(/\/installations(\?|$)/)
    })

    step(
      'with a signal all is sent in its order, killed again on the way; the one that was overtaken is held',
      async () => {
        const page = await open(true)
        await page.goto('/field/#/outbox')
        await signInAgain(page)
        await kill()
        const again = await open(true)
        await again.goto('/field/#/outbox')
        await signInAgain(again)
        await again.getByText(say('out.all-sent')).waitFor()
        expect(await states(again)).toEqual(
          [say('out.sent'), say('out.sent'), say('out.held')].map(
            (text) => expect.stringContaining(text) as string,
          ),
        )
        await county.picture(again, 'field-outbox')
        await kill()
      },
    )

    step('both sides lie before the town’s officer, who settles it', async () => {
      const [held, second] = fitted
      const page = await county.enter('bureau', '/held?state=held')
      await page
        .getByText(held?.householder ?? '')
        .first()
        .click()
      await heading(page).waitFor()
      await settled(page)
      for (const digest of held?.photos ?? []) await page.locator(`a[href$="${digest}"]`).first().waitFor()
      await county.picture(page, 'held-sides')
      await button(page, say('act.held.set-aside')).click()
      await dialogue(page).locator('textarea, input[type=text]').first().fill('同事已先装好，以其记录为准')
      await confirm(page, say('act.held.set-aside'))
      await page.getByText(say('held.state.set-aside')).first().waitFor()
      await goTo(page, `/homes/${second?.home}`)
      for (const digest of second?.photos ?? [])
        expect((await page.request.get(`/api/evidence/${digest}`)).status()).toBe(200)
    })

    step('the office sees how each photograph came about, and what is doubted of it', async () => {
      const second = fitted[1]
      const page = await county.enter('bureau', `/homes/${second?.home}`)
      await page.getByText(say('photographs.by.gallery')).first().waitFor()
      await goTo(page, '/doubts?kind=picked')
      await page
        .getByText(second?.householder ?? '')
        .first()
        .click()
      await page.getByText(say('doubt.says.picked')).waitFor()
      await settled(page)
      await county.picture(page, 'doubt')
    })

    step('photographs are taken in the page, and the homes are drawn', async () => {
      const page = await open(true)
      await page.locator('.out-homes a').filter({ hasText: install }).first().click()
      await button(page, say('out.photo.take')).click()
      await page.locator('.out-camera .out-button:not([disabled])').waitFor()
      await button(page, say('out.camera.shoot')).click()
      await page.getByText(say('out.camera.taken', { count: 1 })).waitFor()
      await button(page, say('out.camera.done')).click()
      await page.getByRole('img', { name: say('out.photo.of', { number: 1 }) }).waitFor()
      await page.goto('/field/#/')
      await button(page, say('out.map')).click()
      await page.getByText(say('out.where.found', { metres: 12 })).waitFor()
      await county.picture(page, 'field-map')
      await kill()
    })

    step('and the telephone tells its owner', async () => {
      const page = await open(true)
      await page.goto('/field/#/outbox')
      await signInAgain(page)
      await page.getByText(say('out.set-aside')).waitFor()
      await page.getByText('同事已先装好').waitFor()
      await kill()
    })
  })
}

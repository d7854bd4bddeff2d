import type { Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import type { County } from '../support/county.ts'
import { type Fitted, Handset } from '../support/handset.ts'
import { somePictures } from '../support/samples.ts'
import { story } from '../support/story.ts'
import { button, choose, confirm, dialogue, goTo, heading, settled } from '../support/window.ts'
import { say } from '../support/words.ts'

const install = say('act.home.install')
/** Models whose serials may begin with anything. */
const plainModel = /HF-50|BJX-45A/

/** A contractor's day in a village without a signal: killed telephones, a colleague who was faster, and an officer who settles it. */
export function field(county: County): void {
  let handset = new Handset('')
  const fitted: Fitted[] = []
  afterAll(() => handset.remove())

  story('in the field', (step) => {
    step('a telephone is set up with a PIN and takes a village along', async () => {
      handset = new Handset(county.address)
      const page = await handset.start()
      const forbidden = await forbiddenOn(page)
      await handset.setUp(page, 5)
      expect(forbidden).toEqual([])
      handset.kill()
    })

    step('homes are fitted without a signal; a killed telephone has lost nothing', async () => {
      for (let n = 0; n < 3; n++) {
        const page = await handset.open(false)
        await page.getByText(say('out.offline')).waitFor()
        fitted.push(await handset.fit(page, `QNFD${n}${Date.now() % 1e6}`))
        handset.kill()
      }
      const page = await handset.open(false)
      await page.goto('/field/#/outbox')
      await page.getByText(say('out.left', { count: 3 })).waitFor()
      expect(await handset.states(page)).toHaveLength(3)
      handset.kill()
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
        const page = await handset.open(true)
        await page.goto('/field/#/outbox')
        handset.kill()
        const again = await handset.open(true)
        await again.goto('/field/#/outbox')
        await again.getByText(say('out.all-sent')).waitFor()
        // The browser that was killed has forgotten the session; the PIN took it up again.
        expect(await again.getByText(say('out.enter.again')).count()).toBe(0)
        expect(await handset.states(again)).toEqual(
          [say('out.sent'), say('out.sent'), say('out.held')].map(
            (text) => expect.stringContaining(text) as string,
          ),
        )
        await county.picture(again, 'field-outbox')
        handset.kill()
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
      const page = await handset.open(true)
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
      handset.kill()
    })

    step('and the telephone tells its owner', async () => {
      const page = await handset.open(true)
      await page.goto('/field/#/outbox')
      await page.getByText(say('out.set-aside')).waitFor()
      await page.getByText('同事已先装好').waitFor()
      handset.kill()
    })
  })
}

/** What the page does although its content security policy forbids it, as the browser notes it, from now on. */
async function forbiddenOn(page: Page): Promise<unknown[]> {
  const noted: unknown[] = []
  const audits = await page.context().newCDPSession(page)
  audits.on('Audits.issueAdded', ({ issue }) => {
    if (issue.code === 'ContentSecurityPolicyIssue') noted.push(issue.details)
  })
  await audits.send('Audits.enable')
  return noted
}

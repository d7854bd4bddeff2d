import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { newId } from '../../../src/kernel/identity/id.ts'
import { anApplicationForm } from '../../../src/modules/households/samples.ts'
import type { County } from '../support/county.ts'
import { somePictures } from '../support/samples.ts'
import { story } from '../support/story.ts'
import { addPhotos, button, choose, dialogue, goTo, heading, panel, settled } from '../support/window.ts'
import { say } from '../support/words.ts'
import type { VillageReady } from './notice.ts'

/** A swap in a locked register: asked for by the town, approved by the bureau, put on notice, counted. */
export function changes(county: County, village: () => VillageReady): void {
  const form = anApplicationForm(4711)
  let leaving = ''
  let change = ''

  story('a change of the locked register', (step) => {
    step('lets a late applicant wait, first in the order of application', async () => {
      const { officer, code } = village()
      const page = await county.enter(officer, '/waiting')
      await enterHome(page, code)
      await goTo(page, '/waiting')
      await page.locator('tbody tr').filter({ hasText: form.householder }).waitFor()
      await county.picture(page, 'waiting')
    })

    step('is asked for by the town on the page of the home that leaves', async () => {
      const { officer, code } = village()
      const page = await county.enter(officer, `/register?village=${code}&stage=confirmed`)
      await page.locator('.answer-table tbody tr[tabindex="0"]').first().click()
      await page.waitForURL(/\/homes\//)
      leaving = page.url().split('/').at(-1) ?? ''
      await button(page, say('act.change.ask')).click()
      const asked = dialogue(page)
      await asked.getByText(say('change.ask.replace'), { exact: true }).click()
      await choose(asked, say('change.ask.enters'), new RegExp(form.householder))
      await asked.getByLabel(say('change.reason'), { exact: true }).fill('农户书面申请退出,由候补第一位替换')
      for (const paper of [0, 1]) {
        await addPhotos(
          asked
            .locator('.change-paper')
            .filter({ has: page.locator('input[type=file]') })
            .nth(paper),
          somePictures(1),
        )
      }
      await county.picture(page, 'change-asked')
      await button(asked, say('act.change.ask')).click()
      await asked.waitFor({ state: 'detached' })
      await panel(page, say('change.panel')).locator('.change-mark-asked').waitFor()
    })

    step('waits on the bureau’s list, and is approved there', async () => {
      const page = await county.enter('bureau', '/changes?state=asked')
      await page.locator('.answer-table tbody tr[tabindex="0"]').first().click()
      await page.waitForURL(/\/changes\/[0-9a-f-]{36}$/)
      change = page.url().split('/').at(-1) ?? ''
      await button(panel(page, say('change.do')), say('act.change.approve')).click()
      await button(dialogue(page), say('act.change.approve')).click()
      await dialogue(page).waitFor({ state: 'detached' })
      await page.getByText(say('change-noticed.to-notice'), { exact: true }).waitFor()
      await county.picture(page, 'change-approved')
    })

    step('has the notice reopened for the home that comes in, and the figures recounted', async () => {
      const { officer, name } = village()
      const page = await county.enter(officer, '/notices')
      const row = panel(page, say('notices.due')).locator('tbody tr').filter({ hasText: name })
      await button(row, say('act.notice.open')).click()
      await button(dialogue(page), say('act.notice.open')).click()
      await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
      await page.locator('.notice-table tbody tr.ant-table-row').first().waitFor()
      expect(await page.locator('.notice-table tbody tr.ant-table-row').count()).toBe(1)

      await goTo(page, `/changes/${change}`)
      await page.getByText(say('change-noticed.running'), { exact: true }).waitFor()
      await goTo(page, '/changes')
      await settled(page)
      const counts = panel(page, say('changes.counts'))
      await counts.locator('tbody tr.ant-table-row').first().waitFor()
      expect(await counts.locator('tbody tr.ant-table-row').first().innerText()).toContain('1')
      await goTo(page, `/homes/${leaving}`)
      await heading(page).waitFor()
      await panel(page, say('change.panel')).locator('.change-mark-approved').waitFor()
    })
  })

  /** The late application, as the form would send it. */
  async function enterHome(page: Page, code: string): Promise<void> {
    const answer = await page.evaluate(
      async ({ id, home, fields, village }) => {
        const session = (await (await fetch('/api/session')).json()) as {
          csrfToken: string
          programme: string
        }
        const response = await fetch('/api/acts', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-csrf-token': session.csrfToken },
          body: JSON.stringify({
            id,
            kind: 'home.add',
            input: { programme: session.programme, home, village, fields, synthetic: true },
          }),
        })
        return response.text()
      },
      { id: newId(), home: newId(), fields: { ...form }, village: code },
    )
    expect(answer).toContain('done')
  }
}

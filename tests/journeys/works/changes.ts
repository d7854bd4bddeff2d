import { expect } from 'vitest'
import type { County } from '../support/county.ts'
import { somePictures } from '../support/samples.ts'
import { story } from '../support/story.ts'
import { addPhotos, button, dialogue, goTo, panel } from '../support/window.ts'
import { say } from '../support/words.ts'
import type { VillageReady } from './notice.ts'

/**
 * A home leaves a locked register: asked for by the town, approved by the bureau, counted. Who waits in the demo county
 * depends on what other offices delivered; a replacement and its notice are walked in `changes.db.test.ts`.
 */
export function changes(county: County, village: () => VillageReady): void {
  let leaving = ''

  story('a change of the locked register', (step) => {
    step('is asked for by the town on the page of the home that leaves', async () => {
      const { officer, code } = village()
      const page = await county.enter(officer, `/register?village=${code}&stage=confirmed`)
      await page.locator('.answer-table tbody tr[tabindex="0"]').first().click()
      await page.waitForURL(/\/homes\//)
      leaving = page.url().split('/').at(-1) ?? ''
      await button(page, say('act.change.ask')).click()
      const asked = dialogue(page)
      await asked.getByLabel(say('change.reason'), { exact: true }).fill('农户书面申请退出')
      expect(await button(asked, say('act.change.ask')).isDisabled()).toBe(true)
      await addPhotos(asked, somePictures(1))
      await county.picture(page, 'change-asked')
      await button(asked, say('act.change.ask')).click()
      await asked.waitFor({ state: 'detached' })
      await panel(page, say('change.panel')).locator('.change-mark-asked').waitFor()
    })

    step('waits on the bureau’s list, and is approved there', async () => {
      const page = await county.enter('bureau', '/changes?state=asked')
      await page.locator('.answer-table tbody tr[tabindex="0"]').first().click()
      await page.waitForURL(/\/changes\/[0-9a-f-]{36}$/)
      await button(panel(page, say('change.do')), say('act.change.approve')).click()
      await button(dialogue(page), say('act.change.approve')).click()
      await dialogue(page).waitFor({ state: 'detached' })
      await page.locator('.change-mark-approved').waitFor()
      await county.picture(page, 'change-approved')
    })

    step('is counted where the town looks, and told on the page of the home', async () => {
      const page = await county.enter(village().officer, '/changes')
      const row = panel(page, say('changes.counts')).locator('tbody tr.ant-table-row').first()
      await row.getByRole('link', { name: '1', exact: true }).click()
      await page.waitForURL(/group=fewer/)
      await page.locator('.answer-table tbody tr[tabindex="0"]').first().waitFor()
      await goTo(page, `/homes/${leaving}`)
      await panel(page, say('change.panel')).locator('.change-mark-approved').waitFor()
    })
  })
}

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { fillChecklist } from '../support/checklist.ts'
import type { County } from '../support/county.ts'
import { story } from '../support/story.ts'
import { button, choose, dialogue, goTo, panel, settled } from '../support/window.ts'
import { say } from '../support/words.ts'

const name = '旅程小学(模拟)'
const readings = { 取暖面积: 1200, 试运行: 48, 室温: 19 }

/** A school (§A.13): listed by its town, handed to a lot, sent back once, and accepted by three people. */
export function premises(county: County): void {
  let at = ''
  const acts = (page: Page) => panel(page, say('premises.what-now'))

  async function check(page: Page, kind: string, failing: readonly string[] = []): Promise<void> {
    await settled(page)
    await button(acts(page), say(`act.${kind}`)).click()
    await fillChecklist(dialogue(page), readings, failing)
    await button(dialogue(page), say('premises.submit')).click()
    await dialogue(page).waitFor({ state: 'detached' })
  }

  story('public premises', (step) => {
    step('are listed on their village’s page', async () => {
      const page = await county.enter('shahe', '/villages')
      await settled(page)
      await page.locator('tbody tr[tabindex="0"]').first().click()
      await page.waitForURL(/\/villages\/\d{12}/)
      await settled(page)
      await button(page.locator('main'), say('act.premises.list')).click()
      const form = dialogue(page)
      await choose(form, say('field.premisesKind'), say('choice.premisesKind.school'))
      await form.getByLabel(say('field.premises.list.name')).fill(name)
      await form.getByLabel(say('field.premises.list.address')).fill('村南')
      await form.getByLabel(say('field.premises.list.areaM2')).fill('1200')
      await button(form, say('act.premises.list')).click()
      await form.waitFor({ state: 'detached' })
      await page
        .locator('main')
        .getByRole('link', { name: say('villages.open-premises') })
        .click()
      await page.locator('tbody tr[tabindex="0"]').filter({ hasText: name }).click()
      await page.waitForURL(/\/premises\/[0-9a-f-]{36}/)
      at = new URL(page.url()).pathname
    })

    step('are handed to a lot by the bureau', async () => {
      const page = await county.enter('bureau', at)
      await settled(page)
      await button(acts(page), say('act.premises.assign')).click()
      await choose(dialogue(page), say('field.lot'), /东海/)
      await button(dialogue(page), say('act.premises.assign')).click()
      await dialogue(page).waitFor({ state: 'detached' })
      await page.getByText(say('premises.stage.assigned')).first().waitFor()
    })

    step('go back to the contractor with what the supervisor finds, who checks anew', async () => {
      await check(await county.enter('contractor', at), 'premises.check-own')
      const supervisor = await county.enter('supervisor', at)
      await check(supervisor, 'premises.inspect', ['原燃煤锅炉'])
      await supervisor.getByText(say('premises.sent-back')).first().waitFor()
      expect(await panel(supervisor, say('premises.checks')).innerText()).toContain('原燃煤锅炉')
      const contractor = await county.enter('contractor', '/')
      await goTo(contractor, at)
      await check(contractor, 'premises.check-own')
    })

    step('are accepted by supervisor and town, each on photographs of their own', async () => {
      await check(await county.enter('supervisor', at), 'premises.inspect')
      const town = await county.enter('shahe-review', at)
      await check(town, 'premises.accept')
      const told = panel(town, say('premises.checks')).locator('li > b')
      await told.filter({ hasText: say('premises.step.accepted') }).waitFor()
      const outcomes = await told.allInnerTexts()
      expect(outcomes.filter((text) => text === say('premises.passed'))).toHaveLength(4)
      expect(outcomes.filter((text) => text === say('premises.failed'))).toHaveLength(1)
      await county.picture(town, 'premises-accepted')
    })
  })
}

import { describe, expect, it } from 'vitest'
import type { County } from '../support/county.ts'
import { button, choose, goTo, heading, panel, settled } from '../support/window.ts'
import { say } from '../support/words.ts'

/** The log and the policy as somebody reads them who was not there. */
export function oversight(county: County): void {
  describe('the overview', () => {
    it('opens every figure to the homes behind it', async () => {
      const page = await county.enter('bureau')
      await settled(page)
      await county.picture(page, 'overview')
      const figures = page.locator('main a[href^="/register?"]').filter({ hasText: /\d/ })
      expect(await figures.count()).toBeGreaterThan(5)
      const figure = figures.nth(2)
      const told = Number((await figure.innerText()).replace(/[^\d]/g, ''))
      await figure.click()
      await page.waitForURL(/\/register\?/)
      await settled(page)
      await page.locator('.table-total').getByText(told.toLocaleString('en-US')).waitFor()
    })
  })

  describe('the log', () => {
    it('holds every act, found by its kind, with its text and the proof of its place', async () => {
      const page = await county.enter('audit', '/log')
      await choose(page, say('log.kind'), say('act.notice.confirm'))
      await page.keyboard.press('Escape')
      await page.waitForURL(/kind=notice\.confirm/)
      await settled(page)
      const row = page.locator('tbody tr[tabindex="0"]').first()
      await row.filter({ hasText: say('act.notice.confirm') }).waitFor()
      await row.click()
      await page.waitForURL(/\/log\/acts\//)
      await page.locator('.proof-holds').waitFor()
      await panel(page, say('log.text')).getByText('"notice.confirm"').waitFor()
      await county.picture(page, 'act-page')
    })

    it('is signed, and is found whole by whoever presses the button', async () => {
      const page = await county.enter('audit', '/log/checkpoints')
      await page.locator('.seal-yes').first().waitFor()
      expect(await page.locator('.seal-no').count()).toBe(0)
      await page.getByRole('link', { name: say('log.tab.verify') }).click()
      await button(page, say('log.verify')).click()
      await page.locator('.proof-holds, .proof-fails').waitFor({ timeout: 180_000 })
      await page.getByText(say('log.verify.sound')).waitFor()
      await county.picture(page, 'log-verified')
    })
  })

  describe('the policy', () => {
    it('is read clause by clause, value by value, rule by rule, with what is assumed marked', async () => {
      const page = await county.enter('audit', '/policy')
      for (const tab of ['clauses', 'parameters', 'rules', 'cases', 'plan', 'checklists'] as const) {
        await page
          .getByRole('navigation', { name: say('policy.title') })
          .getByRole('link', { name: say(`policy.tab.${tab}`) })
          .click()
        await page.waitForURL((url) => url.pathname === `/policy/${tab}`)
        await heading(page).waitFor()
        await settled(page)
        await expect.poll(async () => (await page.locator('main').innerText()).length).toBeGreaterThan(200)
        await county.picture(page, `policy-${tab}`)
      }
      await goTo(page, '/policy/parameters')
      await page.getByText(say('kit.assumed'), { exact: true }).nth(4).waitFor()
      await goTo(page, '/policy/plan')
      await page
        .getByText(/21,905/)
        .first()
        .waitFor()
    })
  })
}

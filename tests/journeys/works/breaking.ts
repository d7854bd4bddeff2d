import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demoPassword } from '../../../src/demo/staff.ts'
import type { County } from '../support/county.ts'
import { button, dialogue, goTo, heading, panel, settled } from '../support/window.ts'
import { say } from '../support/words.ts'
import type { HomeBuilt } from './building.ts'

/** What people do to a program without meaning it any harm: press twice, go back, reload, come late, come by the wrong door. */
export function breaking(county: County, home: () => Pick<HomeBuilt, 'id' | 'householder'>): void {
  const running = '/notices?phase=running'
  const toConfirm = '/notices?phase=to-confirm'

  const openFirst = async (page: Page, list: string): Promise<string> => {
    await goTo(page, list)
    await panel(page, say('notices.all')).locator('tbody tr[tabindex="0"]').first().click()
    await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
    await heading(page).waitFor()
    return new URL(page.url()).pathname
  }
  const acts = (page: Page) => panel(page, say('notice.do'))
  const beginObjection = async (page: Page, said: string) => {
    await button(acts(page), say('act.objection.raise')).click()
    await dialogue(page).getByLabel(say('field.said')).fill(said)
  }
  const objections = (page: Page, said: string) =>
    panel(page, say('objections.title')).getByRole('article').filter({ hasText: said })

  describe('nothing is done twice, lost or shown to the wrong person', () => {
    it('when a button is pressed twice', async () => {
      const page = await county.enter('shahe')
      await openFirst(page, running)
      const said = '按了两次的异议,只应登记一次。'
      await beginObjection(page, said)
      await button(dialogue(page), say('act.objection.raise')).dblclick()
      await dialogue(page)
        .getByText(/[0-9A-Z]{5}-[0-9A-Z]{5}/)
        .waitFor()
      await button(dialogue(page), say('kit.close')).last().click()
      await objections(page, said).first().waitFor()
      await page.reload()
      await objections(page, said).first().waitFor()
      expect(await objections(page, said).count()).toBe(1)
    })

    it('when two people confirm the same thing at the same time', async () => {
      const first = await county.enter('bureau')
      const address = await openFirst(first, toConfirm)
      const second = await county.enter('bureau2', address)
      for (const page of [first, second]) {
        await button(acts(page), say('act.notice.confirm')).click()
        await button(dialogue(page), say('act.notice.confirm')).waitFor()
      }
      await button(dialogue(first), say('act.notice.confirm')).click()
      await dialogue(first).waitFor({ state: 'detached' })
      await button(dialogue(second), say('act.notice.confirm')).click()
      const refused = dialogue(second).getByRole('alert')
      await refused.getByText(say('kit.act.refused')).waitFor()
      await refused.getByText(say('remedy.notice.confirmed-already')).waitFor()
      await county.picture(second, 'refused-second')
      expect(await first.getByText(say('notice-outcome.confirmed')).count()).toBeGreaterThan(0)
    })

    it('when somebody goes back after an act', async () => {
      const page = await county.enter('shahe')
      await openFirst(page, running)
      const said = '办完以后退回上一页。'
      await beginObjection(page, said)
      await button(dialogue(page), say('act.objection.raise')).click()
      await button(dialogue(page), say('kit.close')).last().click()
      await objections(page, said).waitFor()
      await page.goBack()
      await page.waitForURL(/\/notices\?/)
      await settled(page)
      await page.goForward()
      await objections(page, said).waitFor()
      expect(await objections(page, said).count()).toBe(1)
      expect(await dialogue(page).count()).toBe(0)
    })

    it('when the page is reloaded in the middle of a form', async () => {
      const page = await county.enter('shahe')
      await openFirst(page, running)
      const said = '写到一半刷新了页面。'
      await beginObjection(page, said)
      await page.reload()
      await heading(page).waitFor()
      await settled(page)
      expect(await objections(page, said).count()).toBe(0)
      await beginObjection(page, said)
      await button(dialogue(page), say('act.objection.raise')).click()
      await dialogue(page)
        .getByText(/[0-9A-Z]{5}-[0-9A-Z]{5}/)
        .waitFor()
    })

    it('when the session ends in another window: one signs in over the page and goes on', async () => {
      const page = await county.enter('shahe')
      await openFirst(page, running)
      const said = '登录失效时写的异议,应当还在。'
      await beginObjection(page, said)

      const other = await page.context().newPage()
      await goTo(other, '/villages')
      await other.getByRole('button', { name: /账号/ }).click()
      await other.getByText(say('office.sign-out')).click()
      await other.locator('input[autocomplete="username"]').waitFor()

      await button(dialogue(page), say('act.objection.raise')).click()
      const again = page.getByRole('dialog', { name: say('office.again') })
      await again.waitFor()
      await county.picture(page, 'signed-out-over-the-page')
      await again.getByLabel(say('office.sign-in.name')).fill('shahe')
      await again.getByLabel(say('office.sign-in.password')).fill(demoPassword)
      await button(again, say('office.sign-in')).click()
      await page
        .getByText(/[0-9A-Z]{5}-[0-9A-Z]{5}/)
        .first()
        .waitFor()
      await again.waitFor({ state: 'detached' })
      await page.reload()
      await objections(page, said).waitFor()
      expect(await objections(page, said).count()).toBe(1)
    })

    it.each([
      ['contractor', '/imports'],
      ['grid', '/register'],
      ['shahe', '/log/verify'],
      ['supervisor', '/funds'],
      ['admin', '/homes/00000000-0000-7000-8000-000000000000'],
    ])('when %s comes to %s by its address', async (who, address) => {
      const page = await county.enter(who, address)
      await heading(page, say('office.no-permission')).waitFor()
      expect(await page.locator('main table, main .cards').count()).toBe(0)
      await page.getByRole('link', { name: say('office.to-start') }).click()
      await heading(page).waitFor()
    })

    it('when a town opens another town’s home by its address', async () => {
      const page = await county.enter('wenchanglu', `/homes/${home().id}`)
      await page.getByText(say('kit.not-there')).first().waitFor()
      const text = await page.locator('body').innerText()
      expect(text).not.toContain(home().householder)
      await county.picture(page, 'other-towns-home')
    })

    it('when an address leads nowhere', async () => {
      const page = await county.enter('bureau', '/no/such/page')
      await heading(page, say('office.not-found')).waitFor()
    })
  })
}

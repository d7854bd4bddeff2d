import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { County } from '../support/county.ts'
import { somePictures } from '../support/samples.ts'
import { story } from '../support/story.ts'
import { button, choose, dialogue, follow, panel, settled } from '../support/window.ts'
import { say } from '../support/words.ts'
import type { HomeBuilt } from './building.ts'

const lot = '一标段'

/** A contractor's money: claimed from accepted homes alone, by four people one after the other. */
export function settlement(county: County, home: () => HomeBuilt): void {
  let claim = ''
  const at = () => `/claims/${claim}`
  const acts = (page: Page) => panel(page, say('money.what-now'))

  story('a settlement claim', (step) => {
    step('shows what it would hold and what it leaves out, and is submitted as shown', async () => {
      const page = await county.enter('contractor', '/claims')
      const lots = panel(page, say('claim.by-lot'))
      // On its name: the row has a link of its own to the lot's account.
      await lots.locator('tbody tr[tabindex="0"]').filter({ hasText: lot }).locator('td').first().click()
      await page.waitForURL(/\/claims\/lots\//)
      await settled(page)
      await page.getByText(home().householder).first().waitFor()
      await county.picture(page, 'claim-preview')
      await button(page, say('act.claim.submit')).click()
      await button(dialogue(page), say('act.claim.submit')).click()
      await page.waitForURL(/\/claims\/[0-9a-f-]{36}$/)
      claim = page.url().split('/').at(-1) ?? ''
      await panel(page, say('claim.lines')).getByText(home().householder).first().waitFor()
    })

    step('has a penalty taken off it, with its reason and its paper', async () => {
      const bureau = await county.enter('bureau', at())
      await button(acts(bureau), say('act.claim.deduct')).click()
      const form = dialogue(bureau)
      await form.getByText(say('choice.kind.penalty'), { exact: true }).click()
      await form.getByLabel(say('field.amountFen')).fill('123.45')
      await form.getByLabel(say('field.reason')).fill('逾期完工三天(旅程)')
      await form.locator('input[type=file]').setInputFiles(somePictures(1, 'document'))
      await form.getByText(say('kit.file.stored')).waitFor()
      await button(form, say('act.claim.deduct')).click()
      await form.waitFor({ state: 'detached' })
      await panel(bureau, say('claim.deductions')).getByText('逾期完工三天(旅程)').waitFor()
      await bureau.getByText(say('claim.at-once')).waitFor()
      await county.picture(bureau, 'claim-deducted')
    })

    step('is reviewed by the bureau, approved by its director, paid by finance', async () => {
      const bureau = await county.enter('bureau', at())
      await perform(bureau, acts(bureau), 'claim.review')
      const director = await county.enter('director', at())
      await button(acts(director), say('act.claim.approve')).click()
      await choose(dialogue(director), say('field.fund'), /建设|试点/)
      await button(dialogue(director), say('act.claim.approve')).click()
      await dialogue(director).waitFor({ state: 'detached' })
      const finance = await county.enter('finance', at())
      await button(acts(finance), say('act.claim.pay')).click()
      await dialogue(finance).getByLabel(say('field.bankReference')).fill('旅程-0001')
      await dialogue(finance).locator('input[type=file]').setInputFiles(somePictures(1, 'document'))
      await dialogue(finance).getByText(say('kit.file.stored')).waitFor()
      await button(dialogue(finance), say('act.claim.pay')).click()
      await dialogue(finance).waitFor({ state: 'detached' })
      await finance.getByText(say('claim-state.paid')).first().waitFor()
      expect(await panel(finance, say('claim.steps')).innerText()).toMatch(/2023-08-15/)
      await county.picture(finance, 'claim-paid')
    })

    step(
      'keeps the contract’s share until the warranty is over, and says from which day it is due',
      async () => {
        const page = await county.enter('director', at())
        await page.getByText(say('claim.release-on')).waitFor()
        await page.getByRole('link', { name: say('lot-account.open') }).click()
        await page.waitForURL(/\/claims\/lots\/[0-9a-f-]{36}\/account$/)
        await page.getByText(say('lot-account.kept')).waitFor()
        // The account cannot be closed while something is kept, and says so.
        await panel(page, say('money.what-now')).locator('summary').first().click()
        await panel(page, say('money.what-now')).getByText(say('remedy.closing.retention-kept')).waitFor()
        await county.picture(page, 'lot-account')
      },
    )

    step('does not offer the bureau’s step to the one who did it, and tells why', async () => {
      const page = await county.enter('bureau', at())
      await page.getByText(say('claim-state.paid')).first().waitFor()
      expect(await button(acts(page), say('act.claim.review')).count()).toBe(0)
      await acts(page).locator('summary').first().click()
      expect(await acts(page).locator('.refusals > li').count()).toBeGreaterThan(0)
    })

    step('stands in the fund it was paid from', async () => {
      const page = await county.enter('finance', at())
      await settled(page)
      // By its address: the menu has links of such names too, and stands before the claim does.
      await follow(page.locator('main a[href^="/funds/"]').first(), /\/funds\/[0-9a-f-]{36}$/)
      await settled(page)
      await page.getByText(/结算/).first().waitFor()
      await county.picture(page, 'fund-page')
    })
  })
}

async function perform(page: Page, acts: ReturnType<typeof panel>, kind: string): Promise<void> {
  await button(acts, say(`act.${kind}`)).click()
  await button(dialogue(page), say(`act.${kind}`)).click()
  await dialogue(page).waitFor({ state: 'detached' })
}

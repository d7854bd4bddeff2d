import { expect } from 'vitest'
import type { County } from '../support/county.ts'
import { somePictures } from '../support/samples.ts'
import { story } from '../support/story.ts'
import { button, dialogue, goTo, panel, settled } from '../support/window.ts'
import { say } from '../support/words.ts'

const name = '放宽经营性用房(旅程)'
const rule = '非经营性用房'

/** A change of policy: drafted by an officer, seen to be wrong and mended, tried, opened to its homes, adopted by the director. */
export function policy(county: County): void {
  let draft = ''
  const at = (part = '') => `/policy/drafts/${draft}${part}`

  story('a change of policy', (step) => {
    step('is drafted from the pack in force; what is typed wrong is said at its place', async () => {
      const page = await county.enter('bureau', '/policy/drafts')
      await button(page, say('act.draft.start')).click()
      await dialogue(page).getByLabel(say('draft.name'), { exact: true }).fill(name)
      await button(dialogue(page), say('act.draft.start')).click()
      await page.waitForURL(/\/policy\/drafts\/[0-9a-f-]{36}\?/)
      draft = page.url().split('/').at(-1)?.split('?')[0] ?? ''
      const card = page.locator('details').filter({ hasText: '运行补贴单价' })
      await card.locator('summary').press('Enter')
      const value = card.getByLabel(/取值 1$/)
      await value.fill('三毛')
      await card.getByText(say('draft.value.not-money')).waitFor()
      await page.getByRole('heading', { name: say('draft.problems.title') }).waitFor()
      await county.picture(page, 'draft-problem')
      await value.fill('0.30')
      await page.getByText(say('draft.sound')).waitFor()
      await button(page, say('draft.save')).click()
      await page
        .getByText(say('draft.version', { version: 2 }))
        .first()
        .waitFor()
      await button(page, say('draft.undo')).click()
      await page
        .getByText(say('draft.version', { version: 3 }))
        .first()
        .waitFor()
      await expect.poll(() => value.inputValue()).toBe('0.20')
    })

    step(
      'tells a second window that the first has saved, and keeps what it has not saved itself',
      async () => {
        const first = await county.enter('bureau', at('?part=rules&open=not-business-premises'))
        const second = await county.enter('director', at('?part=rules&open=wish-expressed'))
        await settled(second)
        await first.getByRole('switch', { name: new RegExp(rule) }).click()
        await button(first, say('draft.save')).click()
        await first
          .getByText(say('draft.version', { version: 4 }))
          .first()
          .waitFor()
        await second
          .getByRole('textbox', { name: /^不符合时告知 英文/ })
          .first()
          .fill('It can ask again.')
        await button(second, say('draft.moved.load')).click()
        await second
          .getByText(say('draft.version', { version: 4 }))
          .first()
          .waitFor()
        await second.getByText(say('draft.unsaved', { count: 1 })).waitFor()
        await button(second, say('draft.drop')).click()
        await button(dialogue(second), say('draft.confirm')).click()
        await second.getByText(say('draft.all-saved')).waitFor()
      },
    )

    step('is tried on the whole register; a figure opens to exactly its homes', async () => {
      const page = await county.enter('bureau', at())
      await button(page, say('draft.try')).click()
      const headline = page.locator('.trial-headline a').first()
      await headline.waitFor()
      await county.picture(page, 'trial')
      const changed = Number((await headline.innerText()).replace(',', ''))
      expect(changed).toBeGreaterThan(0)
      await panel(page, say('trial.by-rule')).getByText(rule).waitFor()
      expect(await panel(page, say('trial.money')).innerText()).toContain(say('trial.assumed.yes'))
      await headline.click()
      await page.waitForURL(/\/homes\?/)
      await settled(page)
      await page.getByText(say('kit.table.total', { total: changed })).waitFor()
      await page.locator('tbody').getByText(rule).first().waitFor()
      await county.picture(page, 'trial-homes')
    })

    step('fits a telephone', async () => {
      const page = await county.enter('bureau', at('?part=rules&open=one-home-per-family'), {
        width: 360,
        height: 740,
      })
      await page.getByText(say('draft.field.when'), { exact: true }).waitFor()
      for (const address of [at('?part=rules&open=one-home-per-family'), at('?part=cases'), at('/try')]) {
        await goTo(page, address)
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(beyond, address).toBeLessThanOrEqual(0)
      }
    })

    step(
      'is adopted by the director with a reason and a document, and stands in the list of packs',
      async () => {
        const officer = await county.enter('bureau', at('?part=adopt'))
        await officer.getByText(say('draft.adopt.may-not')).waitFor()
        const page = await county.enter('director', at('?part=adopt'))
        const adopt = panel(page, say('act.policy.adopt'))
        await adopt.getByLabel(say('draft.adopt.reason')).fill('市政府会议决定放宽。')
        await adopt.locator('input[type=file]').setInputFiles(somePictures(1, 'document'))
        await adopt.getByText(say('kit.file.stored')).waitFor()
        await button(adopt, say('act.policy.adopt')).click()
        await button(dialogue(page), say('act.policy.adopt')).click()
        await page.getByText(say('draft.closed.adopted')).waitFor()
        await goTo(page, '/policy')
        const row = page.locator('tbody tr').filter({ hasText: name })
        await row.getByText(say('policy.in-force')).waitFor()
        await county.picture(page, 'packs-adopted')
      },
    )
  })
}

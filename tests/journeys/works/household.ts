import { expect } from 'vitest'
import type { County } from '../support/county.ts'
import { fetchFile } from '../support/registers.ts'
import { story } from '../support/story.ts'
import { button, choose, dialogue, heading, panel } from '../support/window.ts'
import { say } from '../support/words.ts'
import type { HomeBuilt } from './building.ts'
import type { VillageReady } from './notice.ts'

/** A household with its letter and its telephone: in, where it stands, why, and its signature by finger. */
export function household(county: County, village: () => VillageReady, home: () => HomeBuilt): void {
  const letter = { code: '', lastFour: '' }

  story('a household', (step) => {
    step('gets its letter from the town, printed once and on record', async () => {
      const page = await county.enter(village().officer, `/homes/${home().id}`)
      await page.getByRole('link', { name: say('letters.title') }).click()
      const line = page.locator('tbody tr').filter({ hasText: home().householder })
      await line.getByRole('checkbox').check()
      await button(page, say('letters.print-some', { count: 1 })).click()
      const file = await fetchFile(page, () => button(dialogue(page), say('letters.print.do')).click())
      const text = file.content.toString('utf8')
      expect(text).toContain(home().householder)
      letter.code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(text)?.[0] ?? ''
      expect(letter.code).not.toBe('')
      await line.getByText('1', { exact: true }).first().waitFor()
    })

    step('knows its own ID number, which an official sees only for a reason that stays', async () => {
      const page = await county.enter(village().officer, `/homes/${home().id}`)
      expect(await page.locator('body').innerText()).not.toMatch(/3799\d{13}[\dX]/)
      await button(panel(page, say('home.acts-now')), say('act.home.reveal')).click()
      await choose(dialogue(page), say('field.home.reveal.field'), say('choice.field.idNumber'))
      await dialogue(page).getByLabel(say('field.home.reveal.reason')).fill('核对通知单')
      await button(dialogue(page), say('act.home.reveal')).click()
      const shown = await dialogue(page).locator('.revealed').innerText()
      expect(shown).toMatch(/^3799\d{13}[\dX]$/)
      letter.lastFour = shown.slice(-4)
      const bureau = await county.enter('bureau', `/homes/${home().id}`)
      await panel(bureau, say('home.history')).getByText(say('act.home.reveal')).waitFor()
      expect(await bureau.locator('body').innerText()).not.toContain(shown)
    })

    step('is not let in by a guess', async () => {
      const page = await county.window({ width: 360, height: 740 })
      await page.goto('/home/')
      await page.getByLabel(say('home.letter')).fill(letter.code)
      await page.getByLabel(say('home.last-four')).fill(letter.lastFour === '0000' ? '1111' : '0000')
      await button(page, say('home.enter.do')).click()
      await page.getByRole('alert').waitFor()
      expect(await page.locator('.home-main').count()).toBe(0)
    })

    step('sees where it stands and why, and signs by finger', async () => {
      const page = await county.enterHome(letter)
      await page
        .getByRole('heading', { name: say('own.greeting', { householder: home().householder }) })
        .waitFor()
      await county.picture(page, 'household-road')
      await page.getByRole('link', { name: say('own.page.decision') }).click()
      await page.getByText(say('own.decision.yes')).waitFor()
      await county.picture(page, 'household-decision')
      await page.getByRole('link', { name: say('own.page.papers') }).click()
      const sign = button(page, say('act.paper.sign'))
      await sign.click()
      await page.getByText(say('own.sign.lacks')).waitFor()
      await page.getByRole('checkbox').check()
      await page.getByLabel(say('kit.signature')).scrollIntoViewIfNeeded()
      const box = await page.getByLabel(say('kit.signature')).boundingBox()
      if (!box) throw new Error('There is no place to sign.')
      for (const [from, to] of [
        [0.2, 0.45],
        [0.5, 0.8],
      ] as const) {
        await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.3)
        await page.mouse.down()
        for (let step = 1; step <= 12; step++)
          await page.mouse.move(
            box.x + box.width * (from + ((to - from) * step) / 12),
            box.y + box.height * (0.3 + 0.4 * Math.abs(Math.sin(step))),
          )
        await page.mouse.up()
      }
      await county.picture(page, 'household-signing')
      expect(await page.getByText(say('own.sign.lacks')).count()).toBe(0)
      await sign.click()
      await page.getByText(say('paper.how.own')).waitFor()
      await county.picture(page, 'household-signed')
    })

    step('is seen by the office to have signed, with its signature', async () => {
      const page = await county.enter(village().officer, `/homes/${home().id}`)
      await heading(page).waitFor()
      await panel(page, say('notice.panel')).getByText(say('paper.how.own')).waitFor()
      const signature = panel(page, say('notice.panel'))
        .getByAltText(say('paper.signature-of', { paper: '清洁取暖承诺书' }))
        .first()
      await signature.waitFor()
      await expect
        .poll(() => signature.evaluate((image) => (image as HTMLImageElement).naturalWidth))
        .toBeGreaterThan(50)
    })
  })
}

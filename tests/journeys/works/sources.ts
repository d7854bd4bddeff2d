import { expect } from 'vitest'
import type { County } from '../support/county.ts'
import { aRegister, anApplication, type Row } from '../support/registers.ts'
import { story } from '../support/story.ts'
import { button, choose, dialogue, fillDay, goTo, panel, settled } from '../support/window.ts'
import { say } from '../support/words.ts'

const town = '沙河镇'
const asOf = '2023-08-10'

/** From what another office sends to a home it contradicts, and back to the line that says so. */
export function sources(county: County): void {
  let row: Row = {}
  let home = ''
  const file = () => ({
    name: '沙河供电所.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`编码A,户名,电价类别\n${row.accountNumber},欧阳别家,居民生活\n`),
  })

  story('comparison lists', (step) => {
    step('tell which of them is not there yet', async () => {
      const page = await county.enter('bureau', '/sources')
      const line = panel(page, say('sources.kinds')).locator('tbody tr').filter({ hasText: '供电公司' })
      expect(await line.innerText()).toContain(say('choice.source-state.partly'))
      expect(await line.innerText()).toContain(town)
      await county.picture(page, 'sources')
    })

    step('find a home that has applied', async () => {
      const page = await county.enter('shahe', '/villages')
      const village = (await page.locator('tbody tr[tabindex="0"] td').first().innerText()).trim()
      row = anApplication({ town, village }, '欧阳知夏')
      await goTo(page, '/imports')
      await panel(page, say('imports.new'))
        .locator('input[type=file]')
        .setInputFiles(await aRegister('待比对.xlsx', [row]))
      await button(page, say('imports.import', { count: 1 })).click()
      await dialogue(page)
        .getByRole('link', { name: say('imports.see-homes') })
        .click()
      await page.getByText('欧阳知夏').first().click()
      await page.waitForURL(/\/homes\//)
      await settled(page)
      home = new URL(page.url()).pathname
      await panel(page, say('home.decision')).getByText(say('kit.answer.yes')).first().waitFor()
    })

    step('are read as their columns are corrected, and kept so for the next time', async () => {
      const page = await county.enter('bureau', '/sources/import?kind=grid')
      await choose(page, say('source-import.area'), town)
      await fillDay(page, say('source-import.as-of'), asOf)
      await page.locator('input[type=file]').setInputFiles(file())
      await page.getByText(say('sheet.missing', { fields: '用电户号' })).waitFor()
      await county.picture(page, 'source-columns')
      await choose(page, `${say('sheet.is')} A 编码A`, say('sheet.required', { label: '用电户号' }))
      await page.getByText(say('source-import.found', { read: 1, taken: 1 })).waitFor()
      await button(page, say('sheet.keep')).click()
      await page.getByText(say('act.source.keep-mapping.done')).waitFor()
      await page.getByLabel(say('source-import.is-whole')).check()
      await button(page, say('source-import.now', { count: 1 })).click()
      await dialogue(page)
        .getByText(say('source-import.done', { count: 1 }))
        .waitFor()
    })

    step('make a home unknown where they say otherwise, and open at the line that does', async () => {
      const page = await county.enter('bureau', home)
      const decision = panel(page, say('home.decision'))
      await decision.getByText(say('kit.answer.unknown')).first().waitFor()
      const by = say('kit.fact.by-source', { list: say('choice.source-kind.grid'), day: asOf })
      await county.picture(page, 'home-contradicted')
      await decision.getByRole('link', { name: by }).first().click()
      await page.waitForURL(/\/sources\/.*row=/)
      await page.getByText(say('source.one-row')).waitFor()
      const lines = page.locator('tbody tr').filter({ visible: true })
      await lines.filter({ hasText: '欧阳别家' }).waitFor()
      expect(await lines.count()).toBe(1)
      await county.picture(page, 'source-line')
    })

    step('go out again, and the home is as it was', async () => {
      const page = await county.enter('bureau', '/sources')
      const line = panel(page, say('sources.all')).locator('tbody tr').filter({ hasText: '沙河供电所.csv' })
      await button(line, say('act.source.undo-import')).click()
      await dialogue(page).getByLabel(say('field.reason')).fill('不是最新的档案')
      await dialogue(page).getByLabel(say('sources.resting-known')).check()
      await button(dialogue(page), say('act.source.undo-import')).click()
      await dialogue(page).waitFor({ state: 'hidden' })
      await goTo(page, home)
      await panel(page, say('home.decision')).getByText(say('kit.answer.yes')).first().waitFor()
    })
  })
}

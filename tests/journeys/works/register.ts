import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { County } from '../support/county.ts'
import { aRegister, anApplication, fetchFile, readSheets, type Row, textsOf } from '../support/registers.ts'
import { somePictures } from '../support/samples.ts'
import { story } from '../support/story.ts'
import { button, choose, dialogue, follow, goTo, heading, panel, settled } from '../support/window.ts'
import { say } from '../support/words.ts'

const town = '沙河镇'
const name = '司徒春晓'

/** From a town's workbook to homes in the register, found again, understood and put right. */
export function register(county: County): void {
  let village = ''
  let known: Row = {}
  const place = () => ({ town, village })

  const upload = async (page: Page, file: Awaited<ReturnType<typeof aRegister>>) => {
    await panel(page, say('imports.new')).locator('input[type=file]').setInputFiles(file)
    await page.locator('.dry-run').waitFor()
  }

  story('a register', (step) => {
    step('begins with a template that knows the villages of the town', async () => {
      const page = await county.enter('shahe', '/imports')
      const file = await fetchFile(page, () => button(page, say('imports.template')).click())
      expect(file.name).toMatch(/\.xlsx$/)
      const template = await readSheets(file.content)
      const headers = textsOf(template, '确户表').flat()
      for (const column of ['*户主', '*身份证号', '*用电户号', '*村', '意愿'])
        expect(headers).toContain(column)
      const villages = template.sheets.flatMap((sheet) => textsOf(template, sheet.name).flat())
      village = villages.find((text) => text.endsWith('(模拟)')) ?? ''
      expect(village).not.toBe('')
    })

    step('comes back with every error by sheet, row and column, and the workbook marked', async () => {
      const page = await county.enter('shahe', '/imports')
      const wrong = [
        anApplication(place(), '错误一', { idNumber: '370683196001011234' }),
        anApplication(place(), '错误二', { village: '没有的村' }),
        anApplication(place(), '错误三', { accountNumber: '12345' }),
        anApplication(place(), ''),
        anApplication(place(), '没有错误'),
      ]
      await upload(page, await aRegister('有错误的确户表.xlsx', wrong))
      const run = page.locator('.dry-run')
      await run.getByText(say('imports.errors', { count: 4 })).waitFor()
      await county.picture(page, 'import-errors')
      // Headers stand in row 1; columns as the spreadsheet letters them.
      for (const [row, column, what] of [
        [2, 'G', '身份证'],
        [3, 'C', '没有的村'],
        [4, 'X', '户号'],
        [5, 'E', '户主'],
      ] as const) {
        const line = run
          .locator('tbody tr')
          .filter({ hasText: `确户表 ${say('sheet.cell', { row, column })}` })
        expect(await line.innerText(), `row ${row}`).toContain(what)
      }
      expect(await button(run, say('imports.import', { count: 1 })).isDisabled()).toBe(true)

      const marked = await fetchFile(page, () => button(run, say('imports.marked')).click())
      const back = await readSheets(marked.content)
      const rows = textsOf(back, '确户表')
      expect(rows[1]?.join()).toContain('370683196001011234')
      expect(rows[1]?.at(-1)).toMatch(/错误.*G列/)
      expect(rows[5]?.at(-1)).not.toMatch(/错误】/)
    })

    step('goes in as one act, and comes out again whole while nothing is built on it', async () => {
      const page = await county.enter('shahe', '/imports')
      await upload(page, await aRegister('先导入再撤销.xlsx', [anApplication(place(), '要撤销的户')]))
      await button(page, say('imports.import', { count: 1 })).click()
      await dialogue(page)
        .getByText(say('imports.done', { count: 1 }))
        .waitFor()
      const toHomes = dialogue(page).getByRole('link', { name: say('imports.see-homes') })
      await follow(toHomes, /\/register\?.*import=/)
      await page.getByText('要撤销的户').waitFor()
      const address = page.url()

      await goTo(page, '/imports')
      const line = panel(page, say('imports.earlier'))
        .locator('tbody tr')
        .filter({ hasText: '先导入再撤销.xlsx' })
      await button(line, say('act.register.undo-import')).click()
      await dialogue(page).getByLabel(say('field.reason')).fill('传错了文件')
      await button(dialogue(page), say('act.register.undo-import')).click()
      await dialogue(page).waitFor({ state: 'detached' })
      await line.getByText(/^2023-08-15 由 .*撤销$/).waitFor()
      await goTo(page, address)
      expect(await page.getByText('要撤销的户').count()).toBe(0)
    })

    step('stands in the register once imported, each home screened at once', async () => {
      const page = await county.enter('shahe', '/imports')
      known = anApplication(place(), name)
      await upload(
        page,
        await aRegister('旅程确户表.xlsx', [
          known,
          anApplication(place(), '待核之户', { helpedBefore: '' }),
          anApplication(place(), '不符之户', { permanentlyResident: '否' }),
        ]),
      )
      await button(page, say('imports.import', { count: 3 })).click()
      const toHomes = dialogue(page).getByRole('link', { name: say('imports.see-homes') })
      await follow(toHomes, /\/register\?.*import=/)
      for (const [who, answer] of [
        [name, 'yes'],
        ['待核之户', 'unknown'],
        ['不符之户', 'no'],
      ] as const)
        await page
          .locator('tbody tr')
          .filter({ hasText: who })
          .getByText(say(`kit.answer.${answer}`), { exact: true })
          .waitFor()
      await county.picture(page, 'register-imported')
    })

    step('says of a home what is missing, and takes the paper that settles it', async () => {
      const page = await county.enter('shahe', `/register?search=${encodeURIComponent('待核之户')}`)
      await page.locator('tbody tr[tabindex="0"]').filter({ hasText: '待核之户' }).click()
      const decision = panel(page, say('home.decision'))
      await decision.getByText(say('kit.decision.missing')).waitFor()
      await county.picture(page, 'home-unknown')
      await button(panel(page, say('home.acts-now')), say('act.home.settle-fact')).click()
      const form = dialogue(page)
      await choose(form, say('home.fact'), /享受/)
      await choose(form, say('home.is-it-so'), say('home.no'))
      await form.getByLabel(say('field.reason')).fill('查历年台账,没有享受过。')
      await form.locator('input[type=file]').setInputFiles(somePictures(1, 'document'))
      await form.getByText(say('kit.file.stored')).waitFor()
      await button(form, say('act.home.settle-fact')).click()
      await form.waitFor({ state: 'detached' })
      await decision
        .locator('.answer-large')
        .filter({ hasText: say('kit.answer.yes') })
        .waitFor()
      await panel(page, say('home.history')).getByText(say('act.home.settle-fact')).waitFor()
    })
  })

  describe('the bureau', () => {
    it.each([
      ['a name', name],
      ['the initials of its pinyin', 'stcx'],
    ])('finds a home by %s', async (_what, typed) => {
      const page = await county.enter('bureau', '/register')
      await page
        .getByRole('searchbox')
        .or(page.getByLabel(say('register.search')))
        .first()
        .fill(typed)
      await page.waitForURL(/search=/)
      await settled(page)
      await page.locator('tbody tr[tabindex="0"]').filter({ hasText: name }).waitFor()
    })

    it('finds it by the last four of the ID and by the account as well', async () => {
      const page = await county.enter('bureau')
      const row = page.locator('tbody tr[tabindex="0"]').filter({ hasText: name })
      for (const typed of [known.idNumber?.slice(-4) ?? '', known.accountNumber ?? '']) {
        await goTo(page, `/register?search=${typed}`)
        await row.waitFor()
        // Found by the whole number, shown with most of it covered.
        expect(await page.locator('main').innerText()).not.toContain(known.idNumber)
      }
    })

    it('narrows, sorts, turns the page and takes the list home', async () => {
      const page = await county.enter('bureau', '/register')
      await choose(page, say('field.town'), town)
      await page.waitForURL(/town=370683101000/)
      await choose(page, say('field.stage'), say('stage.confirmed'))
      await page.keyboard.press('Escape')
      await page.waitForURL(/stage=confirmed/)
      await settled(page)
      const total = Number(
        (/[\d,]+/.exec(await page.locator('.table-total').innerText())?.[0] ?? '').replaceAll(',', ''),
      )
      expect(total).toBeGreaterThan(50)

      await page.getByRole('columnheader', { name: say('field.householder') }).click()
      await page.waitForURL(/sort=name/)
      await settled(page)
      const first = await page.locator('tbody tr[tabindex="0"]').first().innerText()
      await page.getByTitle('2', { exact: true }).click()
      await page.waitForURL(/page=2/)
      await settled(page)
      expect(await page.locator('tbody tr[tabindex="0"]').first().innerText()).not.toBe(first)
      // The way back leads to the page before, not out of the list.
      await page.goBack()
      await settled(page)
      expect(await page.locator('tbody tr[tabindex="0"]').first().innerText()).toBe(first)
      await county.picture(page, 'register-filtered')

      const file = await fetchFile(page, () => button(page, say('kit.table.export')).click())
      const list = await readSheets(file.content)
      expect(list.sheets[0]?.rowCount).toBe(total + 1)
      const whole = list.sheets.flatMap((sheet) => textsOf(list, sheet.name).flat()).join(' ')
      expect(whole).not.toMatch(/\b3799\d{13}[\dX]\b/)
    })

    it('sees of one home its road, why it was decided so, what may be done and why the rest may not', async () => {
      const page = await county.enter('bureau', '/register?stage=accepted,settled')
      await page.locator('tbody tr[tabindex="0"]').first().click()
      await heading(page).waitFor()
      await settled(page)
      const road = panel(page, say('home.road'))
      await road
        .getByRole('listitem')
        .filter({ hasText: say('stage.accepted') })
        .waitFor()
      const decision = panel(page, say('home.decision'))
      await decision.locator('details.decision-met > summary').click()
      const rule = decision.locator('details.decision-met li details').first()
      await rule.locator('> summary').click()
      await rule.locator('.trace-leaf').first().waitFor()
      const notNow = panel(page, say('home.acts-now')).locator('details.not-now')
      await notNow.locator('summary').click()
      const reasons = notNow.locator('.refusals > li')
      expect(await reasons.count()).toBeGreaterThan(0)
      expect(await reasons.first().innerText()).toMatch(/§|条/)
      const history = panel(page, say('home.history')).locator('li')
      expect(await history.count()).toBeGreaterThan(5)
      await county.picture(page, 'home-of-accepted')
    })
  })
}

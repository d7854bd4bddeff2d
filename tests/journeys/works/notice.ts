import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { towns } from '../../../src/demo/places.ts'
import type { County } from '../support/county.ts'
import { somePictures } from '../support/samples.ts'
import { story } from '../support/story.ts'
import { addPhotos, button, choose, dialogue, goTo, heading, panel, settled } from '../support/window.ts'
import { say } from '../support/words.ts'

/** A village whose notice has run out: the next steps of its road are walked in `building.ts`. */
export interface VillageReady {
  code: string
  name: string
  /** Sign-in names of its town's people. */
  officer: string
}

const townOf = (name: string) => {
  const town = towns.find((each) => name.includes(each.name))
  if (!town) throw new Error(`No town in '${name}'.`)
  return town
}

/** From the list that may go up to the register that is fixed. Answers the village confirmed, once it is. */
export function notices(county: County): { village: () => VillageReady } {
  let notice = ''
  let receipt = ''
  let publicAddress = ''
  let officer = ''
  let confirmed: VillageReady | undefined

  story('a public notice', (step) => {
    step('is opened by the town for a village whose homes are found eligible', async () => {
      officer = await townWithVillagesDue(county)
      const page = await county.enter(officer, '/notices')
      const due = panel(page, say('notices.due'))
      await button(due, say('act.notice.open')).first().click()
      await button(dialogue(page), say('act.notice.open')).click()
      await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
      notice = page.url().split('/').at(-1) ?? ''
      await panel(page, say('notice.facts')).getByText(say('notice.not-posted')).waitFor()
      const names = await page.locator('.notice-table tbody tr td:nth-child(2)').allTextContents()
      expect(names.length).toBeGreaterThan(0)
      expect(
        names.every((name) => /[*＊某○]/.test(name)),
        `${names[0]} is masked`,
      ).toBe(true)
      await county.picture(page, 'notice-opened')
    })

    step('hangs once the village has photographed its board', async () => {
      const page = await county.enter(`${officer}-cadre`, `/notices/${notice}`)
      await button(panel(page, say('notice.do')), say('act.notice.post')).click()
      // Without a photograph nothing hangs.
      await button(dialogue(page), say('act.notice.post')).click()
      await dialogue(page).getByText(say('kit.form.evidence-missing')).waitFor()
      await addPhotos(dialogue(page), somePictures(2))
      await button(dialogue(page), say('act.notice.post')).click()
      await dialogue(page).waitFor({ state: 'detached' })
      await panel(page, say('notice.photos')).getByAltText(say('notice.photo-of-board')).nth(1).waitFor()
      expect(await panel(page, say('notice.facts')).getByText(say('notice.not-posted')).count()).toBe(0)
      const link = panel(page, say('notice.facts')).getByRole('link', { name: say('notice.web.open') })
      publicAddress = new URL((await link.getAttribute('href')) ?? '', page.url()).pathname
    })

    step('is read by anybody, and objected to without a name', async () => {
      const page = await county.window({ width: 360, height: 740 })
      await page.goto(publicAddress)
      await page.getByRole('heading', { name: say('board.title') }).waitFor()
      const text = await page.locator('body').innerText()
      expect(text).not.toMatch(/\d{15,}|1990\d{7}/)
      await page.getByLabel(say('page.position')).fill('1')
      await page.getByLabel(say('page.said'), { exact: true }).fill('这家的房子去年已经改造过,请核实。')
      await button(page, say('page.send')).click()
      await page.getByRole('heading', { name: say('page.received') }).waitFor()
      receipt = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(await page.locator('.receipt').innerText())?.[0] ?? ''
      expect(receipt).not.toBe('')
      await county.picture(page, 'public-notice-received')
    })

    step('waits for the objection to be answered, and tells whoever holds the receipt', async () => {
      const page = await county.enter(officer, `/objections?state=open&notice=${notice}`)
      const card = page.getByRole('article').filter({ hasText: receipt })
      await card.getByText('去年已经改造过').waitFor()
      await button(card, say('act.objection.decide')).click()
      const form = dialogue(page)
      await form.getByText(say('choice.decision.rejected'), { exact: true }).click()
      await form.getByLabel(say('field.answer')).fill('已入户核实:改造的是邻居家,本户未享受过补贴。')
      await button(form, say('act.objection.decide')).click()
      await form.waitFor({ state: 'detached' })
      await page.getByText(say('objections.none-open')).waitFor()

      const visitor = await county.window({ width: 360, height: 740 })
      await visitor.goto(publicAddress)
      await visitor.getByLabel(say('page.receipt-field')).fill(receipt)
      await button(visitor, say('page.look')).click()
      await visitor.getByText('改造的是邻居家').waitFor()
    })

    step('cannot be confirmed before its period is over, and says until when', async () => {
      const page = await county.enter(officer, `/notices/${notice}`)
      await notNow(page)
      await panel(page, say('notice.do')).getByText(say('remedy.notice.period-running')).waitFor()
    })

    step('is confirmed after its period, and the register is fixed', async () => {
      const bureau = await county.enter('bureau', '/notices')
      const all = panel(bureau, say('notices.all'))
      await choose(all, say('notice.phase'), say('notice-phase.to-confirm'))
      const row = all.locator('tbody tr[tabindex="0"]').first()
      await row.filter({ hasText: say('notice-phase.to-confirm') }).waitFor()
      const town = townOf(await row.innerText())
      await row.click()
      await heading(bureau).waitFor()
      const address = new URL(bureau.url()).pathname

      const page = await county.enter(town.signIn, address)
      await button(panel(page, say('notice.do')), say('act.notice.confirm')).click()
      await county.picture(page, 'notice-confirm')
      const sum = await dialogue(page).locator('p').first().innerText()
      const homes = Number(/\d+/.exec(sum)?.[0])
      expect(homes).toBeGreaterThan(0)
      await button(dialogue(page), say('act.notice.confirm')).click()
      await dialogue(page).waitFor({ state: 'detached' })
      const done = page.locator('.notice-table tbody tr').filter({ hasText: say('notice-outcome.confirmed') })
      await done.nth(homes - 1).waitFor()
      expect(await done.count()).toBe(homes)
      const name = ((await heading(page).innerText()).split(' · ')[0] ?? '').trim()
      await button(page, say('letters.title')).waitFor()
      confirmed = { code: await codeOf(page, name), name, officer: town.signIn }
    })
  })
  return {
    village: () => {
      if (!confirmed) throw new Error('No village has been confirmed.')
      return confirmed
    },
  }
}

/** The town officer whose list of due villages is not empty. */
async function townWithVillagesDue(county: County): Promise<string> {
  // The demo's notices began at the urban core; those furthest out are the last.
  for (const signIn of ['shahe', 'tushan', 'guojiadian', 'jincheng']) {
    const page = await county.enter(signIn, '/notices')
    const due = panel(page, say('notices.due'))
    await settled(page)
    if ((await button(due, say('act.notice.open')).count()) > 0) return signIn
  }
  throw new Error('No town has a village whose notice is due.')
}

/** Opens what cannot be done now, with its reasons. */
async function notNow(page: Page): Promise<void> {
  await page.locator('details.not-now summary').first().click()
}

async function codeOf(page: Page, village: string): Promise<string> {
  await goTo(page, `/villages?search=${encodeURIComponent(village)}`)
  await page.locator('tbody tr[tabindex="0"]').filter({ hasText: village }).first().click()
  await page.waitForURL(/\/villages\/\d{12}$/)
  return page.url().split('/').at(-1) ?? ''
}

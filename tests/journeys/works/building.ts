import type { Page } from 'playwright-core'
import { fillChecklist } from '../support/checklist.ts'
import type { County } from '../support/county.ts'
import { somePictures } from '../support/samples.ts'
import { story } from '../support/story.ts'
import { addPhotos, button, choose, confirm, dialogue, fillDay, panel, settled } from '../support/window.ts'
import { say } from '../support/words.ts'
import type { VillageReady } from './notice.ts'

const lot = '一标段'
const phone = { width: 360, height: 740 }

export interface HomeBuilt {
  id: string
  householder: string
  serials: string[]
}

/** From a confirmed village to an accepted home, each step by the people whose it is. */
export function building(county: County, village: () => VillageReady): { home: () => HomeBuilt } {
  let built: HomeBuilt | undefined
  const home = () => {
    if (!built) throw new Error('No home has been built into.')
    return built
  }
  const actsOfVillage = (page: Page) => panel(page, say('villages.what-now'))

  story('building', (step) => {
    step('begins with the route the village chose, with the minutes of its meeting', async () => {
      const page = await county.enter(village().officer, `/villages/${village().code}`)
      await button(actsOfVillage(page), say('act.meeting.record')).click()
      const form = dialogue(page)
      await fillDay(form, say('field.heldOn'), '2023-08-14')
      await choose(form, say('field.route'), /./)
      const counts = { representatives: '9', present: '8', for: '7', against: '1', abstained: '0' }
      for (const [name, count] of Object.entries(counts))
        await form.getByLabel(say(`field.${name}`), { exact: true }).fill(count)
      for (const input of await form.locator('input[type=file]').all())
        await input.setInputFiles(somePictures(1, 'document'))
      await form.getByText(say('kit.file.stored')).nth(1).waitFor()
      await button(form, say('act.meeting.record')).click()
      await form.waitFor({ state: 'detached' })
      await page.getByText(say('village-state.no-lot')).first().waitFor()
    })

    step('goes on with its lot, and hands its homes to the contractor', async () => {
      const page = await county.enter('bureau', `/villages/${village().code}`)
      await button(actsOfVillage(page), say('act.village.join-lot')).click()
      await choose(dialogue(page), say('field.lot'), new RegExp(lot))
      await confirm(page, say('act.village.join-lot'))
      await button(actsOfVillage(page), say('act.village.assign')).click()
      await confirm(page, say('act.village.assign'))
      await panel(page, say('villages.stages')).getByText(say('stage.assigned')).waitFor()
      await county.picture(page, 'village-assigned')
    })

    step('is done by the contractor: machines, plates and photographs', async () => {
      const page = await county.enter('contractor', '/installations?step=to-install', phone)
      await choose(page, say('works.village'), village().name)
      await page.waitForURL(/village=/)
      await settled(page)
      const first = page.locator('.card-heading a').first()
      const householder = await first.innerText()
      await first.click()
      await page.waitForURL(/\/installations\/[0-9a-f-]{36}$/)
      const id = page.url().split('/').at(-1) ?? ''
      const form = panel(page, say('act.home.install'))
      const machines = form.locator('.device-entry')
      await machines.first().waitFor()
      const serials = Array.from({ length: await machines.count() }, (_, n) =>
        `QN${id.slice(-8)}${n}`.toUpperCase(),
      )
      for (const [n, serial] of serials.entries()) {
        await machines.nth(n).getByLabel(say('field.serial')).fill(serial.toLowerCase())
        await choose(machines.nth(n), say('field.model'), /HF-50|BJX-45A/)
      }
      await addPhotos(form, somePictures(3))
      await county.picture(page, 'install-form-360')
      await button(form, say('act.home.install')).click()
      await page.waitForURL(/\/installations(\?|$)/)
      built = { id, householder, serials }
    })

    step('is checked by the contractor itself, item by item', async () => {
      const page = await county.enter('contractor', `/installations/${home().id}`)
      const form = panel(page, say('act.home.self-check'))
      await form.locator('.check-item').first().waitFor()
      // What lacks is marked, and nothing is sent.
      await button(form, say('act.home.self-check')).click()
      await form.locator('.check-missing').first().waitFor()
      await fillChecklist(form, { 试运行: 41 })
      await button(form, say('act.home.self-check')).click()
      await page.waitForURL(/\/installations(\?|$)/)
    })

    step('is looked at by the supervisor in the courtyard, who types every plate', async () => {
      const page = await county.enter('supervisor', `/inspections/${home().id}`, phone)
      await page.locator('.check-item').first().waitFor()
      const plate = page.getByLabel(say('field.serial'), { exact: true })
      await plate.fill('QN-NOT-HERE')
      await button(page, say('visit.serial.add')).click()
      await page.getByText(say('visit.serial.unknown')).waitFor()
      await button(page, say('kit.form.remove')).click()
      for (const serial of home().serials) {
        await plate.fill(serial)
        await button(page, say('visit.serial.add')).click()
      }
      await page.getByText(say('visit.serial.all-seen')).waitFor()
      await fillChecklist(page.locator('main'), { 台数: home().serials.length, 出风温度: 43 })
      await page.getByText(say('visit.will-pass')).waitFor()
      await county.picture(page, 'visit-360')
      await button(page, say('visit.submit')).click()
      await page.getByText(say('visit.done.passed')).waitFor()
      await county.picture(page, 'visit-done-360')
    })

    step('is signed off by village and town, and only then accepted', async () => {
      for (const level of ['village', 'town'] as const) {
        const who = level === 'village' ? `${village().officer}-cadre` : `${village().officer}-review`
        const page = await county.enter(who, `/sign-offs/${level}?village=${village().code}`, phone)
        const line = page.getByRole('listitem').filter({ hasText: home().householder })
        await line.getByRole('checkbox').first().check()
        // Nobody has signed the commitment yet: that is said, and stops the money, not the signature.
        await fillChecklist(page.locator('main'), {}, ['无煤承诺书'])
        await county.picture(page, `sign-off-${level}-360`)
        await button(page, say('sign-offs.sign', { count: 1 })).click()
        await page.getByText(say('sign-offs.done', { count: 1 })).waitFor()
      }
    })

    step('shows on the home itself: every step, every photograph, both signatures', async () => {
      const page = await county.enter('bureau', `/homes/${home().id}`)
      const acceptance = panel(page, say('acceptance.panel'))
      await acceptance.getByText(say('acceptance.accepted-on', { day: '2023-08-15' })).waitFor()
      await acceptance
        .getByText(say('acceptance.signed', { day: '2023-08-15' }))
        .nth(1)
        .waitFor()
      for (const serial of home().serials) await page.getByText(serial).first().waitFor()
      await county.picture(page, 'home-accepted')
    })
  })
  return { home }
}

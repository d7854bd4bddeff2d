import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { demoPassword } from '../../../src/demo/staff.ts'
import type { County } from '../support/county.ts'
import { type Fitted, Handset } from '../support/handset.ts'
import { story } from '../support/story.ts'
import { button, confirm, dialogue, heading, panel, settled } from '../support/window.ts'
import { say } from '../support/words.ts'

const colleague = { signIn: 'contractor-mate', name: '施工员乙(模拟)' }
const overtaken = /您看到的情况之后.*又有人办理了“登记安装”/
const reason = '到场看过铭牌，以先送达的为准'

/**
 * Two people of one firm fit the same home without a signal, each with machines of their own. Both see it, a third
 * person settles it with both sides before them, and the log tells the story (§3.2.2, §3.3.3).
 */
export function contradiction(county: County): void {
  let [first, second] = [new Handset(''), new Handset('')]
  let [one, other]: (Fitted | undefined)[] = []
  afterAll(async () => {
    await first.remove()
    await second.remove()
  })

  story('two people at one home, both without a signal', (step) => {
    step('each takes the village along', async () => {
      await openColleague(county)
      first = new Handset(county.address)
      second = new Handset(county.address, colleague.signIn)
      for (const handset of [first, second]) {
        await handset.setUp(await handset.start(), 1)
        handset.kill()
      }
    })

    step('and fits it with other machines than the other', async () => {
      const mark = Date.now() % 1e6
      one = await first.fit(await first.open(false), `QNCA${mark}`)
      first.kill()
      other = await second.fit(await second.open(false), `QNCB${mark}`, one.home)
      second.kill()
      expect(other.home).toBe(one.home)
      expect(other.serials).not.toEqual(one.serials)
    })

    step('what arrives first counts; what arrives second is held, and its maker is told why', async () => {
      const page = await first.open(true)
      await page.goto('/field/#/outbox')
      await page.getByText(say('out.all-sent'), { exact: true }).waitFor()
      expect(await first.states(page)).toEqual([expect.stringContaining(say('out.sent'))])
      first.kill()

      const late = await second.open(true)
      await late.goto('/field/#/outbox')
      await late.getByText(say('out.all-sent.held', { count: 1 })).waitFor()
      expect(await second.states(late)).toEqual([expect.stringContaining(say('out.held'))])
      await late.getByText(overtaken).first().waitFor()
      await county.picture(late, 'contradiction-outbox')
      second.kill()
    })

    step('both makers see both sides, and neither settles it', async () => {
      for (const who of ['contractor', colleague.signIn]) {
        const page = await openHeld(county, who, one)
        await sidesShown(page, one, other)
        expect(await button(page, say('act.held.apply')).count()).toBe(0)
        expect(await button(page, say('act.held.set-aside')).count()).toBe(0)
      }
    })

    step('a third person has both sides before them; the rules do not let both stand', async () => {
      const page = await openHeld(county, 'bureau', one)
      await sidesShown(page, one, other)
      await county.picture(page, 'contradiction-sides')
      for (const language of ['zh', 'en'] as const)
        for (const width of [1440, 360]) {
          const small = await county.enter('bureau2', new URL(page.url()).pathname, { width, language })
          await heading(small).waitFor()
          await settled(small)
          expect(
            await small.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          ).toBeLessThanOrEqual(0)
          await county.picture(small, `contradiction-sides-${language}-${width}`)
        }
      await button(page, say('act.held.apply')).click()
      await dialogue(page).locator('textarea, input[type=text]').first().fill(reason)
      await button(dialogue(page), say('act.held.apply')).click()
      await dialogue(page)
        .getByRole('alert')
        .getByText(/已登记安装/)
        .waitFor()
      await county.picture(page, 'contradiction-refused')
      await page.reload()
      await settled(page)
      await button(page, say('act.held.set-aside')).click()
      await dialogue(page).locator('textarea, input[type=text]').first().fill(reason)
      await confirm(page, say('act.held.set-aside'))
      await page.getByText(say('held.state.set-aside')).first().waitFor()
      await page.getByText(reason).waitFor()
      await sidesShown(page, one, other)
      await county.picture(page, 'contradiction-settled')
    })

    step('the one who came second reads the answer on the telephone', async () => {
      const page = await second.open(true)
      await page.goto('/field/#/outbox')
      await page.getByText(say('out.set-aside')).waitFor()
      await page.getByText(reason).waitFor()
      await county.picture(page, 'contradiction-answered')
      second.kill()
    })

    step('the machines of the first are on record, and the log tells who did what', async () => {
      const page = await county.enter('bureau', `/homes/${one?.home}`)
      for (const serial of one?.serials ?? []) await page.getByText(serial).first().waitFor()
      for (const serial of other?.serials ?? []) expect(await page.getByText(serial).count()).toBe(0)
      const acts = panel(page, say('home.history')).locator('.home-history li')
      await acts.first().waitFor()
      // The program's own acts between them, such as its look at the photographs, are left out.
      const told = (await acts.allInnerTexts()).filter((text) => !text.includes(say('home.by-program')))
      expect(told.slice(0, 3)).toEqual([
        expect.stringMatching(new RegExp(`${say('act.held.set-aside')}[^]*住建局经办`)),
        expect.stringMatching(new RegExp(`${say('act.held.keep')}[^]*施工员乙`)),
        expect.stringMatching(new RegExp(`${say('act.home.install')}[^]*施工负责人`)),
      ])
      await county.picture(page, 'contradiction-history')
      const log = await county.enter('audit', '/log?kind=held.set-aside')
      await log.locator('tbody tr[tabindex="0"]').first().click()
      await log.waitForURL(/\/log\/acts\//)
      await log.locator('.proof-holds').waitFor()
      await county.picture(log, 'contradiction-log')
    })
  })
}

/** A colleague of the contractor's, as its administrator opens accounts. */
async function openColleague(county: County): Promise<void> {
  const page = await county.enter('admin')
  const firms = (await (await page.request.get('/api/queries/organisation.list')).json()) as {
    id: string
    name: string
  }[]
  const organisation = firms.find(({ name }) => name.startsWith('东海暖通'))?.id
  expect(organisation).toBeDefined()
  const { csrfToken } = (await (await page.request.get('/api/session')).json()) as { csrfToken: string }
  const opened = await page.request.post('/api/acts', {
    headers: { 'x-csrf-token': csrfToken },
    data: {
      id: randomUUID(),
      kind: 'account.open',
      input: {
        ...{
          id: randomUUID(),
          ...colleague,
          organisation,
          password: demoPassword,
          mustChangePassword: false,
        },
        roles: [{ role: 'contractor', organisation }],
      },
    },
  })
  expect(opened.status(), await opened.text()).toBe(200)
}

async function openHeld(county: County, who: string, home: Fitted | undefined): Promise<Page> {
  const page = await county.enter(who, '/held')
  await page
    .getByText(home?.householder ?? '')
    .first()
    .click()
  await page.waitForURL(/\/held\/[0-9a-f-]{36}$/)
  await heading(page).waitFor()
  await settled(page)
  return page
}

/** What either of the two entered, and the photographs of either. */
async function sidesShown(page: Page, one: Fitted | undefined, other: Fitted | undefined): Promise<void> {
  const [since, arrived] = [panel(page, say('held.since-side')), panel(page, say('held.arrived-side'))]
  for (const serial of one?.serials ?? []) await since.getByText(serial).first().waitFor()
  for (const serial of other?.serials ?? []) await arrived.getByText(serial).first().waitFor()
  for (const digest of one?.photos ?? []) await since.locator(`a[href$="${digest}"]`).first().waitFor()
  for (const digest of other?.photos ?? []) await arrived.locator(`a[href$="${digest}"]`).first().waitFor()
}

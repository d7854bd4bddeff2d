import type { Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { aCounty } from './support/county.ts'
import { aTownsRegister, aTownsWorkbook, fiveLists } from './support/morning-lists.ts'
import { pageTimes } from './support/page-times.ts'
import type { Row } from './support/registers.ts'
import { somePictures } from './support/samples.ts'
import { story } from './support/story.ts'
import {
  addPhotos,
  button,
  choose,
  dialogue,
  fillDay,
  goTo,
  heading,
  panel,
  settled,
} from './support/window.ts'
import { say } from './support/words.ts'

/** An official's morning, from two towns' registers to a household swapped in a locked village. */
const county = aCounty('works')
const times = pageTimes()
afterAll(() => {
  for (const { name, milliseconds } of times.slowest(3)) console.info(`${milliseconds} ms  ${name}`)
})

/** Of the first town five lists are delivered; in the second a village's notice has run out. */
const [compared, locking] = [
  { name: '郭家店镇', officer: 'guojiadian' },
  { name: '沙河镇', officer: 'shahe' },
]
/** The day the demo county's lists are of: what comes now belongs to the same delivery. */
const asOf = '2023-04-28'
const flagsToSettle = 40
/** Names that one paper of the village settles together. */
const together = 3

const rowsOf = (page: Page) => page.locator('.answer-table tbody tr[tabindex="0"]')

async function totalOf(page: Page): Promise<number> {
  await settled(page)
  return Number(((await page.locator('.table-total').innerText()).match(/\d/g) ?? []).join(''))
}

async function countOf(page: Page, item: string): Promise<number> {
  const line = page.locator('.my-work a').filter({ hasText: say(`work.item.${item}`) })
  return Number((await line.locator('b').innerText()).replaceAll(',', ''))
}

/** A batch says that all of it was done, and is put away. */
async function allDone(page: Page, done: number): Promise<void> {
  const told = dialogue(page).filter({ hasText: say('notice.batch-done', { done, refused: 0 }) })
  await told.waitFor()
  await button(told, say('kit.close')).click()
  await told.waitFor({ state: 'hidden' })
}

async function codeOf(page: Page, village: string): Promise<string> {
  await goTo(page, `/villages?search=${encodeURIComponent(village)}`)
  await rowsOf(page).filter({ hasText: village }).first().click()
  await page.waitForURL(/\/villages\/\d{12}$/)
  return page.url().split('/').at(-1) ?? ''
}

story('an official’s morning', (step) => {
  const registers = new Map<string, Row[]>()
  /** In the town of the second register: its notice is over, and it is locked this morning. */
  let village = ''
  let notice = ''
  let settledFlags = 0
  let publicPage = ''

  const villagesOf = async (page: Page) => {
    await goTo(page, '/villages')
    return (await rowsOf(page).locator('td:first-child').allInnerTexts()).map((text) => text.trim())
  }
  const importRegister = async (officer: string, town: string, villages: readonly string[], seed: number) => {
    const page = await county.enter(officer, '/')
    const rows = aTownsRegister(
      seed,
      villages.map((name) => ({ town, village: name })),
      36,
    )
    registers.set(town, rows)
    await times.open(page, '导入确户表', () =>
      page.getByRole('link', { name: say('imports.title'), exact: true }).click(),
    )
    await panel(page, say('imports.new'))
      .locator('input[type=file]')
      .setInputFiles(await aTownsWorkbook(`${town}.xlsx`, town, rows))
    await button(page, say('imports.import', { count: rows.length })).click()
    const done = dialogue(page)
    await done.getByText(say('imports.done', { count: rows.length })).waitFor()
    await county.picture(page, `morning-imported-${town}`)
    return page
  }

  step('imports the registers of two towns', async () => {
    const first = await county.enter(compared.officer)
    await importRegister(compared.officer, compared.name, (await villagesOf(first)).slice(0, 3), 11)

    const second = await county.enter(locking.officer, '/notices?phase=to-confirm')
    const over = rowsOf(second).filter({ hasText: locking.name }).first()
    await over.waitFor()
    const villages = (
      await rowsOf(second).filter({ hasText: locking.name }).locator('td:nth-child(2)').allInnerTexts()
    ).flatMap((text) => /镇 (\S+)/.exec(text)?.[1] ?? [])
    village = villages[0] ?? ''
    await times.open(second, '公示详情', () => over.click())
    await heading(second).filter({ hasText: village }).waitFor()
    notice = new URL(second.url()).pathname
    const page = await importRegister(locking.officer, locking.name, villages.slice(0, 3), 12)
    await times.open(page, '导入的户', () =>
      dialogue(page)
        .getByRole('link', { name: say('imports.see-homes') })
        .click(),
    )
    expect(await totalOf(page)).toBe(registers.get(locking.name)?.length)
  })

  step('imports five lists to compare them with', async () => {
    const page = await county.enter('bureau')
    const lists = await fiveLists(compared.name, registers.get(compared.name) ?? [])
    expect(lists).toHaveLength(5)
    for (const { kind, file } of lists) {
      await times.open(page, '比对名单', () =>
        page
          .getByRole('link', { name: say('sources.title'), exact: true })
          .first()
          .click(),
      )
      const line = panel(page, say('sources.kinds'))
        .locator('tbody tr')
        .filter({ hasText: say(`choice.source-kind.${kind}`) })
      await times.open(page, '导入比对名单', () => line.getByRole('link').click())
      await choose(page, say('source-import.area'), compared.name)
      await fillDay(page, say('source-import.as-of'), asOf)
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByText(/读到/).waitFor()
      await county.picture(page, `morning-list-${kind}`)
      const whole = page.getByLabel(say('source-import.is-whole'))
      if (await whole.isVisible()) await whole.check()
      await page.getByRole('button', { name: /^导入 \d+ 行$/ }).click()
      await dialogue(page)
        .getByRole('link', { name: say('source-import.see') })
        .waitFor()
      await button(dialogue(page), say('kit.close')).last().click()
      await dialogue(page).waitFor({ state: 'hidden' })
    }
  })

  step('settles pairs many at a time, and one after the other', async () => {
    const page = await county.enter(compared.officer)
    await times.open(page, '待办', () =>
      page
        .getByRole('link', { name: say('work.title'), exact: true })
        .first()
        .click(),
    )
    const waiting = await countOf(page, 'duplicates')
    await times.open(page, '疑似重复', () =>
      page
        .locator('.my-work a')
        .filter({ hasText: say('work.item.duplicates') })
        .click(),
    )
    await choose(page, say('pairs.case'), say('choice.pair-case.helped-before'))
    const before = await totalOf(page)
    expect(before).toBeGreaterThan(20)
    await page.locator('.answer-table thead input[type=checkbox]').first().check()
    await page.locator('.table-ticked .ant-select').click()
    await page
      .locator('.ant-select-dropdown')
      .filter({ visible: true })
      .locator('.ant-select-item-option')
      .getByText(say('choice.answer.helped-before'), { exact: true })
      .click()
    await page.locator('.table-ticked').getByLabel(say('field.reason')).fill('逐对核看，号码与往年名册一致')
    await button(page, say('pairs.many', { answer: say('choice.answer.helped-before'), count: 20 })).click()
    await allDone(page, 20)
    await expect.poll(() => totalOf(page)).toBe(before - 20)

    settledFlags = 20

    // One by one: whoever has decided stands before the next, and at the end before the list again.
    for (const [look, most] of [
      ['entered-twice', Infinity],
      ['several-homes', 5],
    ] as const) {
      await choose(page, say('pairs.case'), say(`choice.pair-case.${look}`))
      const count = await totalOf(page)
      expect(count, look).toBeGreaterThan(2)
      await times.open(page, '比对认定', () => rowsOf(page).first().locator('td').nth(2).click())
      const deciding = Math.min(count, most)
      for (let at = 1; at <= deciding; at++) {
        await page.waitForURL(/\/duplicates\/.+\/.+/)
        const address = page.url()
        await page.getByText(say(`choice.answer.${look}`), { exact: true }).click()
        await page.getByLabel(say('field.reason')).fill('已电话向农户核实。')
        await county.picture(page, `morning-pair-${look}-${at}`)
        await times.open(page, '认定,看下一对', async () => {
          await button(page, say(at === count ? 'pair.decide-last' : 'pair.decide-next')).click()
          await page.waitForURL((to) => to.href !== address)
        })
      }
      if (deciding < count)
        await times.open(page, '回到列表', () =>
          page.getByRole('link', { name: say('kit.walk.list'), exact: true }).click(),
        )
      expect(await totalOf(page)).toBe(count - deciding)
      settledFlags += deciding
    }
    await times.open(page, '待办', () =>
      page
        .getByRole('link', { name: say('work.title'), exact: true })
        .first()
        .click(),
    )
    await expect.poll(() => countOf(page, 'duplicates')).toBe(waiting - settledFlags)
  })

  step('settles names and other facts on the pages of homes, until forty flags are settled', async () => {
    const page = await county.enter(compared.officer, '/work')
    const waiting = await countOf(page, 'names-to-look-at')
    await page
      .locator('.my-work a')
      .filter({ hasText: say('work.item.names-to-look-at') })
      .click()
    const left = flagsToSettle - settledFlags
    expect(left).toBeGreaterThan(together)
    const alike = rowsOf(page)
      .filter({ has: page.locator('li').filter({ hasText: say('field.accountHolder') }) })
      .filter({ hasNotText: say('field.titleOwner') })
    for (let at = 0; at < together; at++) await alike.nth(at).getByRole('checkbox').check()
    await button(page, say('home.names.settle-many', { count: together })).click()
    const many = dialogue(page)
    await many.getByLabel(say('field.reason')).fill('村居证明:都是户主本人。')
    await addPhotos(many, somePictures(1, 'document'))
    await county.picture(page, 'morning-names')
    await button(many, say('act.home.settle-fact')).click()
    await allDone(page, together)
    await expect.poll(() => totalOf(page)).toBe(waiting - together)

    await times.open(page, '一户的页面', async () => {
      await rowsOf(page).first().click()
      await page.waitForURL(/\/homes\//)
    })
    for (let at = 1; at <= left - together; at++) {
      const address = page.url()
      await button(page, say('home.names.settle')).first().click()
      const form = dialogue(page)
      await choose(form, say('home.is-it-so'), say('home.yes'))
      await form.getByLabel(say('field.reason')).fill('村里证明是同一人。')
      await addPhotos(form, somePictures(1, 'document'))
      await times.open(page, '核实,看下一户', async () => {
        await button(form, say('home.settle-next')).click()
        await page.waitForURL((to) => to.href !== address)
      })
      await heading(page).waitFor()
      await settled(page)
    }
    await goTo(page, '/work')
    expect(await countOf(page, 'names-to-look-at')).toBe(waiting - left)
  })

  step('posts notices', async () => {
    const page = await county.enter(locking.officer)
    await times.open(page, '公示', () =>
      page
        .getByRole('link', { name: say('notices.title'), exact: true })
        .first()
        .click(),
    )
    const due = panel(page, say('notices.due'))
    const lines = due.locator('tbody tr.ant-table-row').filter({ hasNotText: village })
    await lines.first().waitFor()
    const count = await lines.count()
    expect(count).toBeGreaterThan(1)
    for (let at = 0; at < count; at++) await lines.nth(at).getByRole('checkbox').check()
    await button(due, say('notice.open-all', { count })).click()
    await allDone(page, count)

    const cadre = await county.enter(`${locking.officer}-cadre`, '/work', { width: 360, height: 740 })
    expect(await countOf(cadre, 'to-post')).toBe(count)
    await cadre
      .locator('.my-work a')
      .filter({ hasText: say('work.item.to-post') })
      .click()
    await times.open(cadre, '公示详情(手机)', () =>
      cadre
        .locator('.cards li')
        .filter({ hasText: say('notice.not-posted') })
        .first()
        .getByRole('link')
        .first()
        .click(),
    )
    await button(panel(cadre, say('notice.do')), say('act.notice.post')).click()
    await addPhotos(dialogue(cadre), somePictures(1))
    await button(dialogue(cadre), say('act.notice.post')).click()
    await dialogue(cadre).waitFor({ state: 'detached' })
    await panel(cadre, say('notice.photos')).getByAltText(say('notice.photo-of-board')).waitFor()
    const link = panel(cadre, say('notice.facts')).getByRole('link', { name: say('notice.web.open') })
    publicPage = new URL((await link.getAttribute('href')) ?? '', cadre.url()).pathname
  })

  step('answers an objection', async () => {
    const neighbour = await county.window({ width: 360, height: 740 })
    await neighbour.goto(publicPage)
    await neighbour.getByLabel(say('page.position')).fill('1')
    await neighbour.getByLabel(say('page.said'), { exact: true }).fill('这家常年住在城里,请核实。')
    await button(neighbour, say('page.send')).click()
    await neighbour.getByRole('heading', { name: say('page.received') }).waitFor()

    const page = await county.enter(locking.officer, '/work')
    expect(await countOf(page, 'objections')).toBe(1)
    await times.open(page, '异议', () =>
      page
        .locator('.my-work a')
        .filter({ hasText: say('work.item.objections') })
        .click(),
    )
    await button(page, say('act.objection.decide')).click()
    const form = dialogue(page)
    await form.getByText(say('choice.decision.rejected'), { exact: true }).click()
    await form.getByLabel(say('field.answer')).fill('已入户核实:全家常年住在村里。')
    await button(form, say('act.objection.decide')).click()
    await form.waitFor({ state: 'detached' })
    await page.getByText(say('objections.none-open')).waitFor()
  })

  step('locks a village', async () => {
    const page = await county.enter(locking.officer, notice)
    await button(panel(page, say('notice.do')), say('act.notice.confirm')).click()
    await button(dialogue(page), say('act.notice.confirm')).click()
    await dialogue(page).waitFor({ state: 'detached' })
    await page
      .locator('.notice-table tbody tr')
      .filter({ hasText: say('notice-outcome.confirmed') })
      .first()
      .waitFor()
  })

  step('swaps a household of the locked village for the first that waits', async () => {
    const page = await county.enter(locking.officer)
    await times.open(page, '候补名单', () =>
      page
        .getByRole('link', { name: say('waiting.title'), exact: true })
        .first()
        .click(),
    )
    const waiting = await totalOf(page)
    const first = rowsOf(page).filter({ hasText: village }).first()
    const name = (await first.locator('td').nth(1).innerText()).trim()
    const code = await codeOf(page, village)
    await goTo(page, `/register?village=${code}&stage=confirmed`)
    await times.open(page, '一户的页面', async () => {
      await rowsOf(page).first().click()
      await page.waitForURL(/\/homes\//)
    })
    await button(page, say('act.change.ask')).click()
    const form = dialogue(page)
    await form.getByLabel(say('change.ask.replace')).check()
    await choose(form, say('change.ask.enters'), new RegExp(name))
    await form.getByLabel(say('change.reason'), { exact: true }).fill('农户书面申请退出')
    const papers = form.locator('.change-paper').filter({ has: page.locator('input[type=file]') })
    for (let at = 0; at < (await papers.count()); at++)
      await addPhotos(papers.nth(at), somePictures(1, 'document'))
    await county.picture(page, 'morning-swap')
    await button(form, say('act.change.ask')).click()
    await form.waitFor({ state: 'detached' })

    const bureau = await county.enter('bureau', '/work')
    await times.open(bureau, '变更', () =>
      bureau
        .locator('.my-work a')
        .filter({ hasText: say('work.item.changes-asked') })
        .click(),
    )
    await times.open(bureau, '一件变更', async () => {
      await rowsOf(bureau).first().click()
      await bureau.waitForURL(/\/changes\/[0-9a-f-]{36}$/)
    })
    await button(panel(bureau, say('change.do')), say('act.change.approve')).click()
    await button(dialogue(bureau), say('act.change.approve')).click()
    await dialogue(bureau).waitFor({ state: 'detached' })
    await bureau.locator('.change-mark-approved').waitFor()
    await goTo(page, '/waiting')
    expect(await totalOf(page)).toBe(waiting - 1)
  })
})

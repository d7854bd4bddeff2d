import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage, signIn, signInHome } from '../support/browser.ts'
import { type DemoServer, startDemo } from '../support/demo-server.ts'

let demo: DemoServer
let browser: Browser
beforeAll(async () => {
  demo = await startDemo('works')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await demo.stop()
})

/** Word keys that were never translated would stand on the page as they are. */
const bareKey = /\b(?:field|act|refusal|remedy|stage|choice|menu|role)\.[a-z][\w.-]+/

describe('every page of the menu', () => {
  for (const language of ['zh', 'en'] as const)
    for (const width of [1440, 360])
      it(`opens for every role without a complaint (${language}, ${width} px)`, async () => {
        const faults: string[] = []
        for (const account of demo.accounts.filter((one) => !one.letter)) {
          const { page, complaints } = await openPage(browser, { address: demo.address, width, language })
          await signIn(page, account)
          if (width < 500) await page.locator('header button').first().click()
          const links = await page
            .locator('nav a[href], .ant-menu a[href], aside a[href]')
            .evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute('href') ?? ''))])
          if (links.length === 0) faults.push(`${account.signIn}: no menu`)
          for (const link of links) {
            await page.goto(link)
            await page.locator('h1').first().waitFor()
            const text = await page.locator('body').innerText()
            const key = bareKey.exec(text)
            if (key) faults.push(`${account.signIn} ${link}: ${key[0]}`)
            const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
            if (over > 0) faults.push(`${account.signIn} ${link}: ${over} px too wide`)
          }
          faults.push(...complaints.map((complaint) => `${account.signIn}: ${complaint}`))
          await page.context().close()
        }
        expect(faults).toEqual([])
      })

  it('and the household’s own pages', async () => {
    const letter = demo.accounts.find((one) => one.letter)
    const { page, complaints } = await openPage(browser, { address: demo.address, width: 360 })
    await signInHome(page, { code: letter?.signIn ?? '', lastFour: letter?.password ?? '' })
    expect(await page.locator('.home-main').innerText()).toContain('承诺')
    expect(complaints).toEqual([])
  })
})

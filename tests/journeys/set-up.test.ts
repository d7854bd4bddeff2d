import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, openPage, signIn } from '../support/browser.ts'
import { type DemoServer, startDemo } from '../support/demo-server.ts'

let server: DemoServer
let browser: Browser
beforeAll(async () => {
  server = await startDemo('none')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

it('sets a county up from nothing in the browser, and opens the office to its administrator', async () => {
  const { page, complaints } = await openPage(browser, { address: server.address })
  await page.goto('/')
  const fields = page.locator('form input')
  await fields.nth(0).fill('莱州市')
  await fields.nth(1).fill('370683')
  await fields.nth(2).fill('2023')
  await fields.nth(3).fill('张管理')
  await fields.nth(4).fill('chief')
  await fields.nth(5).fill('a long pass phrase')
  await fields.nth(6).fill('a long pass phrase')
  await page.locator('button[type="submit"]').click()
  await page.locator('.office').waitFor()
  expect(await page.locator('body').innerText()).toContain('莱州市')
  expect(complaints).toEqual([])
})

it('is not set up a second time, and shows the sign-in page instead', async () => {
  const { page } = await openPage(browser, { address: server.address, width: 360, language: 'en' })
  await page.goto('/')
  await page.locator('input[autocomplete="username"]').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

it('lets the administrator sign in again at a telephone', async () => {
  const { page, complaints } = await openPage(browser, {
    address: server.address,
    width: 360,
    language: 'en',
  })
  await signIn(page, { signIn: 'chief', password: 'a long pass phrase' })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
})

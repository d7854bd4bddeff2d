import { spareTries } from '../../src/web/field/store/tries.ts'
import { setTimeout as pause } from 'node:timers/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import pg from 'pg'
import { afterAll, beforeAll, expect } from 'vitest'
import { demoPassword } from '../../src/demo/staff.ts'
import { socketAddress } from '../../src/kernel/database/embedded/address.ts'
import { openBrowser, openPage, signIn } from '../support/browser.ts'
import { type DemoServer, startDemo } from '../support/demo-server.ts'
import { type Fitted, Handset } from './support/handset.ts'
import { story } from './support/story.ts'
import { button } from './support/window.ts'
import { say } from './support/words.ts'

const homes = 30
const killsOffline = 38
const killsSending = 12
const dayMs = 86_400_000

/** The same storm every time, as far as the machine lets it be. */
let seed = 20230815
const random = (): number => {
  seed = (seed * 1664525 + 1013904223) % 2 ** 32
  return seed / 2 ** 32
}

let server: DemoServer
let handset: Handset
let database: pg.Pool
/** What the telephone has said it keeps, in its order. */
const kept: Fitted[] = []

beforeAll(async () => {
  server = await startDemo('works')
  handset = new Handset(server.address)
  const { url } = await socketAddress({
    folder: path.join(server.dataFolder, 'postgres', 'postgres'),
    account: undefined,
  })
  database = new pg.Pool({ connectionString: url('qingnuan'), max: 1 })
  database.on('error', () => undefined)
})
afterAll(async () => {
  await handset.remove()
  await database.end()
  await server.stop()
})

/** Works with the telephone until it is killed, after so many milliseconds or once the work is done. */
async function untilKilled(afterMs: number, work: () => Promise<void>): Promise<void> {
  let isKilled = false
  const killing = pause(afterMs).then(() => {
    isKilled = true
    handset.kill()
  })
  try {
    await work()
  } catch (error) {
    if (!isKilled) throw error
  }
  await killing
}

story('thirty homes fitted without a signal, through fifty kills', (step) => {
  step('all that was kept stays on the telephone, once, in its order', async () => {
    await handset.setUp(await handset.start(), homes + 3)
    handset.kill()
    /** Kept or not: the telephone was killed before it said so. */
    let inFlight: Fitted | undefined
    let serial = 0
    const settle = async (page: Page) => {
      const count = (await handset.states(page)).length
      if (inFlight && count === kept.length + 1) kept.push(inFlight)
      inFlight = undefined
      expect(count).toBe(kept.length)
    }
    for (let kill = 0; kill < killsOffline || kept.length < homes; kill++) {
      // Days pass, and somebody sets the clock.
      const page = await handset.open(false, { clockAheadMs: Math.round((random() * 6 - 3) * dayMs) })
      await settle(page)
      await untilKilled(200 + random() * (kept.length < homes ? 6000 : 500), async () => {
        while (kept.length < homes) {
          const fitted = await handset.fillIn(page, `QNST${String(serial++).padStart(5, '0')}`)
          inFlight = fitted
          await button(page, say('out.keep')).click()
          await page.getByText(say('out.kept')).waitFor()
          kept.push(fitted)
          inFlight = undefined
        }
      })
    }
    await settle(await handset.open(false))
    handset.kill()
    expect(kept).toHaveLength(homes)
  })

  step('a telephone without any room loses nothing, and says what to do', async () => {
    const page = await handset.open(false, { isFull: true })
    const fitted = await handset.fillIn(page, 'QNFULL')
    await page.getByText(say('out.draft.full')).waitFor()
    await button(page, say('out.keep')).click()
    await page.getByText(say('out.full')).waitFor()
    // Nothing half kept, and what was filled in still stands in the form.
    const serials = page.locator('.out-machine:has(select) input')
    expect(await serials.first().inputValue()).toBe(fitted.serials[0])
    await page.getByRole('img', { name: say('out.photo.of', { number: 2 }) }).waitFor()
    expect(await page.locator('.out-done li').count()).toBe(0)
    await handset.limitStorage(page)
    await button(page, say('out.keep')).click()
    await page.getByText(say('out.kept')).waitFor()
    kept.push(fitted)
    expect(await handset.states(page)).toHaveLength(kept.length)
    handset.kill()
  })

  step(
    'nor can its PIN be guessed without end while it has no room, and whose it is gets in again',
    async () => {
      const page = await handset.start()
      await handset.limitStorage(page, 1)
      await page.context().setOffline(true)
      await page.goto('/field/')
      const field = page.getByLabel(say('out.pin'), { exact: true })
      let guesses = 0
      const said = page.getByRole('alert')
      for (; guesses <= spareTries; guesses++) {
        await field.fill(String(500_000 + guesses))
        await button(page, say('out.pin.open')).click()
        await said.waitFor()
        if ((await said.innerText()) !== say('out.pin.wrong')) break
      }
      expect(await said.innerText()).toBe(say('out.pin.no-room'))
      // One was spent by whoever worked on it while it was full.
      expect(guesses).toBeGreaterThan(0)
      expect(guesses).toBeLessThanOrEqual(spareTries)
      handset.kill()
      expect(await handset.states(await handset.open(false))).toHaveLength(kept.length)
      handset.kill()
    },
  )

  step('all of it arrives, while telephone and program are killed on the way', async () => {
    for (let kill = 0; kill < killsSending; kill++) {
      const page = await handset.open(true)
      await handset.states(page)
      await untilKilled(500 + random() * 2500, async () => {
        if (kill % 4 === 1) {
          await pause(random() * 800)
          await server.restart()
        }
        await page.getByText(say('out.all-sent')).waitFor({ timeout: 60_000 })
      })
    }
    const page = await handset.open(true)
    await handset.states(page)
    await page.getByText(say('out.all-sent')).waitFor({ timeout: 120_000 })
    const sent = (await handset.states(page)).filter((state) => state.includes(say('out.sent')))
    expect(sent).toHaveLength(kept.length)
    handset.kill()
  })

  step(
    'one without any room sends what waits; what it could not note of the answer is asked again',
    async () => {
      const last = await handset.fit(await handset.open(false), 'QNLAST')
      kept.push(last)
      handset.kill()
      await handset.open(true, { isFull: true })
      const hasArrived = async () =>
        (
          await database.query(
            `select 1 from act a join act_subject s on s.county = a.county and s.act = a.id
            where a.kind = 'home.install' and s.subject = $1`,
            [last.home],
          )
        ).rows.length > 0
      await expect.poll(hasArrived, { timeout: 60_000 }).toBe(true)
      handset.kill()
      const page = await handset.open(true)
      await handset.states(page)
      await page.getByText(say('out.all-sent')).waitFor({ timeout: 60_000 })
      handset.kill()
    },
  )

  step('and is recorded once, in the order it was made, with its photographs', async () => {
    const { rows } = await database.query<{ home: string; serials: string[]; photos: string[] }>(`
      select s.subject as home,
             (select array_agg(d.serial order by d.serial) from device d where d.county = a.county and d.home = s.subject and d.serial like 'QN%') as serials,
             (select array_agg(encode(e.digest, 'hex') order by e.digest) from act_evidence e where e.county = a.county and e.act = a.id) as photos
        from handset_act h join act a on a.county = h.county and a.id = h.act
        join act_subject s on s.county = h.county and s.act = h.act and s.subject_type = 'home'
       where a.kind = 'home.install' order by h.number`)
    const told = kept.map(({ home, serials, photos }) => ({ home, serials, photos: photos.toSorted() }))
    expect(rows).toEqual(told)
    const recorded = await database.query<{ number: number }>(
      `select h.number from handset_act h join act a on a.county = h.county and a.id = h.act order by a.recorded_at, a.id`,
    )
    const numbers = recorded.rows.map(({ number }) => number)
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))

    const browser = await openBrowser()
    try {
      const { page } = await openPage(browser, { address: server.address })
      await signIn(page, { signIn: 'bureau', password: demoPassword })
      for (const digest of kept.flatMap(({ photos }) => photos))
        expect((await page.request.get(`/api/evidence/${digest}`)).status()).toBe(200)
    } finally {
      await browser.close()
    }
  })
})

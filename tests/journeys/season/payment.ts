import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { bytesOf } from '../../../src/kernel/sheets/write-sheets.ts'
import { writeTable } from '../../../src/kernel/sheets/write-table.ts'
import type { County } from '../support/county.ts'
import { fetchFile, readSheets, textsOf } from '../support/registers.ts'
import { story } from '../support/story.ts'
import { button, dialogue, goTo, panel, type Picture, settled } from '../support/window.ts'
import { say } from '../support/words.ts'

const town = '土山镇'

/** A town's statements on their way to the cards: two reviews, a batch, a receipt of which one payment came back. */
export function payment(county: County): void {
  let batch = ''
  let lines: string[][] = []
  let returned = ''

  story('the season’s money', (step) => {
    step('is reviewed by the town, whose amounts open to their homes and formulas', async () => {
      const page = await county.enter('tushan-review', '/seasons')
      await openSeason(page)
      const row = panel(page, say('season.statements')).locator('tbody tr').filter({ hasText: town })
      await row.getByRole('link').first().click()
      await page.waitForURL(/statements/)
      await settled(page)
      await page.getByText('×').first().waitFor()
      await county.picture(page, 'season-statements')
      await page.goBack()
      await settled(page)
      await button(row.first(), say('act.statement.review-town')).click()
      await button(dialogue(page), say('act.statement.review-town')).click()
      await button(row.first(), say('act.statement.review-town')).waitFor({ state: 'detached' })
    })

    step('is reviewed by the bureau, by another than drew it up', async () => {
      const page = await county.enter('bureau2', '/seasons')
      await openSeason(page)
      const row = panel(page, say('season.statements')).locator('tbody tr').filter({ hasText: town })
      await button(row.first(), say('act.statement.review-bureau')).click()
      await button(dialogue(page), say('act.statement.review-bureau')).click()
      await button(row.first(), say('act.statement.review-bureau')).waitFor({ state: 'detached' })
      await county.picture(page, 'season-reviewed')
    })

    step('is frozen into a batch, and leaves as a workbook', async () => {
      const page = await county.enter('finance', '/seasons')
      await openSeason(page)
      await button(page, say('act.batch.freeze')).click()
      await button(dialogue(page), say('act.batch.freeze')).click()
      await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/)
      batch = page.url().split('/').at(-1) ?? ''
      await settled(page)
      const { content } = await fetchFile(page, () => button(page, say('batch.file')).click())
      lines = textsOf(await readSheets(content), '发放清单').filter(([reference]) =>
        /^QN\d/.test(reference ?? ''),
      )
      expect(lines.length).toBeGreaterThan(10)
      await county.picture(page, 'batch-frozen')
    })

    step('comes back as a receipt, row by row; the same file changes nothing a second time', async () => {
      const page = await county.enter('finance', `/batches/${batch}`)
      const receipt = await aReceipt(lines)
      await upload(page, receipt)
      await button(panel(page, say('act.receipt.import')), say('act.receipt.import')).click()
      // A settled batch takes no receipt: the place for one goes as the rows have come in.
      await page.locator('main input[type=file]').waitFor({ state: 'detached' })
      await county.picture(page, 'receipt-imported')
      returned = (await paymentsIn(page, 'failed')).householder
      await goTo(page, `/batches/${batch}`)
      expect(await page.locator('main input[type=file]').count(), 'a settled batch takes no receipt').toBe(0)
    })

    step(
      'of whom it could not be paid to, the reason is named, and it is put right for the next batch',
      async () => {
        const page = await county.enter('finance', `/batches/${batch}?state=failed`)
        const row = page.locator('tbody tr').filter({ hasText: returned })
        await row.getByText('户号已销户').waitFor()
        await button(row, say('act.payment.retry')).click()
        const inside = dialogue(page)
        await button(inside, say('act.payment.retry')).waitFor()
        await county.picture(page, 'payment-retry')
      },
    )
  })

  story('a recovery', (step) => {
    step('opens to every yuan the home received, each to what paid it', async () => {
      const page = await county.enter('finance', '/recoveries')
      await settled(page)
      await page.locator('tbody tr[tabindex="0"]').first().click()
      await page.waitForURL(/\/recoveries\/[0-9a-f-]{36}$/)
      await settled(page)
      const received = panel(page, say('recovery.received'))
      await received.locator('tbody tr').nth(1).waitFor()
      await county.picture(page, 'recovery')
      await received.getByRole('link').last().click()
      await page.waitForURL(/\/(batches|claims)\//)
    })
  })
}

async function openSeason(page: Page): Promise<void> {
  await settled(page)
  await page.locator('tbody tr[tabindex="0"]').first().click()
  await page.waitForURL(/\/seasons\/[0-9a-f-]{36}$/)
  await settled(page)
}

async function upload(page: Page, file: Picture): Promise<void> {
  await panel(page, say('act.receipt.import')).locator('input[type=file]').setInputFiles(file)
  await page.getByText(say('receipt.paid'), { exact: true }).last().waitFor()
  await settled(page)
}

async function paymentsIn(page: Page, state: string): Promise<{ householder: string }> {
  await goTo(page, `/batches/${page.url().split('/').at(-1) ?? ''}?state=${state}`)
  const cell = page.locator('tbody tr[tabindex="0"] td').first()
  return { householder: await cell.innerText() }
}

/** What the payer sends back: all done but the first. */
async function aReceipt(lines: readonly string[][]): Promise<Picture> {
  const rows = lines.map(([reference = '', , , amount = ''], at) => ({ reference, amount, failed: at === 0 }))
  const content = await bytesOf(
    writeTable({
      name: '发放回执',
      columns: [
        { label: '支付编号', kind: 'text', value: (row: (typeof rows)[number]) => row.reference },
        { label: '金额(元)', kind: 'text', value: (row) => row.amount },
        { label: '结果', kind: 'text', value: (row) => (row.failed ? '失败' : '成功') },
        { label: '失败原因', kind: 'text', value: (row) => (row.failed ? '户号已销户' : '') },
      ],
      rows,
    }),
  )
  return {
    name: '发放回执.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(content),
  }
}

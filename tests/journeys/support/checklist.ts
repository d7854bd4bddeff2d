import type { Locator } from 'playwright-core'
import { somePictures } from './samples.ts'
import { addPhotos } from './window.ts'
import { say } from './words.ts'

/**
 * Fills a checklist in as somebody does who found everything in order: pass, the reading where one is asked, a
 * photograph where one is asked. `failing` are labels of what did not pass.
 */
export async function fillChecklist(
  within: Locator,
  readings: Readonly<Record<string, number>>,
  failing: readonly string[] = [],
): Promise<void> {
  // What a signed paper answers is told, not asked.
  const items = within.locator('.check-item:has(fieldset)')
  // Counted once it is there: a dialogue is open before what is asked in it has come.
  await items.first().waitFor()
  const count = await items.count()
  for (let at = 0; at < count; at++) {
    const item = items.nth(at)
    const text = await item.locator('legend').innerText()
    const fails = failing.some((label) => text.includes(label))
    const answer = say(fails ? 'checklist.fail' : 'checklist.pass')
    await item
      .locator('label')
      .filter({ has: within.page().getByRole('radio', { name: answer, exact: true }) })
      .click()
    const reading = item.getByLabel(say('checklist.reading'))
    if ((await reading.count()) > 0) await reading.fill(String(readingFor(text, readings)))
    if ((await item.locator('input[type=file]').count()) > 0) await addPhotos(item, somePictures(1))
  }
}

function readingFor(text: string, readings: Readonly<Record<string, number>>): number {
  const found = Object.entries(readings).find(([label]) => text.includes(label))
  if (!found) throw new Error(`No reading for '${text}'.`)
  return found[1]
}

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { packFromContent } from '../../src/kernel/pack/content.ts'
import { readPackFolder } from '../../src/kernel/pack/load.ts'

const folder = 'packs/laizhou-2023'
const texts = (root: string, ending: RegExp) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(path.join(root, name), 'utf8'))
    .join('\n')

/** Values of the plan that stand in the pack before the program does what they are for: shares of the checks, … */
const waiting = ['acceptance.selfCheckPercent', 'acceptance.inHomePercent']

it('every other value the plan could change is read by the program or by a rule', async () => {
  const { parameters } = packFromContent(await readPackFolder(folder))
  const read = texts('src', /\.tsx?$/) + texts(folder, /(?<!parameters)\.yaml$/)
  expect(Object.keys(parameters).filter((name) => !read.includes(name))).toEqual(waiting)
})

import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { inRoot } from './folders.mjs'
import { fail } from './say.mjs'

/**
 * Runs a built program in this very process: signals reach it without a go-between, and its exit code is ours.
 */
export async function load(name) {
  const file = inRoot('build', `${name}.mjs`)
  if (!existsSync(file)) fail(`没有这个程序:${name}`, `There is no such program: ${name}`)
  process.setSourceMapsEnabled(true)
  process.argv[1] = file
  await import(pathToFileURL(file).href)
}

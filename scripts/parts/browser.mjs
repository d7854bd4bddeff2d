import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { aptInstall, mayInstall } from './apt.mjs'
import { runChild } from './child.mjs'
import { inRoot } from './folders.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * A browser for the journeys: the named one, an installed one, the distribution's, Playwright's own.
 * @returns {Promise<{ file?: string, reason?: string }>}
 */
export async function findBrowser() {
  const named = process.env.QINGNUAN_CHROMIUM
  if (named) return runs(named) ? { file: named } : { reason: `QINGNUAN_CHROMIUM=${named} does not run` }
  const there = installed() ?? (await playwrights())
  if (there) return { file: there }
  const reasons = []
  if (mayInstall()) {
    const trouble = await aptInstall('chromium', 'fonts-noto-cjk')
    if (trouble) reasons.push(trouble)
    const fresh = installed()
    if (fresh) return { file: fresh }
  }
  const withSystem = mayInstall() ? ['--with-deps'] : []
  const words = [inRoot('node_modules', 'playwright-core', 'cli.js'), 'install', ...withSystem, 'chromium']
  const { output } = await runChild(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  const own = await playwrights()
  if (own) return { file: own }
  reasons.push(`playwright install chromium: ${output.trim().split('\n').at(-1)}`)
  return { reason: `no browser found, and none could be installed (${reasons.join('; ')})` }
}

/** Whole paths: Playwright starts files, it does not look names up. */
function installed() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute)
  const named = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...named, ...places].find((file) => existsSync(file) && runs(file))
}

async function playwrights() {
  const { chromium } = await import('playwright-core')
  const file = chromium.executablePath()
  return file && existsSync(file) && runs(file) ? file : undefined
}

/** Asks it its version: Ubuntu's chromium-browser, for one, is there and does not run without snap. */
function runs(file) {
  // Windows' browsers open a window instead of answering.
  if (process.platform === 'win32') return existsSync(file)
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

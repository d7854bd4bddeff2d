import { existsSync } from 'node:fs'
import { runChild } from './child.mjs'

/** Whether we may install the distribution's packages: root on Debian or Ubuntu. */
export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** @returns {Promise<string | undefined>} why it did not work */
export async function aptInstall(...packages) {
  const patient = [
    '-o',
    'DPkg::Lock::Timeout=120',
    '-o',
    'Acquire::Retries=2',
    '-o',
    'Acquire::http::Timeout=30',
  ]
  const options = {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  const apt = (...words) => runChild('apt-get', [...patient, '-y', '-q', ...words], options)
  await apt('update')
  const { code, output } = await apt('install', '--no-install-recommends', ...packages)
  if (code === 0) return undefined
  const reason = output.trim().split('\n').at(-1)
  return `apt-get install ${packages.join(' ')}: ${reason}`
}

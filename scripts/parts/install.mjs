import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runChild } from './child.mjs'
import { inRoot, root } from './folders.mjs'
import { alone } from './lock.mjs'
import { fail, say, spent } from './say.mjs'

const stamp = inRoot('node_modules', '.stamp')

/** Installs what package-lock.json names, unless this Node has done so before. */
export async function ensureInstalled() {
  if (isInstalled()) return
  await alone(inRoot('build', '.installing'), async () => {
    if (isInstalled()) return
    const began = Date.now()
    say('正在安装依赖', 'Installing dependencies')
    const { code } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
    if (code !== 0)
      fail(
        '依赖没有装好。请检查网络或 npm 镜像设置,再试一次。',
        'The dependencies could not be installed. Check the network or npm’s registry setting and try again.',
      )
    writeFileSync(stamp, wanted())
    say(`依赖已装好(${spent(Date.now() - began)})`, 'Installed')
  })
}

const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()

function wanted() {
  const lock = readFileSync(inRoot('package-lock.json'))
  const machine = `${process.version} ${process.platform} ${process.arch}`
  return createHash('sha256').update(lock).update(machine).digest('hex')
}

/** The npm that runs us, where one does; else the one on the path. */
function npm(args) {
  const own = process.env.npm_execpath
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }
  if (own && path.basename(own).startsWith('npm-cli'))
    return runChild(process.execPath, [own, ...args], options)
  const isWindows = process.platform === 'win32'
  return runChild(isWindows ? 'npm.cmd' : 'npm', args, { ...options, shell: isWindows })
}
